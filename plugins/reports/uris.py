"""Names of documents as relative URI references."""

from __future__ import annotations

from urllib.parse import quote


def uri(name: str) -> str:
    """
    Return the name of a document as a relative reference that resolves below its base.

    Everything but letters, digits, `-._~` and `/` is percent-encoded, so that no name becomes a scheme, a query or
    another host. Bytes of names that are not UTF-8 are kept as they were.
    """
    return "/".join(_segment(segment) for segment in name.split("/"))


def _segment(segment: str) -> str:
    if segment in ("", ".", ".."):
        return "_" + segment
    try:
        return quote(segment, safe="", errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(segment, safe="", errors="replace")

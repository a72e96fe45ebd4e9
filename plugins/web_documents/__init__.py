"""Reader for HTML pages. The document's text is extracted: one line for each block."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl

from .decoding import decode
from .page import read_page

_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_SIZE_LIMIT = 100_000_000


@hookimpl
def checker_read_document(source: Source) -> Document | None:
    """Read `.html`, `.htm` and `.xhtml` files."""
    if source.suffix not in _SUFFIXES:
        return None
    if len(source.data) > _SIZE_LIMIT:
        msg = "It is larger than 100 MB. Save the page without its pictures."
        raise UnreadableError(msg)
    markup, note = decode(source.data)
    return read_page(source.name, markup, note)

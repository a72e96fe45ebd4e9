"""Which encoding a page has: its byte order mark, what it declares, UTF-8, then Windows-1252."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from checker import UnreadableError, codec_of

_DECLARED = re.compile(
    rb"(?:charset\s*=\s*[\"']?|<\?xml[^>]{0,100}encoding\s*=\s*[\"'])\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_PAGES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
TOO_LONG = "Only the first 20 MB of the page were read. Split it, or save it without what is not text."

MARKUP_LIMIT = 20_000_000
"""In bytes, without the pictures that stand in the page itself. What stands beyond is not read."""
_PICTURE = re.compile(rb"data:[a-z]{1,20}/[a-z0-9.+-]{1,80}[;,][A-Za-z0-9+/=;,%_-]{200,}+")


def without_pictures(data: bytes) -> bytes:
    """Return a page without the pictures and fonts that are written out in it: they may be most of its bytes."""
    return _PICTURE.sub(b"", data)


def decode(data: bytes) -> tuple[str, str]:
    """
    Return the markup and a note where the encoding had to be guessed. Raises `UnreadableError` for what is no
    page.
    """
    for signature, what in _NOT_PAGES:
        if data.startswith(signature):
            msg = f"It is not a web page: it seems to be {what}. Give it the suffix that fits."
            raise UnreadableError(msg)
    if len(data) > MARKUP_LIMIT:
        text, note = _decoded(data[: data.rfind(b">", 0, MARKUP_LIMIT) + 1 or MARKUP_LIMIT])
        note = f"{note} {TOO_LONG}".strip()
    else:
        text, note = _decoded(data)
    if "\x00" in text[:10_000]:
        msg = "It is not a web page: it holds control characters."
        raise UnreadableError(msg)
    return text, note


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ""
    declared = _DECLARED.search(data[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    said = codec_of(name)
    # What names its encoding in plain letters is not in UTF-16, whatever it says.
    for encoding in ("utf-8",) if not said or said.startswith("utf-16") else (said, "utf-8"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding), ""
    note = "Read as Windows-1252, since it is neither UTF-8 nor what it says: please check letters with accents."
    return data.decode("cp1252", "replace"), note

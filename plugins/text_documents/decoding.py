"""From bytes to text. Guesses only between UTF-8, marked UTF-16 and Windows-1252, and says when it guessed."""

from __future__ import annotations

import codecs
import re

from checker import UnreadableError

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text (RTF) file"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, str]:
    """
    Return the text of a file and a note on its encoding (empty for UTF-8 and UTF-16).

    A UTF-8 mark at the start stays in the text, so that offsets count in the file. Raises `UnreadableError` for
    what is not text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            msg = f"It is not a text file: it seems to be {what}. Give it the suffix that fits."
            raise UnreadableError(msg)
    text, note = _decoded(data)
    if not text.strip("\ufeff \t\r\n\f\v"):
        msg = "It holds no text."
        raise UnreadableError(msg)
    if "\x00" in text or len(_CONTROL.findall(text, 0, 100_000)) > len(text[:100_000]) // 500:
        msg = "It is not a text file: it holds control characters. If it is text, save it as UTF-8."
        raise UnreadableError(msg)
    return text, note


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            msg = "It is marked as UTF-16 but is damaged or cut off. Save it again as UTF-8."
            raise UnreadableError(msg) from error
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            msg = "It is cut off in the middle of a character. Copy or save it again."
            raise UnreadableError(msg) from error
    try:
        return data.decode("cp1252"), "Read as Windows-1252, since it is not UTF-8: please check letters with accents."
    except UnicodeDecodeError as error:
        msg = "Its encoding is neither UTF-8 nor Windows-1252. Save it as UTF-8."
        raise UnreadableError(msg) from error

"""From bytes to the text of a table file. Guesses only between UTF-8, UTF-16 and Windows-1252, and says when it did."""

from __future__ import annotations

import codecs

from checker import UnreadableError

_GUESSED = "Read as Windows-1252, since it is not UTF-8: please check letters with accents."
_NOT_TEXT = "It is not a table saved as text: it holds other bytes. Save it as CSV (UTF-8)."


def decode(data: bytes) -> tuple[str, str]:
    """
    Return the text without its mark, and a note on its encoding. Raises `UnreadableError` for what is not text.

    UTF-16 is also known without a mark, by its many zero bytes.
    """
    encoding, note = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"It is damaged or cut off: it is not sound {encoding.upper()}. Save it again as CSV (UTF-8)."
        raise UnreadableError(msg) from error
    if "\x00" in text:
        raise UnreadableError(_NOT_TEXT)
    return text.removeprefix("\ufeff"), note


def _encoding(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ""
    start = data[:2_000]
    zeros = start.count(0)
    if zeros * 4 > len(start):
        return ("utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"), ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        return ("utf-8", "") if cut_off else ("cp1252", _GUESSED)
    return "utf-8", ""

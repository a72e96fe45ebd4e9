"""From bytes to text. Guesses only between UTF-8, marked UTF-16 and Windows-1252, and says when it guessed."""

from __future__ import annotations

import codecs
import re

from checker import SENTENCE_LIMIT, TEXT_LIMIT, UnreadableError, dataclass

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text (RTF) file"),
)
_MOST_BYTES = 4 * TEXT_LIMIT + 4
"""So many bytes hold more characters than are read of any document, whatever the encoding."""
_MOST_LINES = 2 * SENTENCE_LIMIT
_MORE_LINES = f"It has more than {_MOST_LINES:,} lines, and only the first were read. Split it."
_LONGER = f"It is longer than {TEXT_LIMIT:,} characters, and only its beginning was read. Split it."
_LONG_LINE = 10_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEW = 1
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """
    A file's text, and a `note` on its encoding (empty for UTF-8 and UTF-16). `damaged` says in plain words that
    something of it is lost; else it is empty.
    """

    text: str
    note: str = ""
    damaged: str = ""


def decode(data: bytes) -> Decoded:
    """
    Return the text of a file.

    A UTF-8 mark at the start stays in the text, so that offsets count in the file; so do a few zero bytes, as blanks.
    What is longer than any text that is read is cut. Raises `UnreadableError` for what is not text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            msg = f"It is not a text file: it seems to be {what}. Give it the suffix that fits."
            raise UnreadableError(msg)
    text, note = _decoded(_beginning(data))
    text, too_long = _first_characters(text)
    if not text.strip("\ufeff\x00 \t\r\n\f\v"):
        msg = "It holds no text."
        raise UnreadableError(msg)
    if len(_CONTROL.findall(text, 0, 100_000)) > len(text[:100_000]) // 500 + _FEW:
        msg = "It is not a text file: it holds control characters. If it is text, save it as UTF-8."
        raise UnreadableError(msg)
    text, too_many = _first_lines(text)
    cut = too_many or too_long
    zeros = text.count("\x00")
    if not zeros:
        return Decoded(text=text, note=note, damaged=cut)
    line = text.count("\n", 0, text.index("\x00")) + 1
    count = "a zero byte" if zeros == 1 else f"{zeros:,} zero bytes, the first"
    damaged = f"It holds {count} in line {line:,}, which no text does: something may be lost there."
    return Decoded(text=text.replace("\x00", " "), note=note, damaged=f"{damaged} {cut}".strip())


def _first_characters(text: str) -> tuple[str, str]:
    """Return as much as is read of any text, cut at the end of a line, and what to say if there is more."""
    if len(text) <= TEXT_LIMIT:
        return text, ""
    return text[: text.rfind("\n", TEXT_LIMIT - _LONG_LINE, TEXT_LIMIT) + 1 or TEXT_LIMIT], _LONGER


def _first_lines(text: str) -> tuple[str, str]:
    """Return as many lines as are read of any text, and what to say if it has more."""
    if text.count("\n") <= _MOST_LINES:
        return text, ""
    rest = text.split("\n", _MOST_LINES)[-1]
    return text[: len(text) - len(rest)], _MORE_LINES


def _beginning(data: bytes) -> bytes:
    """Return as much of a file as can be read of it, cut at the end of a line where there is one."""
    if len(data) <= _MOST_BYTES:
        return data
    end = data.rfind(b"\n", _MOST_BYTES, _MOST_BYTES + 100_000) + 1 or _MOST_BYTES
    return data[: end + end % 2] if data.startswith(_UTF_16) else data[:end]


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            msg = "It is marked as UTF-16 but is damaged or cut off. Save it again as UTF-8."
            raise UnreadableError(msg) from error
    if unmarked := _unmarked_utf_16(data):
        return unmarked, "Read as UTF-16, since every other byte is zero."
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


def _unmarked_utf_16(data: bytes) -> str:
    """Return the text of a file in UTF-16 that is not marked as such; empty if it is none."""
    start = data[:2_000]
    for encoding, zeros, letters in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) > 3 and zeros.count(0) > len(zeros) * 4 // 5 and letters.count(0) * 10 < len(letters):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return ""
    return ""

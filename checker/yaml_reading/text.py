"""From the bytes of a YAML file to its text: size, encoding and characters that do not belong in a text file."""

from __future__ import annotations

import re
from pathlib import Path

from checker.errors import DataError, Problem

MAX_BYTES = 2_000_000
_SAVE_AS_UTF8 = "save the file as UTF-8, e.g. with “Save as” and “Encoding: UTF-8”"
_BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read_text(path: Path, shown: str) -> str:
    """
    Return the text of a YAML file, without a byte order mark and with every line end as `\\n`.

    `DataError` if it cannot be opened, is larger than 2 MB, is not UTF-8, or holds control characters.
    """
    data = _read_bytes(path, shown)
    text = _decode(data, shown).replace("\r\n", "\n").replace("\r", "\n")
    if problems := _control_characters(text, shown):
        raise DataError(problems)
    return text


def _read_bytes(path: Path, shown: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"the file has {size / 1_000_000:.1f} MB, more than a pack file may have"
            raise _refused(shown, message, "at most 2 MB: split it into several files")
        return path.read_bytes()
    except FileNotFoundError:
        raise _refused(shown, "there is no such file", "check the name and the folder") from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _refused(shown, f"the file cannot be opened: {reason}", "a file that you may read") from None


def _decode(data: bytes, shown: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            raise _refused(shown, f"the file is not UTF-8: it seems to be {encoding}", _SAVE_AS_UTF8)
    if data[:400].count(0) > len(data[:400]) // 4:
        raise _refused(shown, "the file is not UTF-8: it seems to be UTF-16", _SAVE_AS_UTF8)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the file is not UTF-8: {_other_encoding(data, error.start)}"
        raise _refused(shown, message, _SAVE_AS_UTF8, line) from None


def _other_encoding(data: bytes, start: int) -> str:
    byte = data[start : start + 1]
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return f"byte {byte.hex()} has no meaning there"
    return f"it seems to be Windows-1252 (cp1252), where this byte is “{byte.decode('cp1252')}”"


def _control_characters(text: str, shown: str) -> list[Problem]:
    found = {text.count("\n", 0, match.start()) + 1: match.group() for match in _NOT_TEXT.finditer(text)}
    return [
        Problem(
            file=shown,
            line=line,
            message=f"the character U+{ord(character):04X} cannot be part of a text file",
            expected="delete it: it cannot be seen in most editors; typing the line again helps",
        )
        for line, character in list(found.items())[:10]
    ]


def _refused(shown: str, message: str, expected: str, line: int = 0) -> DataError:
    return DataError([Problem(file=shown, line=line, message=message, expected=expected)])

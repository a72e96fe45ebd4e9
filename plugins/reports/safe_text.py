"""Text of documents made safe for formats that programs read: what cannot be shown safely becomes a visible sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from checker import late_pattern

from .json_text import json_pieces

REPLACED: Final = "\ufffd"
_CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_TURN_TEXT_ROUND = "\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff"
_NO_CHARACTERS = "\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff"
_UNSAFE = late_pattern(f"[{_CONTROLS}{_TURN_TEXT_ROUND}{_NO_CHARACTERS}]")
_UNSAFE_IN_JSON = re.compile(f"[\\x7f-\\x9f{_TURN_TEXT_ROUND}]")
_BLANKS = re.compile(r"\s+")
_AT_A_CUT: Final = " ,;:–(“‘"
"""Signs that say nothing where the words after them are cut off."""

_CHUNK = 1 << 16


def visible(text: str) -> str:
    """
    Return text in which each character that is no text is `�`: the length never changes.

    These are control characters (terminal escapes, and all that XML forbids), marks that turn the direction of the text
    round, line ends that only some programs know, and halves of character pairs. Line feeds and tabs stay.
    """
    return _UNSAFE.sub(REPLACED, text)


def one_line(text: str) -> str:
    """Return `visible` text on one line, with single blanks."""
    return _BLANKS.sub(" ", visible(text)).strip()


def shortened(text: str, at_most: int) -> str:
    """
    Return text of at most so many characters; `…` stands where it was cut, which is never within a word.

    Only what has no blank to be cut at, such as a path or a language that writes none, is cut where the room ends.
    """
    if len(text) <= at_most:
        return text
    before, blank, _ = text[:at_most].rpartition(" ")
    return f"{before.rstrip(_AT_A_CUT)} …" if blank and 2 * len(before) > at_most else text[: at_most - 1] + "…"


def json_bytes(text: str) -> bytes:
    """
    Return JSON text as UTF-8. Characters that a terminal or an editor could obey become JSON escapes, which mean the
    same; so do halves of character pairs, which UTF-8 cannot hold.
    """
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8", "backslashreplace")


def json_chunks(values: object) -> Iterator[bytes]:
    """Yield values as JSON, one field a line, in chunks of about 64 KB, ending with a line break."""
    held: list[str] = []
    size = 0
    for piece in json_pieces(values):
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield json_bytes("".join(held))
            held, size = [], 0
    yield json_bytes("".join([*held, "\n"]))

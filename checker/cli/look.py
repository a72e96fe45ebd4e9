"""How text looks on a screen: its width, its few colours, and that text of documents cannot play tricks there."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from checker.plain_words import counted
from checker.text.late_patterns import late_pattern
from checker.values import dataclass

_NARROWEST, _WIDEST = 40, 120
_TURNS_TEXT_ROUND = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_UNSAFE_IN_JSON = late_pattern(f"[\x7f-\x9f\u2028\u2029\ud800-\udfff{''.join(sorted(_TURNS_TEXT_ROUND))}]")
_NEEDS_NO_QUOTES = late_pattern(r"[\w./\\:-]+")
_BOLD, _LOUD, _END = "\x1b[1m", "\x1b[1;33m", "\x1b[0m"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Columns to fill, and whether codes for bold and colour may be used."""

    width: int = 80
    colour: bool = False

    @classmethod
    def of_stdout(cls) -> Look:
        """Return the look of where stdout goes; colours only for a terminal, and never if NO_COLOR is set."""
        terminal = sys.stdout.isatty()
        columns = shutil.get_terminal_size((80, 24)).columns if terminal else 80
        return cls(width=max(_NARROWEST, min(columns, _WIDEST)), colour=terminal and not os.environ.get("NO_COLOR"))

    def title(self, text: str) -> str:
        """Return a heading."""
        return f"{_BOLD}{text}{_END}" if self.colour else text

    def loud(self, text: str) -> str:
        """Return words that must not be overlooked."""
        return f"{_LOUD}{text}{_END}" if self.colour else text

    def wrapped(self, text: str, indent: int = 0, first: str = "") -> list[str]:
        """Return `text` in lines that fit, each with `indent` blanks; the first has `first` before its words."""
        blanks = " " * indent
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=blanks + first,
            subsequent_indent=blanks + " " * len(first),
            break_on_hyphens=False,
            break_long_words=False,
        ) or [f"{blanks}{first}".rstrip()]

    def facts(self, rows: Iterable[tuple[str, str]], indent: int = 2) -> list[str]:
        """Return `name  value` lines, the values under one another; rows without a value are left out."""
        shown = [(name, value) for name, value in rows if value]
        longest = max((len(name) for name, _ in shown), default=0)
        return [line for name, value in shown for line in self.wrapped(value, indent, f"{name.ljust(longest)}  ")]


def table(rows: Sequence[Sequence[str]], indent: int = 2) -> list[str]:
    """Return rows with their columns under one another; the last column is not padded."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    padded = ([cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[-1]] for row in rows)
    return [f"{' ' * indent}{'  '.join(cells)}".rstrip() for cells in padded]


def safe(text: str) -> str:
    """
    Return text of a document on one line, without control characters.

    Terminal escapes, and marks that turn the text round, could make a reader see something else than was written.
    """
    one_line = " ".join(text.split())
    return "".join(sign for sign in one_line if _can_be_shown(sign))


def _can_be_shown(sign: str) -> bool:
    return sign not in _TURNS_TEXT_ROUND and unicodedata.category(sign) not in ("Cc", "Cs")


def in_quotes(argument: str) -> str:
    """Return a file's name as it can be typed into a command, on any system: in quotation marks if it needs them."""
    return argument if _NEEDS_NO_QUOTES.fullmatch(argument) else f'"{argument}"'


def shortened(text: str, length: int) -> str:
    """Return at most so many characters of a text, with `…` where something is left out."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


count = counted
"""`1 gap`, `3 gaps` or `no gaps`."""


def json_text(values: object) -> str:
    """
    Return values as JSON, one field a line. What a terminal could obey, or what turns text round, becomes a JSON
    escape, which means the same to programs.
    """
    text = json.dumps(values, ensure_ascii=False, indent=1)
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

"""Cells and rows of a sheet while it streams by, and the row that names its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from checker import dataclass, field, in_words, replace

_LABEL_WORDS, _LABEL_LENGTH = 12, 80
_FEWEST_LABELS = 2
_FIGURE = re.compile(r"[-+£€$]?\s?[\d.,]+\s?%?|\[[a-z]\]|\*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?)?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A cell that holds something; `column` counts from 1. `is_text`: neither a figure nor a date."""

    column: int
    lines: tuple[str, ...]
    is_text: bool = True
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row that holds something; `number` counts from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def again(self, further: int) -> Row:
        """Return the same row further down."""
        return replace(self, number=self.number + further)


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """Which row names the columns, and their names; 0 and none if no row does."""

    row: int = 0
    names: Mapping[int, str] = field(default_factory=dict)


def find_header(rows: Sequence[Row]) -> Header:
    """
    Return the first of some rows that names at least half of the columns in use, each in a few words. A figure that is
    typed as text names none, but a year may.
    """
    widest = max((len(row.cells) for row in rows), default=0)
    for row in rows[:-1]:  # what has no row below names nothing
        if len(row.cells) >= max(_FEWEST_LABELS, (widest + 1) // 2) and all(map(_is_label, row.cells)):
            return Header(row=row.number, names={cell.column: " ".join(cell.lines) for cell in row.cells})
    return Header()


def _is_label(cell: Cell) -> bool:
    text = " ".join(cell.lines)
    is_short = len(text) <= _LABEL_LENGTH and len(text.split()) <= _LABEL_WORDS
    is_figure = _FIGURE.fullmatch(text) and not _YEAR.fullmatch(text)
    return cell.is_text and is_short and not is_figure and not text.endswith((".", "!"))


def shown_day(value: str) -> str:
    """Return `31 March 2025` for a day as the file stores it: what a cell shows may leave the order of a date open."""
    found = _DAY.match(value)
    try:
        return in_words(date.fromisoformat(found.group(1))) if found else ""
    except ValueError:
        return ""

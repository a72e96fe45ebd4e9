"""Which row of a table names its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker import dataclass, field

from .rows import Row, Table

SEARCHED = 15
"""So many rows from the top are searched for the header."""
_LONGEST = 80
_MOST_WORDS = 12
_FEWEST = 2
_FIGURE = re.compile(
    r"[-+£€$]?\s?[\d.,]+\s?%?|\d{1,2} [A-Z][a-z]+ \d{4}(?: \d\d:\d\d)?|\d+:\d\d(?::\d\d)?"
    r"|\[[a-z]\]|\*|TRUE|FALSE|#[A-Z/0!?]+"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The rows that name the columns, by number, and the name of each column; both empty if no row does."""

    rows: frozenset[int] = frozenset()
    names: Mapping[int, str] = field(default_factory=dict)


def find_header(table: Table) -> Header:
    """
    Return the header: the first of the 15 top rows that names at least half of the columns in use, each in a few words.

    A header of two rows, the upper one with merged cells, is read as `Upper: Lower`. A row of which another cell than a
    label stands in is none.
    """
    first = table.rows[: SEARCHED + 1]
    widest = max((len(row.columns) for row in table.rows[: SEARCHED * 2]), default=0)
    for place, row in enumerate(first[:SEARCHED]):
        if place + 1 < len(table.rows) and len(row.columns) * 2 >= widest and _names_columns(row):
            return _with_second_row(row, table.rows[place + 1], table)
        if _spans(row, table) and place + 2 < len(table.rows) and _names_columns(first[place + 1]):
            return _with_second_row(row, table.rows[place + 1], table)
    return Header()


def _names_columns(row: Row) -> bool:
    return len(row.texts) >= _FEWEST and len(set(row.texts)) > 1 and all(map(_is_label, row.texts))


def _is_label(text: str) -> bool:
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.endswith((".", "!")):
        return False
    return bool(_YEAR.fullmatch(text)) or not _FIGURE.fullmatch(text)


def _with_second_row(row: Row, below: Row, table: Table) -> Header:
    upper = dict(zip(row.columns, row.texts, strict=True))
    spans = _spans(row, table)
    if not (spans and _names_columns(below)):
        return Header(rows=frozenset({row.number}), names=upper)
    for first, last in spans:
        upper |= dict.fromkeys(range(first, last + 1), upper.get(first, ""))
    lower = dict(zip(below.columns, below.texts, strict=True))
    names = {column: _joined(upper.get(column, ""), lower.get(column, "")) for column in {*upper, *lower}}
    return Header(rows=frozenset({row.number, below.number}), names=names)


def _spans(row: Row, table: Table) -> Sequence[tuple[int, int]]:
    """Return first and last column of the cells of a row that are merged over several columns but not over all."""
    merged = [(left, right) for top, left, _, right in table.merged if top == row.number and right > left]
    return merged if len(row.columns) > 1 else ()


def _joined(upper: str, lower: str) -> str:
    return f"{upper}: {lower}" if upper and lower and upper != lower else upper or lower

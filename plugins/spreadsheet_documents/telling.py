"""Which cells of a large table say something: a table of thousands of rows is a list of records, not of sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from checker import SENTENCE_LIMIT

from .rows import Row, Table

LARGE = 20_000
"""A table with more cells is a large one."""
FIRST_CELLS = 5_000
"""Of a large table the first rows, up to so many cells, are looked at cell by cell as in any table."""
NOTE = (
    "Of its large tables every row was read, but words that a column repeats were looked at once, and figures, days "
    "and codes in the first rows alone."
)
_DAY = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+ \d{4}(?: \d\d:\d\d)?")
_CODE = re.compile(r"\d|[\W_]*$|.$")
_DIGITS = frozenset("0123456789")

Picked: TypeAlias = tuple[Row, Sequence[int], Sequence[int]]
"""A row, the columns of the cells that are looked at, and start and end of each in the text, in turn."""


def large_tables(tables: Sequence[Table]) -> frozenset[int]:
    """Return which are large; all of them, where the others hold more cells together than a document may have."""
    sizes = [sum(len(row.texts) for row in table.rows) for table in tables]
    large = frozenset(number for number, size in enumerate(sizes) if size > LARGE)
    others = sum(size for number, size in enumerate(sizes) if number not in large)
    return large if others <= SENTENCE_LIMIT else frozenset(range(len(tables)))


def first_rows(table: Table) -> int:
    """Return how many rows of a large table are looked at cell by cell."""
    cells = 0
    for number, row in enumerate(table.rows):
        if cells >= FIRST_CELLS:
            return number
        cells += len(row.texts)
    return len(table.rows)


def telling_cells(rows: Sequence[Row], at: int) -> Iterator[Picked]:
    """
    Yield the cells with a text that its column has not had before and that is no bare figure, day or code.

    The first row begins at `at`. Not more cells than a document may have, and one: who reads on sees that there are
    more.
    """
    seen: dict[int, set[str]] = defaultdict(set)
    left = SENTENCE_LIMIT + 1
    for row in rows:
        columns: list[int] = []
        bounds: list[int] = []
        for column, text in zip(row.columns, row.texts, strict=True):
            end = at + len(text)
            if (" " in text or text[0] not in _DIGITS) and text not in seen[column]:
                seen[column].add(text)
                if _says_something(text):
                    columns.append(column)
                    bounds += (at, end)
            at = end + 1
        if columns and left > 0:
            left -= len(columns)
            yield row, columns, bounds


def _says_something(text: str) -> bool:
    if " " in text:
        return text[-1] not in _DIGITS or not _DAY.fullmatch(text)
    return not _CODE.search(text)

"""Rows of a table, whatever file they come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker import dataclass

CELL_LIMIT = 1_000_000
CHARACTER_LIMIT = 20_000_000
"""So many cells and characters of a file are read; more take longer, and more memory, than one file may."""
TOO_MANY = (
    f"Only the first {CELL_LIMIT:,} cells, or {CHARACTER_LIMIT:,} characters, were read. "
    "Save the rest as a file of its own."
)


class Row(NamedTuple):
    """
    The cells of a row that hold something, from left to right.

    `number` and `columns` count from 1. `line` is the line of the file where the row begins, if the file has lines.
    A tuple, since a file has many and they go from one process to another.
    """

    number: int
    columns: tuple[int, ...]
    texts: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """
    The rows of one sheet or file that hold something. `name` is the sheet's name; empty for a file without sheets.

    `merged` are first row, first column, last row, last column of each merged cell. `unseen_rows` and
    `unseen_columns` are the numbers of hidden ones; `unseen`: the whole sheet is hidden.
    """

    rows: tuple[Row, ...]
    name: str = ""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    unseen_rows: frozenset[int] = frozenset()
    unseen_columns: frozenset[int] = frozenset()
    unseen: bool = False


class Room:
    """What may still be read of a file. `cut`: there was more."""

    def __init__(self) -> None:
        self.cut = False
        self._cells, self._characters = CELL_LIMIT, CHARACTER_LIMIT

    @property
    def is_full(self) -> bool:
        """Whether nothing more is read."""
        return self.cut

    def takes(self, texts: Sequence[str]) -> bool:
        """Take a row, or say that it is one too many."""
        self._cells -= len(texts)
        self._characters -= sum(map(len, texts)) + len(texts)
        self.cut = self.cut or self._cells < 0 or self._characters < 0
        return not self.cut

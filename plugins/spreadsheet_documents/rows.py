"""Rows of a table, whatever file they come from."""

from __future__ import annotations

from typing import NamedTuple

from checker import dataclass


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

"""Rows of a table, whatever file they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


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


def column_number(letters: str) -> int:
    """Return the number of a column, from 1: A 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column, from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

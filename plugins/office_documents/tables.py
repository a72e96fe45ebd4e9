"""Rows and columns of the tables of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .styles import is_on


@dataclass(kw_only=True, slots=True)
class Table:
    """Where reading stands in a table; row and column count from 1. `above` is the cell around a nested table."""

    above: str = ""
    row: int = 0
    column: int = 0
    next_column: int = 1
    is_label_row: bool = False

    @property
    def cell(self) -> str:
        """Place of the present cell: `r2c3`, within another table `r1c1/r2c3`."""
        place = f"r{self.row}c{self.column}"
        return f"{self.above}/{place}" if self.above else place


class Tables:
    """The tables around the place that is being read. A text box stands outside the table that it is anchored in."""

    def __init__(self) -> None:
        self._open: list[Table] = []
        self._outside_box: list[list[Table]] = []

    @property
    def present(self) -> Table | None:
        """The innermost table, or `None`."""
        return self._open[-1] if self._open else None

    def begin_box(self) -> None:
        """Enter a text box."""
        self._outside_box.append(self._open)
        self._open = []

    def end_box(self) -> None:
        """Leave a text box."""
        if self._outside_box:
            self._open = self._outside_box.pop()

    def begin_table(self) -> None:
        """Enter a table."""
        self._open.append(Table(above=self._open[-1].cell if self._open else ""))

    def end_table(self) -> None:
        """Leave a table."""
        if self._open:
            self._open.pop()

    def begin_row(self) -> None:
        """Go to the next row."""
        if table := self.present:
            table.row, table.column, table.next_column, table.is_label_row = table.row + 1, 0, 1, False

    def begin_cell(self) -> None:
        """Go to the next cell."""
        if table := self.present:
            table.column = table.next_column
            table.next_column += 1

    def span(self, attributes: Mapping[str, str]) -> None:
        """Take over how many columns the present cell spans."""
        value = attributes.get("val", "")
        if (table := self.present) and value.isdecimal() and len(value) < 4:
            table.next_column = table.column + max(1, int(value))

    def label_row(self, attributes: Mapping[str, str]) -> None:
        """Take over that the present row holds labels and is repeated on each page."""
        if table := self.present:
            table.is_label_row = is_on(attributes.get("val", "1"))

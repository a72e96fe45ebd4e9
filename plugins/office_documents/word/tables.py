"""Rows and columns of the tables of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import dataclass

from ..colours import rating_colour
from ..xml_stream import Attributes, plain
from .styles import is_on, value_of

_DEEPEST = 20
_TOO_DEEP = "…"


@dataclass(kw_only=True, slots=True)
class Table:
    """Where reading stands in a table; row and column count from 1. `above` is the cell around a nested table."""

    number: int
    above: str = ""
    row: int = 0
    column: int = 0
    next_column: int = 1
    is_label_row: bool = False
    colour: str = ""
    goes_on: bool = False
    has_text: bool = False

    @property
    def cell(self) -> str:
        """Place of the present cell: `r2c3`, within another table `r1c1/r2c3`."""
        place = f"r{self.row}c{self.column}"
        return f"{self.above}/{place}" if self.above else place


class Tables:
    """
    The tables around the place that is being read. A text box stands outside the table that it is anchored in.

    `colour_only` is told the place and the colour of a cell that says something by its colour and by nothing else.
    """

    def __init__(self, colour_only: Callable[[str, str], None]) -> None:
        self._open: list[Table] = []
        self._outside_box: list[list[Table]] = []
        self._colour_only = colour_only
        self._number = 0

    @property
    def present(self) -> Table | None:
        """The innermost table, or `None`."""
        return self._open[-1] if self._open else None

    @property
    def in_box(self) -> bool:
        """Whether reading stands in a text box."""
        return bool(self._outside_box)

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "tbl": lambda _: self.begin_table(),
            "tr": lambda _: self.begin_row(),
            "tc": lambda _: self.begin_cell(),
            "gridSpan": self._span,
            "vMerge": self._merge,
            "tblHeader": self._label_row,
            "txbxContent": lambda _: self.begin_box(),
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Handlers for ends of elements."""
        return {"tbl": self.end_table, "tc": self.end_cell, "txbxContent": self.end_box}

    def begin_box(self) -> None:
        """Enter a text box."""
        self._outside_box.append(self._open)
        self._open = []

    def end_box(self) -> None:
        """Leave a text box."""
        if self._outside_box:
            self._open = self._outside_box.pop()

    def begin_table(self) -> None:
        """Enter a table. Places in tables nested absurdly deep are shortened."""
        self._number += 1
        above = self._open[-1].cell if self._open else ""
        self._open.append(Table(number=self._number, above=_TOO_DEEP if len(self._open) > _DEEPEST else above))

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
            table.colour, table.goes_on, table.has_text = "", False, False

    def end_cell(self) -> None:
        """Leave a cell; one that has a colour and no words is told."""
        table = self.present
        if table and table.colour and not table.has_text and not table.goes_on:
            self._colour_only(f"table {table.number}, {table.cell}", table.colour)

    def note_text(self) -> None:
        """Note that the present cell, and those around it, hold words."""
        for table in reversed(self._open):
            if table.has_text:
                return  # then those around it were told before
            table.has_text = True

    def _span(self, attributes: Attributes) -> None:
        """Take over how many columns the present cell spans."""
        value = value_of(attributes)
        if (table := self.present) and value.isdecimal() and len(value) < 4:
            table.next_column = table.column + max(1, int(value))

    def _merge(self, attributes: Attributes) -> None:
        """Take over that the present cell goes on from the one above."""
        if table := self.present:
            table.goes_on = value_of(attributes) != "restart"

    def shade(self, attributes: Attributes) -> None:
        """Take over the colour of the present cell."""
        if table := self.present:
            table.colour = rating_colour(plain(attributes).get("fill", ""))

    def _label_row(self, attributes: Attributes) -> None:
        """Take over that the present row holds labels and is repeated on each page."""
        if table := self.present:
            table.is_label_row = is_on(attributes)

"""Rows and columns of the tables in an OpenDocument text or presentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import dataclass

from ..xml_stream import Attributes, plain
from .styles import Styles

_MOST_COLUMNS = 16_384
_DEEPEST = 20


@dataclass(kw_only=True, slots=True)
class Grid:
    """Where reading stands in a table; row and column count from 1. `above` is the cell around a nested table."""

    number: int
    above: str = ""
    row: int = 0
    column: int = 0
    in_header: bool = False
    colour: str = ""
    has_text: bool = False

    @property
    def cell(self) -> str:
        """Place of the present cell: `r2c3`, within another table `r1c1/r2c3`."""
        place = f"r{self.row}c{self.column}"
        return f"{self.above}/{place}" if self.above else place


def repeats(attributes: Mapping[str, str], name: str) -> int:
    """Return how often a row or cell stands there; at least once."""
    value = attributes.get(name, "1")
    return max(1, int(value)) if value.isdecimal() and len(value) < 9 else 1


class Grids:
    """The tables around the place that is being read. `colour_only` is told of cells with a colour and no words."""

    def __init__(self, styles: Styles, colour_only: Callable[[str, str], None]) -> None:
        self._styles, self._colour_only = styles, colour_only
        self._open: list[Grid] = []
        self._number = 0

    @property
    def present(self) -> Grid | None:
        """The innermost table."""
        return self._open[-1] if self._open else None

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "table": self._begin_table,
            "table-header-rows": lambda _: self._in_header(True),
            "table-row": self._begin_row,
            "table-cell": self._begin_cell,
            "covered-table-cell": self._pass_cell,
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Handlers for ends of elements."""
        return {
            "table": self._end_table,
            "table-header-rows": lambda: self._in_header(False),
            "table-cell": self._end_cell,
        }

    def note_text(self) -> None:
        """Note that the present cell, and those around it, hold words."""
        for grid in reversed(self._open):
            if grid.has_text:
                return  # then those around it were told before
            grid.has_text = True

    def _begin_table(self, _: Attributes) -> None:
        self._number += 1
        above = self._open[-1].cell if self._open else ""
        self._open.append(Grid(number=self._number, above="…" if len(self._open) > _DEEPEST else above))

    def _end_table(self) -> None:
        if self._open:
            self._open.pop()

    def _in_header(self, is_header: bool) -> None:
        if self._open:
            self._open[-1].in_header = is_header

    def _begin_row(self, _: Attributes) -> None:
        if grid := self.present:
            grid.row, grid.column = grid.row + 1, 0

    def _begin_cell(self, raw: Attributes) -> None:
        if grid := self.present:
            attributes = plain(raw)
            grid.column = min(grid.column + repeats(attributes, "number-columns-repeated"), _MOST_COLUMNS)
            grid.has_text = False
            grid.colour = self._styles.of("table-cell", attributes.get("style-name", "")).colour or ""

    def _pass_cell(self, raw: Attributes) -> None:
        if grid := self.present:
            grid.column = min(grid.column + repeats(plain(raw), "number-columns-repeated"), _MOST_COLUMNS)
            grid.colour = ""

    def _end_cell(self) -> None:
        grid = self.present
        if grid and grid.colour and not grid.has_text:
            self._colour_only(f"table {grid.number}, {grid.cell}", grid.colour)

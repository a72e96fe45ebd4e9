"""Rows and columns of the tables of a page."""

from __future__ import annotations

from checker import BlockKind, dataclass, field

LONGEST_LABEL = 12


@dataclass(kw_only=True, slots=True)
class Piece:
    """One block of the page: its words on one line, and where it stands."""

    text: str
    kind: BlockKind
    line: int
    level: int = 0
    cell: str = ""


@dataclass(kw_only=True, slots=True)
class Table:
    """Where reading stands in one table; row and column count from 1."""

    row: int = 0
    column: int = 0
    next_column: int = 1
    labels: list[Piece] = field(default_factory=list)
    has_data: bool = False

    @property
    def cell(self) -> str:
        """Place of the present cell, such as `r2c3`."""
        return f"r{self.row}c{self.column}" if self.row and self.column else ""

    def begin_row(self) -> None:
        """Go to the next row."""
        self.end_row()
        self.row += 1
        self.column, self.next_column = 0, 1

    def begin_cell(self, is_data: bool, span: str) -> None:
        """Go to the next cell, which spans as many columns as its attribute says."""
        self.row = max(self.row, 1)
        self.column = self.next_column
        self.next_column += min(int(span), 1000) if span.isdecimal() and len(span) < 5 else 1
        self.has_data |= is_data

    def end_row(self) -> None:
        """Make short cells into labels where the row has nothing but heading cells."""
        for piece in self.labels if not self.has_data else ():
            if len(piece.text.split()) <= LONGEST_LABEL:
                piece.kind = BlockKind.FURNITURE
        self.labels, self.has_data = [], False

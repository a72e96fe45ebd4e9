"""
From tables to the text of a document and its blocks: a line for each row, a block for each cell.

It goes in two steps, since a large table is laid out in another process than that which makes its blocks: what goes
between them is a text and a few numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from checker import Block, BlockKind, column_letters, dataclass

from .header import Header, find_header
from .rows import Row, Table

_LONGEST_TITLE = 12

LaidRow: TypeAlias = tuple[int, int | None, BlockKind, int, bool, tuple[int, ...], tuple[int, ...]]
"""
Number and line of a row, what its cells are, the level of a heading, whether it stands above the first of the records,
then the numbers of its columns and how long the text of each cell is.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidTable:
    """The rows of one table. `paths` are those above its columns by number; `paths[0]` is above what is in none."""

    name: str
    paths: tuple[tuple[str, ...], ...]
    unseen_columns: frozenset[int]
    rows: tuple[LaidRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Laid:
    """A text, and the tables in it in their order."""

    text: str
    tables: tuple[LaidTable, ...]


def lay_out(tables: Sequence[Table]) -> Laid:
    """
    Return text and rows. Cells of a row are parted by a tab, rows by a line break; what is empty leaves nothing.

    The path above a cell is its sheet and the name of its column. Names of columns, and what is hidden, stay in the
    text but are never evidence. A short line above the header is a heading.
    """
    laid = []
    for table in tables:
        header = find_header(table)
        first = min(header.rows, default=0)
        laid.append(
            LaidTable(
                name=table.name,
                paths=_paths(table, header),
                unseen_columns=table.unseen_columns,
                rows=tuple([_laid_row(row, table, header, first) for row in table.rows]),
            )
        )
    return Laid(text="\n".join(["\t".join(row.texts) for table in tables for row in table.rows]), tables=tuple(laid))


def blocks_of(laid: Laid) -> tuple[Block, ...]:
    """Return a block for each cell."""
    blocks: list[Block] = []
    at = 0
    for table in laid.tables:
        blocks += _blocks(table, at)
        at = blocks[-1].end + 1 if blocks else 0
    return tuple(blocks)


def _blocks(table: LaidTable, at: int) -> list[Block]:
    blocks: list[Block] = []
    unseen, sheet = table.unseen_columns, table.name or None
    letters = [column_letters(number) for number in range(len(table.paths))]
    outside = table.paths[:1] * len(table.paths)
    for number, line, row_kind, level, stands_above, columns, lengths in table.rows:
        paths = outside if stands_above else table.paths
        for column, length in zip(columns, lengths, strict=True):
            end = at + length
            block = Block(
                start=at,
                end=end,
                kind=BlockKind.FURNITURE if column in unseen else row_kind,
                level=level,
                heading_path=paths[column],
                line=line,
                sheet=sheet,
                cell=f"{letters[column]}{number}",
            )
            blocks.append(block)
            at = end + 1
    return blocks


def _paths(table: Table, header: Header) -> tuple[tuple[str, ...], ...]:
    numbers = range(max((row.columns[-1] for row in table.rows), default=0) + 1)
    above = (table.name,) if table.name else ()
    return tuple((*above, header.names[number]) if header.names.get(number) else above for number in numbers)


def _laid_row(row: Row, table: Table, header: Header, first: int) -> LaidRow:
    kind, level, stands_above = _kind(row, table, header, first)
    return row.number, row.line, kind, level, stands_above, row.columns, tuple(map(len, row.texts))


def _kind(row: Row, table: Table, header: Header, first: int) -> tuple[BlockKind, int, bool]:
    """
    Return what the cells of a row are, the level of a heading, and whether the row is above the first of records.

    `first` is the number of the header's first row; 0 if there is none.
    """
    is_header = row.number in header.rows
    is_above = is_header or row.number < first
    if is_header or table.unseen or row.number in table.unseen_rows:
        return BlockKind.FURNITURE, 0, is_above
    if is_above and len(row.texts) == 1 and len(row.texts[0].split()) <= _LONGEST_TITLE:
        return BlockKind.HEADING, 1, True
    return BlockKind.TABLE_CELL, 0, is_above

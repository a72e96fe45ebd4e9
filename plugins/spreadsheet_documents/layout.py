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
from .telling import NOTE, first_rows, large_tables, telling_cells

_LONGEST_TITLE = 12

LaidRow: TypeAlias = tuple[int, int | None, BlockKind, int, bool, Sequence[int], Sequence[int]]
"""
Number and line of a row, what its cells are, the level of a heading, whether it stands above the first of the records,
then the columns of the cells that are looked at, and start and end of each in the text, in turn.
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
    """A text, and the tables in it in their order. `is_picked`: of a large table not every cell is looked at."""

    text: str
    tables: tuple[LaidTable, ...]
    is_picked: bool = False


def lay_out(tables: Sequence[Table], *, every_cell: bool) -> Laid:
    """
    Return text and rows. Cells of a row are parted by a tab, rows by a line break; what is empty leaves nothing.

    The path above a cell is its sheet and the name of its column. Names of columns, and what is hidden, stay in the
    text but are never evidence. A short line above the header is a heading. Unless `every_cell` is wanted, cells of
    large tables that say nothing new are in the text alone.
    """
    large = frozenset[int]() if every_cell else large_tables(tables)
    laid: list[LaidTable] = []
    lines: list[str] = []
    at = 0
    for number, table in enumerate(tables):
        header = find_header(table)
        rows = _laid_rows(table, header, at, number in large)
        own_lines = ["\t".join(row.texts) for row in table.rows]
        at += sum(map(len, own_lines)) + len(own_lines)
        lines += own_lines
        laid.append(
            LaidTable(
                name=table.name, paths=_paths(table, header), unseen_columns=table.unseen_columns, rows=tuple(rows)
            )
        )
    return Laid(text="\n".join(lines), tables=tuple(laid), is_picked=bool(large))


def _laid_rows(table: Table, header: Header, at: int, is_large: bool) -> list[LaidRow]:
    """Return the rows in which anything is looked at; the table begins at `at`."""
    rows: list[LaidRow] = []
    first = min(header.rows, default=0)
    dense = first_rows(table) if is_large else len(table.rows)
    for row in table.rows[:dense]:
        bounds = _bounds(row, at)
        at = bounds[-1] + 1
        rows.append((row.number, row.line, *_kind(row, table, header, first), row.columns, bounds))
    for row, columns, places in telling_cells(table.rows[dense:], at):
        kind, level, stands_above = _kind(row, table, header, first)
        if kind.can_be_evidence:
            rows.append((row.number, row.line, kind, level, stands_above, columns, places))
    return rows


def _bounds(row: Row, at: int) -> list[int]:
    """Return start and end of each cell in the text, in turn; the row begins at `at`."""
    bounds: list[int] = []
    for text in row.texts:
        end = at + len(text)
        bounds += (at, end)
        at = end + 1
    return bounds


def picked_note(laid: Laid) -> str:
    """Return what is to be told of a table whose cells are not all looked at; empty where all are."""
    return NOTE if laid.is_picked else ""


def blocks_of(laid: Laid) -> tuple[Block, ...]:
    """Return a block for each cell that is looked at."""
    return tuple([block for table in laid.tables for block in _blocks(table)])


def _blocks(table: LaidTable) -> list[Block]:
    blocks: list[Block] = []
    unseen, sheet = table.unseen_columns, table.name or None
    letters = [column_letters(number) for number in range(len(table.paths))]
    outside = table.paths[:1] * len(table.paths)
    for number, line, row_kind, level, stands_above, columns, bounds in table.rows:
        paths = outside if stands_above else table.paths
        for column, start, end in zip(columns, bounds[::2], bounds[1::2], strict=True):
            block = Block(
                start=start,
                end=end,
                kind=BlockKind.FURNITURE if column in unseen else row_kind,
                level=level,
                heading_path=paths[column],
                line=line,
                sheet=sheet,
                cell=f"{letters[column]}{number}",
            )
            blocks.append(block)
    return blocks


def _paths(table: Table, header: Header) -> tuple[tuple[str, ...], ...]:
    numbers = range(max((row.columns[-1] for row in table.rows), default=0) + 1)
    above = (table.name,) if table.name else ()
    return tuple((*above, header.names[number]) if header.names.get(number) else above for number in numbers)


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

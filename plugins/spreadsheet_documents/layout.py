"""From tables to the text of a document and its blocks: a line for each row, a block for each cell."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Block, BlockKind, column_letters, dataclass

from .header import Header, find_header
from .rows import Row, Table

_LONGEST_TITLE = 12


def laid_out(tables: Sequence[Table]) -> tuple[str, tuple[Block, ...]]:
    """
    Return text and blocks. Cells of a row are parted by a tab, rows by a line break; what is empty leaves nothing.

    The path above a cell is its sheet and the name of its column. Names of columns, and what is hidden, stay in the
    text but are never evidence. A short line above the header is a heading.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for table in tables:
        columns = _Columns.of(table)
        for row in table.rows:
            blocks += _cells(row, at, table, columns)
            lines.append("\t".join(row.texts))
            at += len(lines[-1]) + 1
    return "\n".join(lines), tuple(blocks)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Columns:
    """The columns of a table by number, from 1; `paths[0]` is the path of what stands in no column."""

    header: Header
    letters: Sequence[str]
    paths: Sequence[tuple[str, ...]]

    @classmethod
    def of(cls, table: Table) -> _Columns:
        header = find_header(table)
        numbers = range(max((row.columns[-1] for row in table.rows), default=0) + 1)
        above = (table.name,) if table.name else ()
        paths = [(*above, header.names[number]) if header.names.get(number) else above for number in numbers]
        return cls(header=header, letters=[column_letters(number) for number in numbers], paths=paths)


def _cells(row: Row, at: int, table: Table, columns: _Columns) -> list[Block]:
    kind, level, stands_above = _kind(row, table, columns.header)
    unseen, letters, paths, sheet = table.unseen_columns, columns.letters, columns.paths, table.name or None
    blocks = []
    for column, text in zip(row.columns, row.texts, strict=True):
        end = at + len(text)
        blocks.append(
            Block(
                start=at,
                end=end,
                kind=BlockKind.FURNITURE if column in unseen else kind,
                level=level,
                heading_path=paths[0 if stands_above else column],
                line=row.line,
                sheet=sheet,
                cell=f"{letters[column]}{row.number}",
            )
        )
        at = end + 1
    return blocks


def _kind(row: Row, table: Table, header: Header) -> tuple[BlockKind, int, bool]:
    """Return what the cells of a row are, the level of a heading, and whether the row is above the first of records."""
    is_header = row.number in header.rows
    is_above = is_header or (bool(header.rows) and row.number < min(header.rows))
    if is_header or table.unseen or row.number in table.unseen_rows:
        return BlockKind.FURNITURE, 0, is_above
    if is_above and len(row.texts) == 1 and len(row.texts[0].split()) <= _LONGEST_TITLE:
        return BlockKind.HEADING, 1, True
    return BlockKind.TABLE_CELL, 0, is_above

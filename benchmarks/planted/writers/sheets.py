"""Workbooks: each section with a table is a sheet; sections of sentences are sheets of one column."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook

from ..source_text import Block, BlockType, SourceText, blocks_of
from .fixed import COUNCIL, WRITTEN, fixed_zip

_NAME_LENGTH = 31
Sheet = tuple[str, list[tuple[str, ...]]]


def write_xlsx(source: SourceText, *, hidden: Sequence[str] = ()) -> bytes:
    """Return a workbook; sheets named in `hidden` are hidden, as is easily forgotten before a file is shared."""
    return workbook(_sheets(source), title=source.title, hidden=hidden)


def workbook(sheets: Sequence[Sheet], *, title: str, hidden: Sequence[str] = ()) -> bytes:
    """Return a workbook of these sheets."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "author": COUNCIL, "created": WRITTEN.replace(tzinfo=None)})
        for name, rows in sheets:
            sheet = book.add_worksheet(name[:_NAME_LENGTH])
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
    return fixed_zip(file.getvalue())


def _sheets(source: SourceText) -> list[Sheet]:
    sheets: list[Sheet] = []
    for block in blocks_of(source.body):
        if block.type is BlockType.HEADING and block.level > 1:
            sheets.append((block.text, []))
        elif sheets:
            sheets[-1][1].extend(_rows(block, source.title))
    return sheets


def _rows(block: Block, title: str) -> list[tuple[str, ...]]:
    if block.type is BlockType.TABLE:
        return list(block.rows)
    return [(title,), (block.text,)]

"""Spreadsheet files for tests, written by openpyxl and XlsxWriter, and read by the reader under test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from checker_plugins.spreadsheet_documents import checker_read_document
from openpyxl.workbook import Workbook

from checker import BlockKind, Document, Source


def a_workbook(write: Callable[[Workbook], object]) -> bytes:
    """Return a file of openpyxl's with what `write` puts into it."""
    book = openpyxl.Workbook()
    write(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_rows(*rows: tuple[object, ...]) -> bytes:
    """Return a file with these rows in its only sheet."""
    return a_workbook(lambda book: [book.worksheets[0].append(row) for row in rows])


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a zip with some of its parts changed; a part that is not there is made."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *changes}:
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, changes[name](content) if name in changes else content)
    return stream.getvalue()


def read(data: bytes, name: str = "figures.xlsx") -> Document:
    """Return what the reader makes of a file."""
    document = checker_read_document(Source(name=name, data=data, sha256=sha256(data).hexdigest()))
    assert document is not None
    return document


def cells(document: Document) -> dict[str, str]:
    """Return the text of every cell by sheet and place."""
    return {
        f"{block.sheet}!{block.cell}" if block.sheet else str(block.cell): document.text[block.start : block.end]
        for block in document.blocks
    }


def kinds(document: Document) -> dict[str, BlockKind]:
    """Return the kind of block of every cell by place."""
    return {str(block.cell): block.kind for block in document.blocks}


def path_of(document: Document, cell: str) -> tuple[str, ...]:
    """Return the headings above a cell."""
    return next(block.heading_path for block in document.blocks if block.cell == cell)

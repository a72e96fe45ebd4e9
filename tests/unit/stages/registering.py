"""A register as its sheet is read, and as it finds its files."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.document import Block, Document, Source
from checker.domain.register import Register, RegisterColumn, RegisterRow
from checker.stages.register import RegisterWords
from checker.stages.register.reading import read_register

from ..test_grid import a_table

C = RegisterColumn
WORDS = RegisterWords(
    columns={
        "ref": C.REF,
        "title": C.TITLE,
        "document": C.TITLE,
        "file": C.FILE,
        "file name": C.FILE,
        "link": C.LINK,
        "owner": C.OWNER,
        "quality statement": C.STATEMENT,
        "category": C.CATEGORY,
        "kind": C.KIND,
        "date": C.DATE,
    },
    categories={"partners": "feedback-from-partners", "processes": "processes"},
    kinds={"minutes": "minutes"},
    numbers={1: "assessing-needs", 7: "safeguarding"},
    statement_of=lambda text: {"safeguarding": "safeguarding", "assessing needs": "assessing-needs"}.get(
        text.lower(), ""
    ),
)
SOURCE = Source(name="register.csv", data=b"x", sha256="1" * 64)


def a_sheet(*rows: tuple[str, ...], first: int = 1) -> Document:
    cells = [
        (f"{chr(64 + column)}{number}", text)
        for number, row in enumerate(rows, first)
        for column, text in enumerate(row, 1)
        if text
    ]
    return a_table(*cells)


def sheets(cells: Mapping[str, tuple[tuple[str, str], ...]]) -> Document:
    """A workbook: the cells of each sheet, by its name."""
    text, blocks = "", list[Block]()
    for sheet, told in cells.items():
        for cell, words in told:
            blocks.append(Block(start=len(text), end=len(text) + len(words), sheet=sheet, cell=cell))
            text += f"{words}\n"
    return Document(name="register.csv", text=text, blocks=tuple(blocks))


def read(*rows: tuple[str, ...], **columns: str) -> Register:
    return read_register(a_sheet(*rows), SOURCE, WORDS, columns)


def with_files(*files: str, column: RegisterColumn = C.FILE) -> Register:
    return Register(name="r", rows=tuple(RegisterRow(place=file, said={column: file}) for file in files))

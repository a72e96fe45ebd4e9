"""
Nothing is lost: all that independent writers put into a file comes out again, whole and in order.

python-docx, python-pptx, openpyxl and odfpy write; LibreOffice, where it is installed, saves in further formats.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pptx
import pytest
from docx.document import Document as WordDocument
from odf import opendocument, text
from pptx.util import Inches

from checker import BlockKind

from .office_files import a_word_file, converted, read, texts

PARAGRAPHS = [
    f"In area {number} we met people & carers, asked <them> “what matters”, and acted." for number in range(60)
]
CELLS = [[f"Measure {row}.{column} rose – by {row}%." for column in range(4)] for row in range(12)]
HEADING_EVERY = 10


def a_report(document: WordDocument) -> None:
    for number, paragraph in enumerate(PARAGRAPHS):
        if number % HEADING_EVERY == 0:
            document.add_heading(f"Section {number}", 1)
        document.add_paragraph(paragraph, "List Bullet" if number % 3 == 0 else None)
    table = document.add_table(len(CELLS), len(CELLS[0]))
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.sections[0].header.paragraphs[0].text = "A header"


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_every_paragraph_heading_and_cell_of_a_text_comes_out_in_order(suffix: str, tmp_path: Path) -> None:
    made = a_word_file(a_report)

    document = read(converted(made, "report.docx", suffix, tmp_path) if suffix != "docx" else made, f"report.{suffix}")

    assert texts(document, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) == PARAGRAPHS
    assert texts(document, BlockKind.HEADING) == [f"Section {n}" for n in range(0, len(PARAGRAPHS), HEADING_EVERY)]
    assert texts(document, BlockKind.TABLE_CELL) == [cell for row in CELLS for cell in row]
    assert texts(document, BlockKind.FURNITURE) == ["A header"]


def test_what_libreoffice_saves_as_word_file_loses_nothing(tmp_path: Path) -> None:
    odt = converted(a_word_file(a_report), "report.docx", "odt", tmp_path)

    document = read(converted(odt, "again.odt", "docx", tmp_path))

    assert texts(document, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) == PARAGRAPHS
    assert texts(document, BlockKind.TABLE_CELL) == [cell for row in CELLS for cell in row]


def a_note(words: str, number: int) -> text.Note:
    note = text.Note(noteclass="footnote", id=f"n{number}")
    note.addElement(text.NoteCitation(text=str(number)))
    body = text.NoteBody()
    body.addElement(text.P(text=words))
    note.addElement(body)
    return note


@pytest.mark.parametrize("suffix", ["odt", "docx"])
def test_every_footnote_comes_out_in_order(suffix: str, tmp_path: Path) -> None:
    report, stream = opendocument.OpenDocumentText(), BytesIO()
    notes = [f"Figures of area {number}, 2024." for number in range(8)]
    for number, words in enumerate(notes):
        paragraph = text.P(text=PARAGRAPHS[number])
        paragraph.addElement(a_note(words, number))
        report.text.addElement(paragraph)
    report.save(stream)
    made = stream.getvalue()

    document = read(converted(made, "notes.odt", suffix, tmp_path) if suffix != "odt" else made, f"notes.{suffix}")

    assert texts(document, BlockKind.PARAGRAPH) == PARAGRAPHS[: len(notes)]
    assert texts(document, BlockKind.FOOTNOTE) == notes


def test_every_line_and_cell_of_slides_comes_out_on_its_slide() -> None:
    deck, stream = pptx.Presentation(), BytesIO()
    for number in range(0, len(PARAGRAPHS), 5):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Section {number}"
        slide.placeholders[1].text = "\n".join(PARAGRAPHS[number : number + 5])
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(len(CELLS), len(CELLS[0]), 0, 0, Inches(5), Inches(5)).table
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    deck.save(stream)

    document = read(stream.getvalue(), "deck.pptx")

    assert texts(document, BlockKind.LIST_ITEM) == PARAGRAPHS
    assert [block.page for block in document.blocks if block.kind is BlockKind.HEADING] == list(range(1, 13))
    assert texts(document, BlockKind.TABLE_CELL, BlockKind.FURNITURE) == [cell for row in CELLS for cell in row]


def test_every_cell_of_a_spreadsheet_comes_out_at_its_address(tmp_path: Path) -> None:
    book, stream = openpyxl.Workbook(), BytesIO()
    for name in ("First", "Second"):
        sheet = book.create_sheet(name)
        for row in CELLS:
            sheet.append([*row, 12, 0.5])
    book.save(stream)

    document = read(converted(stream.getvalue(), "book.xlsx", "ods", tmp_path), "book.ods")

    found = {(block.sheet, block.cell): document.text[block.start : block.end] for block in document.blocks}
    expected = [[*row, "12", "0.5"] for row in CELLS]
    assert found == {
        (name, f"{'ABCDEF'[column]}{row}"): cell
        for name in ("First", "Second")
        for row, cells in enumerate(expected, 1)
        for column, cell in enumerate(cells)
    }

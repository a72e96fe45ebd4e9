"""A link behind a cell of a workbook leads where its author meant it to."""

from __future__ import annotations

import pytest
import xlsxwriter
from openpyxl.workbook import Workbook

from checker import Document

from .spreadsheet_files import a_workbook, read

ADDRESS = "https://aldermere.example/Shared%20Documents/Minutes.docx"


def by_openpyxl() -> bytes:
    def write(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for cell, text in (("A1", "Title"), ("B1", "File"), ("A2", "Minutes"), ("B2", "Open it")):
            sheet[cell] = text
        sheet["B2"].hyperlink = ADDRESS
        sheet["A2"].hyperlink = "#Sheet!A1"

    return a_workbook(write)


def by_xlsxwriter() -> bytes:
    from io import BytesIO

    data = BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Log")
        sheet.write_row(0, 0, ["Title", "File"])
        sheet.write_string(1, 0, "Minutes")
        sheet.write_url(1, 1, ADDRESS, string="Open it")
        sheet.write_url(4, 1, "internal:Log!A1", string="Up")
    return data.getvalue()


@pytest.mark.parametrize("data", [by_openpyxl(), by_xlsxwriter()])
def test_a_link_behind_a_cell_stands_at_its_words(data: bytes) -> None:
    document: Document = read(data)

    (link,) = document.links
    assert document.text[link.start : link.end] == "Open it"
    assert link.target == ADDRESS

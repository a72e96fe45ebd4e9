"""A link behind a cell of a workbook leads where its author meant it to."""

from __future__ import annotations

import re

import pytest
import xlsxwriter
from openpyxl.workbook import Workbook

from checker import Document

from .spreadsheet_files import a_workbook, changed, read

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


@pytest.mark.parametrize("address", ["mailto:jo@aldermere.example", "tel:0100", "onenote:x/Minutes.one", "#Log!A1"])
def test_an_address_that_leads_to_no_evidence_is_left_out(address: str) -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["A1"] = "Title"
        book.worksheets[0]["A1"].hyperlink = address

    assert read(a_workbook(write)).links == ()


@pytest.mark.parametrize("address", ["http://aldermere.example/x", "file:///S:\\Minutes.docx", "QS5/Minutes.docx"])
def test_an_address_of_a_page_or_file_is_kept(address: str) -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["A1"] = "Title"
        book.worksheets[0]["A1"].hyperlink = address

    assert [link.target for link in read(a_workbook(write)).links] == [address]


@pytest.mark.parametrize(
    "element",
    [
        b"""<hyperlink display="Plans > Minutes" ref="B2" r:id="rId1"/>""",
        b"""<hyperlink ref='B2:B3' tooltip='See > "ref=A2"' r:id='rId1'/>""",
        b"""<hyperlink tooltip=" ref='A2' " ref = "B2"\n r:id = 'rId1' />""",
    ],
)
def test_a_link_is_found_however_its_element_is_written(element: bytes) -> None:
    name = "xl/worksheets/sheet1.xml"
    data = by_xlsxwriter()

    document = read(changed(data, {name: lambda xml: re.sub(rb'<hyperlink ref="B2"[^>]*>', lambda _: element, xml)}))

    (link,) = document.links
    assert (document.text[link.start : link.end], link.target) == ("Open it", ADDRESS)

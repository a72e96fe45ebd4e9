"""Reading spreadsheets. They are written by openpyxl, XlsxWriter and xlwt, and changed by hand where those cannot."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter
import xlwt
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from checker import BlockKind, ReadStatus, UnreadableError

from .spreadsheet_files import a_workbook, cells, changed, kinds, path_of, read, with_rows

SHEET = "xl/worksheets/sheet1.xml"


def test_every_cell_is_a_block_with_its_sheet_and_address() -> None:
    def write(book: Workbook) -> None:
        first = book.worksheets[0]
        first.title = "Waiting times"
        first["A1"], first["B7"] = "People waiting", "Reviews were late."
        book.create_sheet("Safeguarding")["C3"] = "Enquiries"

    document = read(a_workbook(write))

    assert cells(document) == {
        "Waiting times!A1": "People waiting",
        "Waiting times!B7": "Reviews were late.",
        "Safeguarding!C3": "Enquiries",
    }


def test_cells_of_a_row_stand_on_one_line() -> None:
    document = read(with_rows(("Measure", "Value"), ("Reviews", 12)))

    assert document.text == "Measure\tValue\nReviews\t12"


def test_a_cell_says_what_its_column_is_called() -> None:
    document = read(with_rows(("Dashboard 2024/25",), (), ("Measure", "Result"), ("Reviews in time", "81%")))

    assert path_of(document, "B4") == ("Sheet", "Result")
    assert kinds(document)["A1"] is BlockKind.HEADING
    assert kinds(document)["A3"] is BlockKind.FURNITURE
    assert kinds(document)["B4"] is BlockKind.TABLE_CELL


def test_a_header_of_two_rows_is_read_as_one() -> None:
    def write(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in (("Measure", "Quarter 1", None), (None, "Target", "Actual"), ("Reviews", 80, 75)):
            sheet.append(row)
        sheet.merge_cells("B1:C1")

    document = read(a_workbook(write))

    assert path_of(document, "B3") == ("Sheet", "Quarter 1: Target")
    assert path_of(document, "C3") == ("Sheet", "Quarter 1: Actual")


def test_a_row_of_sentences_is_no_header() -> None:
    told = "People told us that they wait too long and that nobody tells them why, which worries them a great deal."

    document = read(with_rows((told, "Carers said so too, and asked that somebody should ring them back each week.")))

    assert set(kinds(document).values()) == {BlockKind.TABLE_CELL}


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.61, "0%", "61%"),
        (0.6145, "0.00%", "61.45%"),
        (0.605, "0%", "61%"),
        (-0.025, "0.0%", "-2.5%"),
        (26700000, '"£"#,##0', "£26,700,000"),
        (12.5, "£#,##0.00", "£12.50"),
        (datetime(2025, 3, 31), "dd/mm/yyyy", "31 March 2025"),
        (date(2025, 4, 1), "mmm-yy", "April 2025"),
        (datetime(2025, 3, 31, 14, 30), "dd/mm/yyyy hh:mm", "31 March 2025 14:30"),
        (time(9, 15), "hh:mm", "09:15"),
        (timedelta(hours=30), "[hh]:mm:ss", "30:00:00"),
        (345, "General", "345"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        ("[c]", "General", "[c]"),
        ("*", "General", "*"),
        ("line one\nline two", "General", "line one\nline two"),
        ("123456789012345", "General", "123456789012345"),
        (12345678901234, "0", "12345678901234"),
    ],
)
def test_values_are_read_as_they_are_shown(value: object, number_format: str, shown: str) -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["B2"] = value
        book.worksheets[0]["B2"].number_format = number_format

    document = read(a_workbook(write))

    assert cells(document) == {"Sheet!B2": shown}


def test_files_of_another_writer_are_read_in_full() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        percent = book.add_format({"num_format": "0.0%"})
        for number in range(3):
            sheet = book.add_worksheet(f"Area {number}")
            sheet.write_row(0, 0, ("Measure", "Share"))
            for row in range(1, 200):
                sheet.write(row, 0, f"Measure {row} & more <so>")
                sheet.write(row, 1, row / 1000, percent)

    document = read(stream.getvalue())

    found = cells(document)
    assert len(found) == 3 * 400
    assert found["Area 2!A200"] == "Measure 199 & more <so>"
    assert found["Area 2!B200"] == "19.9%"


def test_an_old_file_is_read_with_a_word_on_percentages() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Old")
    sheet.write(0, 0, "Share")
    sheet.write(0, 1, 0.61)
    stream = BytesIO()
    book.save(stream)

    document = read(stream.getvalue(), "figures.xls")

    assert cells(document) == {"Old!A1": "Share", "Old!B1": "0.61"}
    assert "0.61 for 61%" in document.reason
    assert document.status is ReadStatus.OK


def test_the_value_of_a_formula_is_the_one_that_was_stored() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Sums").write_formula("A1", "=1+1", None, 2)

    document = read(stream.getvalue())

    assert cells(document) == {"Sums!A1": "2"}
    assert document.status is ReadStatus.OK


def test_a_formula_without_a_stored_value_makes_the_file_partial() -> None:
    document = read(with_rows(("Total",), ("=SUM(A3:A9)",)))

    assert document.status is ReadStatus.PARTIAL
    assert "1 cell holds a formula without a stored result (first: Sheet A2)" in document.reason


def test_an_error_is_read_as_it_is_shown() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Sums").write_formula("B2", "=1/0", None, "#DIV/0!")

    document = read(stream.getvalue())

    assert cells(document) == {"Sums!B2": "#DIV/0!"}


def test_hidden_sheets_rows_and_columns_are_told_apart_and_never_evidence() -> None:
    def write(book: Workbook) -> None:
        seen = book.worksheets[0]
        seen["A1"], seen["A2"], seen["C1"] = "Carers are content.", "Nobody may see this.", "Nor this."
        seen.row_dimensions[2].hidden = True
        seen.column_dimensions["C"].hidden = True
        book.create_sheet("Lists")["A1"] = "A list."
        book["Lists"].sheet_state = "veryHidden"

    document = read(a_workbook(write))

    assert [(one.kind, one.place, one.text) for one in document.hidden] == [
        ("hidden rows", "Sheet row 2", "Nobody may see this."),
        ("hidden columns", "Sheet column C", "Nor this."),
        ("hidden sheet", "Lists", "A list."),
    ]
    evidence = [block for block in document.blocks if block.kind.can_be_evidence]
    assert [document.text[block.start : block.end] for block in evidence] == ["Carers are content."]


def test_comments_and_white_text_are_hidden_matter() -> None:
    def write(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A1"], sheet["B2"] = "Seen.", "Not seen."
        sheet["A1"].comment = Comment("Is this right?", "Somebody")
        sheet["B2"].font = Font(color="FFFFFFFF")

    document = read(a_workbook(write))

    assert [(one.kind, one.place, one.text) for one in document.hidden] == [
        ("white text", "Sheet B2", "Not seen."),
        ("comment", "Sheet A1", "Is this right?"),
    ]


def test_the_title_of_the_file_is_kept() -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["A1"] = "Measure"
        book.properties.title = "Performance report"

    document = read(a_workbook(write))

    assert document.metadata == {"title": "Performance report"}


def test_a_sheet_with_one_far_cell_is_named_and_the_others_are_read() -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["A1"], book.worksheets[0]["XFD1048576"] = "Near.", "Far."
        book.create_sheet("Other")["A1"] = "Read."

    document = read(a_workbook(write))

    assert cells(document) == {"Other!A1": "Read."}
    assert document.status is ReadStatus.PARTIAL
    assert "The sheet “Sheet” was not read: a cell stands so far" in document.reason


def test_a_table_far_down_is_read() -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0]["AAA200000"], book.worksheets[0]["AAB200001"] = "Far", "down"

    document = read(a_workbook(write))

    assert cells(document) == {"Sheet!AAA200000": "Far", "Sheet!AAB200001": "down"}
    assert document.status is ReadStatus.OK


def test_a_file_without_any_value_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="every cell of every sheet is empty"):
        read(with_rows())


def test_cells_without_addresses_are_read_in_their_order() -> None:
    import re

    data = changed(with_rows(("One", "Two")), {SHEET: lambda xml: re.sub(rb' r="[A-Z]*\d+"', b"", xml)})

    document = read(data)

    assert document.text == "One\tTwo"

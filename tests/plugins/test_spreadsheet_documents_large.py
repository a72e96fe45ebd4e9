"""Tables of thousands of rows: the text holds them whole, what says something new is looked at, records are whole."""

from __future__ import annotations

import pytest
from checker_plugins.spreadsheet_documents import checker_read_document
from openpyxl.workbook import Workbook

from checker import BlockKind, Document, ReadStatus, Source, UnreadableError

from .spreadsheet_files import a_workbook, read, with_rows

HEADER = ("Reference", "Visit", "Team", "Share", "Day")
ROWS = 6_000
LAST = f"E{ROWS + 1}"


def row(number: int) -> tuple[object, ...]:
    return (f"V-{number}", f"{number} visits were on time", "north team", number / 7, "3 March 2026")


LARGE = with_rows(HEADER, *(row(number) for number in range(ROWS)))
AS_TEXT = "\n".join(",".join(map(str, one)) for one in (HEADER, *(row(number) for number in range(ROWS)))).encode()


def texts_by_cell(document: Document) -> dict[str, str]:
    return {block.cell or "": document.text[block.start : block.end] for block in document.blocks}


@pytest.fixture(scope="module", params=[(LARGE, "visits.xlsx"), (AS_TEXT, "visits.csv")], ids=["xlsx", "csv"])
def large(request: pytest.FixtureRequest) -> Document:
    data, name = request.param
    return read(data, name)


def test_every_row_of_a_large_table_is_in_the_text(large: Document) -> None:
    lines = large.text.split("\n")

    assert len(lines) == ROWS + 1
    assert lines[-1].startswith(f"V-{ROWS - 1}\t{ROWS - 1} visits were on time\tnorth team\t")
    assert large.status is ReadStatus.OK
    assert "every row was read" in large.reason


def test_what_says_something_new_is_a_block_at_its_place(large: Document) -> None:
    block = large.blocks[-1]

    assert large.text[block.start : block.end] == f"{ROWS - 1} visits were on time"
    assert (block.cell, block.kind, block.heading_path[-1]) == (f"B{ROWS + 1}", BlockKind.TABLE_CELL, "Visit")


def test_what_repeats_and_bare_figures_days_and_codes_are_looked_at_in_the_first_rows_alone(large: Document) -> None:
    found = texts_by_cell(large)

    assert {found[f"{column}900"] for column in "ACE"} == {"V-898", "north team", "3 March 2026"}
    assert not {f"{column}{ROWS}" for column in "ACDE"} & set(found)


def test_a_word_that_comes_late_is_found_once() -> None:
    late = [(*row(number)[:2], "south team" if number > ROWS - 9 else "north team", 1) for number in range(ROWS)]

    document = read(with_rows(HEADER[:4], *late))

    assert [cell for cell, text in texts_by_cell(document).items() if text == "south team"] == [f"C{ROWS - 6}"]


def test_hidden_rows_of_a_large_table_are_no_evidence() -> None:
    def write(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for one in (HEADER, *(row(number) for number in range(ROWS))):
            sheet.append(one)
        sheet.row_dimensions[ROWS].hidden = True

    document = read(a_workbook(write))

    assert f"{ROWS - 2} visits were on time" in document.text
    assert f"B{ROWS}" not in texts_by_cell(document)
    assert f"B{ROWS - 1}" in texts_by_cell(document)


@pytest.mark.parametrize(("data", "name"), [(LARGE, "visits.xlsx"), (AS_TEXT, "visits.csv")])
def test_records_are_read_cell_by_cell_however_many_there_are(data: bytes, name: str) -> None:
    document = checker_read_document(Source(name=name, data=data, sha256="", every_cell=True))

    assert document is not None
    assert len(document.blocks) == 5 * (ROWS + 1)
    assert texts_by_cell(document)[LAST] == "3 March 2026"
    assert document.reason == ""


def test_small_sheets_beside_a_large_one_are_looked_at_cell_by_cell() -> None:
    def write(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for one in (HEADER, *(row(number) for number in range(ROWS))):
            sheet.append(one)
        totals = book.create_sheet("Totals")
        totals.append(("Team", "Visits"))
        totals.append(("north team", 6_000))

    document = read(a_workbook(write))

    found = [(block.sheet, block.cell) for block in document.blocks if block.sheet == "Totals"]
    assert found == [("Totals", cell) for cell in ("A1", "B1", "A2", "B2")]


def test_a_table_without_a_word_is_refused_however_large() -> None:
    with pytest.raises(UnreadableError, match="It holds no text"):
        read(b",,,\n" * 30_000, "empty.csv")

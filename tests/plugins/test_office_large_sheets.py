"""Large sheets of OpenDocument: every row is in the text, what says something new is looked at, records are whole."""

from __future__ import annotations

import pytest
from checker_plugins.office_documents import checker_read_document

from checker import Document, ReadStatus, Source

from .office_files import an_open_file, read

ROWS = 6_000
HEADER = ("Reference", "Visit", "Team", "Share", "Day")


def cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def row(number: int) -> tuple[str, ...]:
    return (f"V-{number}", f"{number} visits were on time", "north team", "0.5", "3 March 2026")


def a_file() -> bytes:
    rows = (HEADER, *(row(number) for number in range(ROWS)))
    xml = "".join(f"<table:table-row>{''.join(map(cell, cells))}</table:table-row>" for cells in rows)
    return an_open_file("spreadsheet", f'<table:table table:name="Visits">{xml}</table:table>')


DATA = a_file()


@pytest.fixture(scope="module")
def large() -> Document:
    return read(DATA, "visits.ods")


def test_every_row_is_in_the_text_and_the_file_is_read_in_full(large: Document) -> None:
    lines = large.text.split("\n")

    assert len(lines) == ROWS + 1
    assert lines[-1] == "\t".join(row(ROWS - 1))
    assert large.status is ReadStatus.OK
    assert large.reason.startswith("In its large tables, words that a column repeats were looked at once")


def test_far_down_only_what_says_something_new_is_a_block_at_its_place(large: Document) -> None:
    block = large.blocks[-1]

    last = [one.cell for one in large.blocks if (one.cell or "").endswith(str(ROWS + 1))]
    assert last == [f"B{ROWS + 1}"]
    assert large.text[block.start : block.end] == f"{ROWS - 1} visits were on time"
    assert (block.sheet, block.heading_path) == ("Visits", ("Visits", "Visit"))
    assert [large.text[one.start : one.end] for one in large.blocks if one.cell in ("A4000", "E4000")] == [
        "V-3998",
        "3 March 2026",
    ]


def test_a_register_is_read_cell_by_cell() -> None:
    document = checker_read_document(Source(name="visits.ods", data=DATA, sha256="", every_cell=True))

    assert document is not None
    assert len(document.blocks) == 5 * (ROWS + 1)
    assert document.reason == ""

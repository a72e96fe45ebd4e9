"""Reading tables saved as text: encodings, delimiters, quotes."""

from __future__ import annotations

import pytest

from checker import BlockKind, ReadStatus, UnreadableError

from .spreadsheet_files import cells, kinds, path_of, read

TABLE = "Measure,Result,Comment\r\nCafé visits,61%,“Good”\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    document = read(TABLE.encode(encoding), "kpi.csv")

    assert document.text == "Measure\tResult\tComment\nCafé visits\t61%\t“Good”"
    assert document.status is ReadStatus.OK
    assert ("Windows-1252" in document.reason) is (encoding == "cp1252")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    other = "," if delimiter == ";" else ";"
    lines = ["Measure|Result|Note", f"Waiting|17 days|long{other} very long{other} too", "Reviews|61|none"]

    document = read("\n".join(lines).replace("|", delimiter).encode(), "kpi.csv")

    assert {place[0] for place in cells(document)} == {"A", "B", "C"}


def test_a_line_that_names_the_delimiter_is_no_row() -> None:
    document = read(b"sep=;\r\nMeasure;Result\r\nReviews;61\r\n", "kpi.csv")

    assert cells(document) == {"A1": "Measure", "B1": "Result", "A2": "Reviews", "B2": "61"}


def test_line_breaks_and_quotation_marks_within_quotes_belong_to_the_cell() -> None:
    document = read(b'Measure,Comment\nReviews,"First line,\nsecond ""line"""\nVisits,none\n', "kpi.csv")

    assert cells(document)["B2"] == 'First line,\nsecond "line"'
    assert [block.line for block in document.blocks] == [1, 1, 2, 2, 4, 4]


def test_a_cell_says_what_its_column_is_called() -> None:
    document = read(b"Performance of the council\n\nMeasure,Result\nReviews,[c]\n", "kpi.csv")

    assert path_of(document, "B4") == ("Result",)
    assert kinds(document)["A3"] is BlockKind.FURNITURE
    assert cells(document)["B4"] == "[c]"


def test_numbers_that_another_program_has_cut_are_noted() -> None:
    document = read(b"Case,Days\n1.23457E+14,3\n", "kpi.csv")

    assert "1 long number was cut" in document.reason
    assert document.status is ReadStatus.OK


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\n,,\n", "every cell is empty"),
        (b"PK\x03\x04rest", "a zip or Excel file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"a,b\n\x00\x01\x02,c\n", "other bytes"),
        (b"\xff\xfea\x00b", "damaged or cut off"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data, "kpi.csv")


def test_a_field_without_an_end_is_told() -> None:
    table = "Measure,Result\nReviews,61\n" + '"' + "x" * 200_000

    document = read(table.encode(), "kpi.csv")

    assert document.status is ReadStatus.PARTIAL
    assert "read up to line 2 only" in document.reason

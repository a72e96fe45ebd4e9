"""Spreadsheets that are damaged or made to harm: a plain message, in bounded time, and never a lost process."""

from __future__ import annotations

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from checker import SENTENCE_LIMIT, Document, ReadStatus, UnreadableError

from .spreadsheet_files import a_workbook, changed, read, with_rows

SHEET = "xl/worksheets/sheet1.xml"
PARTS = (SHEET, "xl/workbook.xml", "xl/styles.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
REAL = with_rows(("Measure", "Result", "Comment"), *((f"Measure {number}", number, "Fine.") for number in range(20)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "seems to be something else"),
        (b"%PDF-1.7", "a PDF file"),
        (b"<html>", "a web page"),
        (REAL[:1500], "damaged or cut off"),
        (b"PK\x03\x04" + b"x" * 100, "damaged or cut off"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (OLE + b"\x00" * 600, "damaged or cut off"),
        (changed(REAL, {SHEET: lambda xml: LAUGHS + xml}), "defines XML entities"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data)


def test_a_file_that_swells_is_refused_before_it_is_unpacked() -> None:
    stream = BytesIO(REAL)
    with ZipFile(stream, "a", ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet9.xml", b" " * 60_000_000)

    with pytest.raises(UnreadableError, match="far more than a spreadsheet needs"):
        read(stream.getvalue())


def test_tags_that_never_end_take_no_more_than_linear_time() -> None:
    data = changed(REAL, {SHEET: lambda _: b'<c r="A1" t="e" ' + b"<c s=1 t= <row hidden= " * 200_000})
    begun = time.monotonic()

    with pytest.raises(UnreadableError):
        read(data)

    assert time.monotonic() - begun < 10


def test_more_cells_than_are_read_end_in_a_cut_that_is_told() -> None:
    table = ("1," * 999 + "1\n") * 1_001

    document = read(table.encode(), "figures.csv")

    assert document.text.count("\n") == 999
    assert document.status is ReadStatus.PARTIAL
    assert "Only the first 1,000,000 cells" in document.reason


def test_as_many_cells_as_are_read_are_no_reason_for_a_cut() -> None:
    rows = [tuple(range(row, row + 100)) for row in range(SENTENCE_LIMIT // 100 + 2)]

    document = read(with_rows(*rows))

    assert document.text.count("\n") == len(rows) - 1
    assert document.status is ReadStatus.OK


@settings(max_examples=60, deadline=5_000, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(at=st.integers(0, len(REAL) - 1), byte=st.integers(0, 255), cut=st.integers(0, 400))
def test_a_changed_byte_gives_a_document_or_a_plain_message(at: int, byte: int, cut: int) -> None:
    data = REAL[:at] + bytes([byte]) + REAL[at + 1 : len(REAL) - cut]

    try:
        outcome: object = read(data)
    except UnreadableError as error:
        outcome = str(error)

    assert isinstance(outcome, Document | str)
    assert outcome


@settings(max_examples=60, deadline=5_000, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    at=st.integers(0, 2_000),
    piece=st.binary(min_size=1, max_size=12),
    name=st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml"]),
)
def test_a_changed_part_gives_a_document_or_a_plain_message(at: int, piece: bytes, name: str) -> None:
    data = changed(REAL, {name: lambda xml: xml[:at] + piece + xml[at + len(piece) :]})

    try:
        outcome: object = read(data)
    except UnreadableError as error:
        outcome = str(error)

    assert isinstance(outcome, Document | str)
    assert outcome


@settings(max_examples=200, deadline=2_000, derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes_as_a_table_give_a_document_or_a_plain_message(data: bytes) -> None:
    try:
        outcome: object = read(data, "kpi.csv")
    except UnreadableError as error:
        outcome = str(error)

    assert isinstance(outcome, Document | str)
    assert outcome


@pytest.mark.parametrize("place", [b"B99999999999999999999", b"AAAAAAAA1", b"B" + b"9" * 9_000, b"XFD1048576"])
def test_a_cell_beyond_any_sheet_costs_only_its_own_sheet(place: bytes) -> None:
    def write(book: Workbook) -> None:
        book.worksheets[0].append(("Near",))
        book.worksheets[0].append(("Far",))
        book.create_sheet("Other").append(("We meet.",))

    data = changed(a_workbook(write), {SHEET: lambda xml: xml.replace(b'r="A2"', b'r="' + place + b'"')})

    document = read(data)

    assert document.text == "We meet."
    assert document.status is ReadStatus.PARTIAL
    assert "spans millions of empty cells" in document.reason

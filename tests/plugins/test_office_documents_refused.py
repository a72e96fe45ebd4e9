"""Files of an Office suffix that are no such file, or break off: what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from checker_plugins.office_documents import checker_read_document

from checker import ReadStatus, Source, UnreadableError

from .office_files import a_paragraph, a_word_file, changed, read, with_body

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_main(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word file with its main part changed."""
    return changed(data, {"word/document.xml": change}, {})


def test_other_files_are_left_to_other_readers() -> None:
    assert checker_read_document(Source(name="report.txt", data=b"We met.", sha256="")) is None


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "protected with a password"),
        (OLE + b"rest", "a.docx", "old Word format"),
        (OLE + b"rest", "a.doc", "save it as .docx"),
        (b"%PDF-1.7", "a.docx", "a PDF file"),
        (b"<html></html>", "a.docx", "a web page"),
        (b"{\\rtf1", "a.doc", "rich text"),
        (b"PK\x03\x04 and no more", "a.docx", "damaged or cut off"),
        (b"\0" * 5000, "a.docx", "nothing but zeros"),
    ],
)
def test_what_is_no_word_file_is_unreadable_with_a_plain_reason(data: bytes, name: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data, name)


def test_a_word_file_that_is_cut_off_or_empty_says_so() -> None:
    whole = a_word_file(lambda one: one.add_paragraph("We meet."))

    with pytest.raises(UnreadableError, match="damaged or cut off"):
        read(whole[:100], "a.docx")
    with pytest.raises(UnreadableError, match="holds no text"):
        read(a_word_file(lambda _: None), "a.docx")


@pytest.mark.parametrize(
    ("part", "message"),
    [("xl/workbook.xml", "no Word file but an Excel workbook"), ("index.html", "no Word file. Open it")],
)
def test_a_zip_of_another_kind_is_no_word_file(part: str, message: str) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(part, "<workbook/>")

    with pytest.raises(UnreadableError, match=message):
        read(stream.getvalue())


def test_a_text_that_breaks_off_is_partial() -> None:
    whole = a_word_file(lambda one: [one.add_paragraph(f"We meet in room {number}.") for number in range(200)])

    document = read(with_main(whole, lambda xml: xml[: len(xml) // 2]))

    assert document.status is ReadStatus.PARTIAL
    assert "breaks off" in document.reason
    assert document.text.startswith("We meet in room 0.")


def test_an_embedded_document_that_was_not_read_makes_it_partial() -> None:
    assert read(with_body(a_paragraph("We meet.") + "<w:altChunk/>")).status is ReadStatus.PARTIAL

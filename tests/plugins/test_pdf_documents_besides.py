"""What a PDF file holds besides its text, and what is told where it cannot be read."""

from __future__ import annotations

import sys

import pytest
from checker_plugins.pdf_documents import checker_read_document, reading
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from checker import ReadStatus, Source, UnreadableError

from .pdf_makers import all_of, assembled, blank, bomb, drawn, lines, picture, with_attachment
from .pdf_reading import LONG, WORDS, read, wrapped


def test_other_files_are_left_to_other_readers() -> None:
    assert checker_read_document(Source(name="report.txt", data=b"%PDF-1.7", sha256="")) is None


def test_links_are_where_their_words_are() -> None:
    def page(canvas: Canvas) -> None:
        lines("Read our strategy online.")(canvas)
        canvas.linkURL("https://example.org/strategy", (80, 755, 150, 772))

    document = read(drawn(page))

    (link,) = document.links
    assert link.target == "https://example.org/strategy"
    assert "strategy" in document.text[link.start : link.end]


def test_properties_are_metadata_and_say_whether_the_file_is_tagged() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setTitle("Carers strategy 2024")
        canvas.setAuthor("A Person")
        lines("We listen to carers.")(canvas)

    document = read(drawn(page))

    assert document.metadata["title"] == "Carers strategy 2024"
    assert document.metadata["tagged"] == "no"
    assert len(document.metadata["created"]) == len("2024-01-31")
    assert "A Person" not in str(document.metadata)


def test_what_a_program_writes_as_title_is_no_title() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - draft 3.docx")
        lines("We listen to carers.")(canvas)

    assert "title" not in read(drawn(page)).metadata


def test_pages_without_text_are_named() -> None:
    document = read(drawn(lines(LONG), lines("Two"), picture, picture, picture, lines("Six"), picture))

    assert document.status is ReadStatus.PARTIAL
    assert document.reason == "It holds no text on pages 3 to 5 and 7: they may be scans."


def test_a_page_with_a_stamped_number_only_is_a_page_without_text() -> None:
    document = read(drawn(lines(*wrapped(LONG)), all_of(picture, lines("2", top=30))))

    assert document.reason == "It holds no text on page 2: it may be a scan."


def test_a_blank_page_misses_nothing() -> None:
    document = read(drawn(lines(LONG), blank, lines("We listen.")))

    assert document.status is ReadStatus.OK


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 rest", "It is not a PDF file: it seems to be a Word file"),
        (b"Dear Sir", "It is not a PDF file: it seems to be something else"),
        (b"%PDF-1.7\nand nothing more", "It is damaged or cut off, and no page could be read"),
        (drawn(picture, picture), "It holds no text on any page: it may be a scan"),
        (drawn(lines(LONG), encrypt=StandardEncryption("secret")), "It is protected with a password"),
    ],
    ids=["zip", "text", "stub", "scan", "password"],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_of_a_file_that_is_cut_off_the_whole_pages_are_read() -> None:
    whole = drawn(*(lines(*wrapped(f"{word}. {LONG}"), top=700) for word in WORDS))

    document = read(whole[: int(len(whole) * 0.8)])

    assert document.status is ReadStatus.PARTIAL
    assert "zero. " in document.text
    assert document.reason.startswith("It is cut off")


@pytest.mark.parametrize(
    ("pages", "left_out"),
    [(4, "It is too long, and pages 3 to 4 were not read. Split it."), (3, "page 3 was not read"), (2, "")],
)
def test_pages_beyond_what_can_be_taken_are_told(monkeypatch: pytest.MonkeyPatch, pages: int, left_out: str) -> None:
    monkeypatch.setattr(reading, "_ENOUGH", len(LONG) + 50)

    found = reading.read_pdf(drawn(*(lines(*wrapped(f"{word}. {LONG}"), top=700) for word in WORDS[:pages])))

    document = found.document("report.pdf")
    assert document.status is (ReadStatus.PARTIAL if left_out else ReadStatus.OK)
    assert left_out in document.reason
    assert "one. " in document.text
    assert "two. " not in document.text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of address space")
def test_a_bomb_is_stopped_and_the_next_file_is_read() -> None:
    with pytest.raises(UnreadableError, match=r"^Reading it needed more than 448 MB and was stopped\.$"):
        read(bomb(1_200))

    assert read(drawn(lines("We listen."))).status is ReadStatus.OK


def test_pages_that_refer_to_themselves_come_to_an_end() -> None:
    data = assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"])

    with pytest.raises(UnreadableError):
        read(data)


def test_attached_files_are_members() -> None:
    document = read(with_attachment("letter.txt", b"Dear Council"))

    assert [(member.name, member.data) for member in document.members] == [("letter.txt", b"Dear Council")]
    assert [(matter.kind, matter.place) for matter in document.hidden] == [("embedded file", "letter.txt")]


def test_comments_and_filled_in_fields_are_told() -> None:
    def page(canvas: Canvas) -> None:
        lines("We listen.")(canvas)
        canvas.textAnnotation("Is this still true?", Rect=[10, 10, 50, 50])
        canvas.acroForm.textfield(name="reviewer", value="not yet", x=60, y=500)

    document = read(drawn(page))

    assert sorted((matter.kind, matter.place, matter.text) for matter in document.hidden) == [
        ("comment", "page 1", "Is this still true?"),
        ("form field", "page 1", "reviewer: not yet"),
    ]

"""Reading plain text, and what plain text and Markdown share."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from checker_plugins.text_documents import checker_read_document

from checker import TEXT_LIMIT, ReadStatus, UnreadableError

from .text_reading import HEADING, ITEM, PARAGRAPH, a_source, blocks, read

LONG = "The board met in March and agreed with its partners how the hub would be paid for in the coming year."


@pytest.mark.parametrize("name", ["notes.pdf", "notes.docx", "notes.html"])
def test_other_files_are_left_to_other_readers(name: str) -> None:
    assert checker_read_document(a_source(LONG, name)) is None


def test_a_file_without_a_suffix_is_read_if_it_is_text() -> None:
    assert read(LONG, "README").text == LONG
    assert checker_read_document(a_source(b"\x00\x01\x02\x03", "README")) is None


@pytest.mark.parametrize(
    "content", ["We met.\r\nWe agreed.\r\n", "\ufeffWe met.\n", "Caf\u00e9 – ‘open’ 🙂\n", "a\rb\x0cc.\n"]
)
def test_the_text_is_the_file_itself_character_for_character(content: str) -> None:
    for name in ("notes.txt", "notes.md"):
        assert read(content, name).text == content


def test_utf_16_with_a_mark_is_read() -> None:
    assert read("We met.\n".encode("utf-16")).text == "We met.\n"


def test_windows_1252_is_read_with_a_note() -> None:
    document = read("The council’s café.".encode("cp1252"))

    assert document.text == "The council’s café."
    assert "Windows-1252" in document.reason


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "a zip or Office file"),
        (b"We met.\x00\x00\x00", "control characters"),
        (b"   \r\n\t ", "no text"),
        (b"caf\xc3", "cut off"),
        (b"\xff\xfeA", "cut off"),
        (b"\x81\x8d\xff", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_unreadable_with_a_plain_reason(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data)


def test_a_zero_byte_loses_nothing_else_and_is_told() -> None:
    document = read(b"We met in May.\nThe b\x00ard agreed.\n" + b"We met again.\n" * 20)

    assert document.text.startswith("We met in May.\nThe b ard agreed.\nWe met again.\n")
    assert document.status is ReadStatus.PARTIAL
    assert document.reason == "It holds a zero byte in line 2, which no text does: something may be lost there."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding: str) -> None:
    document = read("We met the carers’ board.".encode(encoding))

    assert document.text == "We met the carers’ board."
    assert "UTF-16" in document.reason


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n\r\n", "\n- ", " "])
def test_of_a_text_beyond_all_reason_the_beginning_is_read_and_this_is_told(between: str, name: str) -> None:
    line = "We met in May, and again in June at the library by the river."

    document = read((line + between) * 20_000, name)

    assert TEXT_LIMIT - 100 < len(document.text) <= TEXT_LIMIT
    assert document.status is ReadStatus.PARTIAL
    assert document.reason == "It is longer than 1,000,000 characters, and only its beginning was read. Split it."


def test_of_lines_beyond_all_reason_the_first_are_read_and_this_is_told() -> None:
    document = read(b"a\n" * 400_000)

    assert document.text == "a\n" * 120_000
    assert (document.status, document.reason[:32]) == (ReadStatus.PARTIAL, "It has more than 120,000 lines, ")


def test_each_line_is_a_paragraph_with_its_number() -> None:
    document = read("First here.\n\nSecond here.\r\nThird here.\n")

    assert [block.line for block in document.blocks] == [1, 3, 4]


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The Board met on 3 March and looked at the work which partners had done on\n"
        "discharge since January. Partners said that the hub worked well for people, and that\n"
        "Thornmere Hospital had led it with the help of the council and of many others, who\n"
        "were thanked.\n"
        "\n"
        "A second paragraph stands apart from the first one and is a paragraph of its own.\n"
    )

    assert [kind for kind, _ in blocks(read(text))] == [PARAGRAPH, PARAGRAPH]


def test_a_line_that_ends_within_a_word_goes_on_however_short_it_is() -> None:
    assert blocks(read("Our partner-\nship board met.\nThe plan -\nagreed\n")) == [
        (PARAGRAPH, "Our partner-\nship board met."),
        (PARAGRAPH, "The plan -"),
        (PARAGRAPH, "agreed"),
    ]


def test_lines_that_each_end_stay_apart() -> None:
    text = "Partners meet monthly to agree their plans for the year\nStaff share one office with nurses and planners\n"

    assert len(blocks(read(text))) == 2


def test_a_short_line_over_a_paragraph_is_a_heading() -> None:
    found = blocks(read(f"Working with partners\n\n{LONG}\n\n1.2 How we share data\n{LONG}\n"))

    assert [kind for kind, _ in found] == [HEADING, PARAGRAPH, HEADING, PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "Partners meet monthly.",
        "People told us they felt heard",
        "Partners were content",
        "and so it went on",
        "- Shared records",
    ],
)
def test_what_may_be_evidence_is_not_taken_for_a_heading(line: str) -> None:
    assert blocks(read(f"{line}\n\n{LONG}\n"))[0][0] is not HEADING


def test_notes_without_full_stops_are_no_headings() -> None:
    notes = "\n\n".join(
        ["Carers forum set up", "Joint training for staff", "Data shared weekly", "Hub open", "Lead named"]
    )

    assert {kind for kind, _ in blocks(read(notes))} == {PARAGRAPH}


def test_a_bare_narrative_has_no_headings() -> None:
    assert {
        kind
        for kind, _ in blocks(
            read(f"{LONG}\n{LONG}\nIt went on without a stop and nobody minded that it did so for a while\n")
        )
    } == {PARAGRAPH}


@pytest.mark.parametrize("marker", ["-", "•", "*", "1.", "(a)", "o", "\uf0b7", "–"])
def test_list_items_begin_after_their_marker(marker: str) -> None:
    assert blocks(read(f"{marker} Shared records\n{marker} Joint posts\n")) == [
        (ITEM, "Shared records"),
        (ITEM, "Joint posts"),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_blocks_stand_in_order_and_do_not_overlap(name: str) -> None:
    document = read(f"Title\n=====\n\n- one\n> {LONG}\n<!-- x -->\n\n| a | b |\n|--|--|\n| c | d |\n\n{LONG}\n", name)

    ends = [(block.start, block.end) for block in document.blocks]
    assert all(start < end for start, end in ends)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


@pytest.mark.parametrize(
    "text",
    [
        "<!-- " * 50_000,
        "- - - - x\n" * 10_000,
        "<a " * 50_000,
        "|" + "-|" * 50_000,
        "**" + "a*" * 25_000,
        "Short line\n" * 20_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    begin = time.process_time()

    read(text, "a.md")
    read(text, "a.txt")

    assert time.process_time() - begin < 10

"""Reading PDF files: the text in reading order, each block with its page."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from checker import BlockKind, ReadStatus

from .pdf_makers import all_of, bullets, drawn, flowing, lines, paragraph, table
from .pdf_reading import LONG, WORDS, blocks, pages_of, read, wrapped


def test_paragraphs_are_whole_and_in_order() -> None:
    document = read(flowing([paragraph(f"First. {LONG}"), paragraph(f"Second. {LONG}")]))

    assert document.status is ReadStatus.OK
    assert blocks(document) == [f"First. {LONG}".strip(), f"Second. {LONG}".strip()]


def test_a_paragraph_that_crosses_a_page_is_one_and_begins_on_the_first() -> None:
    texts = [f"{word.capitalize()} begins. " + LONG.replace("council", word) * 4 for word in WORDS]

    document = read(flowing([paragraph(text) for text in texts]))

    assert blocks(document) == [text.strip() for text in texts]
    assert pages_of(document, "Zero begins.") == [1]
    assert {block.page for block in document.blocks} == {1, 2, 3}


def test_headings_are_told_by_size_and_weight_and_have_levels() -> None:
    story = [
        paragraph("Annual report", "Title"),
        paragraph(LONG),
        paragraph("1.1 How we work", "Heading2"),
        paragraph(LONG),
        paragraph("<b>What people told us</b>"),
        paragraph(LONG),
    ]

    document = read(flowing(story))

    headings = [
        (document.text[block.start : block.end], block.level)
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert headings == [("Annual report", 1), ("1.1 How we work", 2), ("What people told us", 3)]


def test_a_heading_that_goes_over_two_lines_is_one_and_two_short_ones_stay_two() -> None:
    heading = "Agreement under section 75 of the National Health Service Act 2006 and its two schedules"
    document = read(flowing([paragraph(heading, "Heading1"), paragraph(LONG), paragraph(LONG)]))
    short = read(
        drawn(all_of(lines("Annual report", "Ellanmere", top=800, pitch=20, size=18), lines(*wrapped(LONG), top=740)))
    )

    assert blocks(document, BlockKind.HEADING) == [heading]
    assert blocks(short, BlockKind.HEADING) == ["Annual report", "Ellanmere"]


def test_the_files_own_outline_decides_what_is_a_heading() -> None:
    def page(canvas: Canvas) -> None:
        canvas.bookmarkPage("here")
        canvas.addOutlineEntry("Our plans", "here", level=0)
        lines("Our plans", top=800)(canvas)
        lines(*wrapped(LONG), top=770)(canvas)

    document = read(drawn(page))

    assert blocks(document, BlockKind.HEADING) == ["Our plans"]


def test_bullets_are_items_without_their_sign() -> None:
    document = read(flowing([paragraph("We do this:"), bullets(LONG, "We listen.")]))

    assert blocks(document, BlockKind.LIST_ITEM) == [LONG.strip(), "We listen."]


def test_cells_stay_whole_and_apart() -> None:
    document = read(flowing([paragraph(LONG), table(("Measure", "What we did", "2024"), ("Reviews", LONG, "74%"))]))

    cells = [
        (block.cell, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is BlockKind.TABLE_CELL
    ]
    assert ("r1c1", "Measure") in cells
    assert [text for _, text in cells] == ["Measure", "What we did", "2024", "Reviews", LONG.strip(), "74%"]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    def page(number: int) -> object:
        return all_of(
            lines("Invented Council", top=815, size=8),
            lines(*wrapped(LONG.replace("council", WORDS[number])), top=720),
            lines(f"{number + 1} of 3", top=30, size=8),
        )

    document = read(drawn(*(page(number) for number in range(3))))

    assert sorted(blocks(document, BlockKind.FURNITURE)) == ["1 of 3", "2 of 3", "3 of 3", *["Invented Council"] * 3]
    assert len(blocks(document, BlockKind.PARAGRAPH)) == 3


def test_footnotes_are_out_of_the_flow_and_their_marks_out_of_the_words() -> None:
    def page(canvas: Canvas) -> None:
        lines(*wrapped(LONG), "We asked carers", top=760)(canvas)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(143, 760 - 14 * len(wrapped(LONG)) + 4, "1")
        lines(" and they answered.", x=147, top=760 - 14 * len(wrapped(LONG)))(canvas)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(60, 83, "1")
        lines("Survey of carers, 2024, with 212 answers.", x=64, top=80, size=8)(canvas)

    document = read(drawn(page))

    assert [text.lstrip("¹1 ") for text in blocks(document, BlockKind.FOOTNOTE)] == [
        "Survey of carers, 2024, with 212 answers."
    ]
    assert "We asked carers and they answered." in document.text


def test_a_footnote_below_a_page_that_ends_within_a_word_is_no_part_of_the_flow() -> None:
    words = "We asked carers what they think of our advice line and of our well-"

    def first(canvas: Canvas) -> None:
        lines(*wrapped(LONG), words, top=100 + 14 * len(wrapped(LONG)))(canvas)
        lines("1 Survey of carers, 2024, with 212 answers.", top=60, size=8)(canvas)

    document = read(drawn(first, lines("being service, and they answered.", *wrapped(LONG), top=760)))

    assert len(blocks(document, BlockKind.FOOTNOTE)) == 1
    assert "our well-being service, and they answered." in document.text


def test_a_contents_table_is_no_evidence() -> None:
    document = read(drawn(lines("Introduction ................ 3", "Our people ................ 12", top=500)))

    assert [block.kind for block in document.blocks] == [BlockKind.CONTENTS] * 2


@pytest.mark.parametrize("drawn_by", ["column", "line"])
def test_columns_are_read_one_after_the_other(drawn_by: str) -> None:
    left, right = wrapped(f"Left. {LONG * 3}", 40), wrapped(f"Right. {LONG * 3}", 40)
    columns = [(60.0, number, text) for number, text in enumerate(left)] + [
        (320.0, number, text) for number, text in enumerate(right)
    ]
    if drawn_by == "line":
        columns.sort(key=lambda part: (part[1], part[0]))

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x, number, text in columns:
            canvas.drawString(x, 760 - 13 * number, text)

    document = read(drawn(page))

    assert " ".join(blocks(document)) == f"Left. {LONG * 3}Right. {LONG * 3}".strip()


def test_hyphens_at_line_ends_stay_where_they_belong_to_the_word() -> None:
    document = read(
        drawn(
            lines(
                "Teams are co-located in every town and share informa-",
                "tion. We hold more information than before and are co-",
                "located with health staff, who share the infor-",
                "mation that they hold about people.",
                "All the information is kept safely.",
            )
        )
    )

    assert "share information. We" in document.text
    assert "are co-located with" in document.text
    assert "the information that" in document.text


def test_a_turned_page_reads_as_its_reader_sees_it() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(*wrapped(f"First. {LONG}"), top=540)(canvas)
        lines("A later paragraph stands apart.", top=300)(canvas)

    document = read(drawn(page))

    assert blocks(document) == [f"First. {LONG}".strip(), "A later paragraph stands apart."]


def test_letters_enlarged_by_the_page_count_as_large() -> None:
    def page(canvas: Canvas) -> None:
        for text, y, scale in (
            ("Our plans", 800, 20),
            *((line, 770 - 14 * n, 11) for n, line in enumerate(wrapped(LONG))),
        ):
            canvas.saveState()
            canvas.transform(scale, 0, 0, scale, 60, y)
            canvas.setFont("Helvetica", 1)
            canvas.drawString(0, 0, str(text))
            canvas.restoreState()

    document = read(drawn(page))

    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        (BlockKind.HEADING, "Our plans"),
        (BlockKind.PARAGRAPH, LONG.strip()),
    ]


def test_the_same_file_gives_the_same_document() -> None:
    data = flowing([paragraph(LONG), bullets("One.", "Two."), table(("a", "b", "c"))])

    assert read(data) == read(data)


def test_blocks_lie_in_the_text_and_do_not_overlap() -> None:
    document = read(flowing([paragraph(LONG), bullets("One.", "Two."), table(("a", LONG, "c")), paragraph(LONG * 30)]))

    places = [place for block in document.blocks for place in (block.start, block.end)]
    assert places == sorted(places)
    assert all(block.start < block.end <= len(document.text) for block in document.blocks)

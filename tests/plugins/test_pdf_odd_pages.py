"""PDF pages on which what is text, what is furniture and what is hidden is not told easily."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from checker import BlockKind

from .pdf_makers import all_of, drawn, flowing, lines, paragraph
from .pdf_reading import LONG, WORDS, blocks, read, wrapped

Draw = Callable[[Canvas], None]
AGAIN = "as was reported to the board of the partnership in quarter"


def _word(number: int) -> str:
    return WORDS[number % len(WORDS)] + "abcdefghij"[number]


@pytest.mark.parametrize("pages_with_it", [3, 4])
def test_a_line_of_the_text_that_comes_back_at_the_foot_of_some_pages_is_no_furniture(pages_with_it: int) -> None:
    def page(number: int) -> Draw:
        last = f"{AGAIN} {number}" if number < pages_with_it else f"and there the {_word(number)} went on about it"
        told = wrapped(LONG.replace("council", _word(number)))
        return lines(*told, f"{_word(number).capitalize()} came", last, top=80 + 14 * (len(told) + 1))

    document = read(drawn(*(page(number) for number in range(10))))

    assert blocks(document, BlockKind.FURNITURE) == []
    assert document.text.count(AGAIN) == pages_with_it


def test_a_running_head_on_most_pages_is_furniture_however_close_the_text_is() -> None:
    head = "Invented Council: partnership plan for the years 2025 to 2027, restricted"

    def page(number: int) -> Draw:
        return lines(head, *wrapped(LONG.replace("council", _word(number))), top=800)

    document = read(drawn(*(page(number) for number in range(10))))

    assert blocks(document, BlockKind.FURNITURE) == [head] * 10


def test_a_title_in_the_middle_and_the_heading_below_it_are_two() -> None:
    document = read(
        flowing([paragraph("Report on homes", "Title"), paragraph("1 Introduction", "Heading1"), paragraph(LONG)])
    )

    assert blocks(document, BlockKind.HEADING) == ["Report on homes", "1 Introduction"]


def test_a_title_in_the_middle_that_goes_over_two_lines_is_one() -> None:
    title = "What people who draw on care told us in the year to March about homes"
    document = read(flowing([paragraph(title, "Title"), paragraph(LONG)]))

    assert blocks(document, BlockKind.HEADING) == [title]


def test_the_words_of_a_link_are_those_of_its_line() -> None:
    def page(canvas: Canvas) -> None:
        lines("They stay by any county quay", "See the minutes of May", "Quite hjklt bdfhkl", pitch=13)(canvas)
        start, end = (60 + canvas.stringWidth(text, fontSize=11) for text in ("See ", "See the minutes"))
        canvas.linkURL("minutes.docx", (start + 1, 743, end - 1, 759))

    document = read(drawn(page))

    (link,) = document.links
    assert document.text[link.start : link.end] == "the minutes"


def white(*texts: str, top: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        lines(*texts, top=top)(canvas)
        canvas.setFillColorRGB(0, 0, 0)

    return draw


def box(red: float, green: float, blue: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(red, green, blue)
        canvas.rect(40, 480, 500, 60, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)

    return draw


@pytest.mark.parametrize(
    ("behind", "told"),
    [((), ["Nobody reads this."]), ((box(1, 1, 1),), ["Nobody reads this."]), ((box(0, 0.2, 0.4),), [])],
)
def test_white_words_are_told_unless_a_colour_is_behind_them(behind: tuple[Draw, ...], told: list[str]) -> None:
    page = all_of(lines(*wrapped(LONG)), *behind, white("Nobody reads this.", top=500))

    document = read(drawn(page))

    assert [(matter.kind, matter.place, matter.text) for matter in document.hidden] == [
        ("white text", "page 1", text) for text in told
    ]
    assert "Nobody reads this." in document.text


def test_white_words_at_the_end_of_a_line_are_told_alone() -> None:
    def page(canvas: Canvas) -> None:
        lines("We met in May. ")(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60 + canvas.stringWidth("We met in May. "), 760, "Nobody came.")

    document = read(drawn(page))

    assert [matter.text for matter in document.hidden] == ["Nobody came."]

"""Reading slides: files by python-pptx, changed by hand where it cannot write what PowerPoint does."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation
from pptx.util import Inches

from checker import BlockKind, ReadStatus

from .office_files import blocks, changed, hidden, links, read, texts

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def slides(write: Callable[[Presentation], object]) -> bytes:
    deck = pptx.Presentation()
    write(deck)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def a_slide(deck: Presentation, title: str, body: str = "", layout: int = 1) -> object:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    if body:
        slide.placeholders[1].text = body
    return slide


def test_titles_are_headings_and_the_page_is_the_slide() -> None:
    def write(deck: Presentation) -> None:
        a_slide(deck, "Our year", "What we did", layout=0)
        a_slide(deck, "Waiting", "We cut waits & lists.\nWe ask people.")

    document = read(slides(write), "deck.pptx")

    assert [(block.kind, block.level, block.page) for block in document.blocks] == [
        (BlockKind.HEADING, 1, 1),
        (BlockKind.PARAGRAPH, 0, 1),
        (BlockKind.HEADING, 2, 2),
        (BlockKind.LIST_ITEM, 0, 2),
        (BlockKind.LIST_ITEM, 0, 2),
    ]
    assert texts(document)[3] == "We cut waits & lists."


def test_slides_keep_the_order_of_the_presentation_not_of_their_files() -> None:
    def write(deck: Presentation) -> None:
        a_slide(deck, "One")
        a_slide(deck, "Two")
        order = deck.slides._sldIdLst
        order.append(order[0])

    assert texts(read(slides(write), "deck.pptx")) == ["Two", "One"]


def test_cells_of_tables_have_their_place_and_the_top_row_is_a_label() -> None:
    def write(deck: Presentation) -> None:
        table = a_slide(deck, "T", layout=5).shapes.add_table(2, 2, 0, 0, Inches(2), Inches(2)).table
        for row in range(2):
            for column in range(2):
                table.cell(row, column).text = f"{row}{column}"

    document = read(slides(write), "deck.pptx")

    assert [(block.cell, block.kind) for block in document.blocks[1:]] == [
        ("r1c1", BlockKind.FURNITURE),
        ("r1c2", BlockKind.FURNITURE),
        ("r2c1", BlockKind.TABLE_CELL),
        ("r2c2", BlockKind.TABLE_CELL),
    ]
    assert texts(document)[1:] == ["00", "01", "10", "11"]


def test_a_statement_in_the_top_row_of_a_table_is_evidence() -> None:
    statement = "We asked two hundred carers in spring and changed the times of our advice line."

    def write(deck: Presentation) -> None:
        table = a_slide(deck, "T", layout=5).shapes.add_table(1, 2, 0, 0, Inches(2), Inches(2)).table
        table.cell(0, 0).text, table.cell(0, 1).text = "Carers", statement

    document = read(slides(write), "deck.pptx")

    assert [block.kind for block in document.blocks[1:]] == [BlockKind.FURNITURE, BlockKind.TABLE_CELL]


def test_text_boxes_and_links_are_read() -> None:
    def write(deck: Presentation) -> None:
        box = a_slide(deck, "T", layout=5).shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame
        box.text = "See "
        run = box.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "our plan", "https://example.org/plan"

    document = read(slides(write), "deck.pptx")

    assert texts(document) == ["T", "See our plan"]
    assert links(document) == [("our plan", "https://example.org/plan")]


def test_charts_say_their_title_and_figures() -> None:
    def write(deck: Presentation) -> None:
        data = CategoryChartData()
        data.categories = ["March", "April"]
        data.add_series("Waiting", (12, 15.5))
        slide = a_slide(deck, "T", layout=5)
        chart = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(3), Inches(3), data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = "People waiting"

    document = read(slides(write), "deck.pptx")

    assert texts(document) == ["T", "People waiting", "Waiting: March 12; April 15.5"]
    assert document.members == ()


def test_speaker_notes_are_hidden_matter_and_no_text() -> None:
    def write(deck: Presentation) -> None:
        a_slide(deck, "Waiting").notes_slide.notes_text_frame.text = "Say it slowly."

    document = read(slides(write), "deck.pptx")

    assert document.text == "Waiting"
    assert hidden(document) == [("speaker notes", "slide 1", "Say it slowly.")]


def test_a_hidden_slide_is_told_and_is_no_evidence() -> None:
    def write(deck: Presentation) -> None:
        a_slide(deck, "Seen")
        a_slide(deck, "Unseen", "We waited.")._element.set("show", "0")

    document = read(slides(write), "deck.pptx")

    assert hidden(document) == [("hidden slide", "slide 2", "Unseen We waited.")]
    assert blocks(document)[1:] == [(BlockKind.FURNITURE, "Unseen"), (BlockKind.FURNITURE, "We waited.")]


def test_comments_are_hidden_matter_without_their_authors() -> None:
    remarks = f'<p:cmLst {P}><p:cm authorId="0"><p:text>Is it so?</p:text></p:cm></p:cmLst>'
    data = changed(
        slides(lambda deck: a_slide(deck, "Waiting")),
        {
            "ppt/slides/_rels/slide1.xml.rels": lambda old: old.replace(
                b"</Rel", b'<Relationship Id="c1" Type="http://x/comments" Target="../comments/comment1.xml"/></Rel', 1
            )
        },
        {"ppt/comments/comment1.xml": remarks},
    )

    assert hidden(read(data, "deck.pptx")) == [("comment", "slide 1", "Is it so?")]


def test_a_broken_slide_is_told_and_the_others_are_read() -> None:
    def write(deck: Presentation) -> None:
        a_slide(deck, "One")
        a_slide(deck, "Two")

    data = changed(slides(write), {"ppt/slides/slide1.xml": lambda xml: xml[: xml.index(b"One") + 3]}, {})

    document = read(data, "deck.pptx")

    assert document.status is ReadStatus.PARTIAL
    assert "slide 1" in document.reason
    assert "Two" in texts(document)


def test_pictures_without_a_description_are_counted() -> None:
    picture = f'<p:pic {P} {A}><p:nvPicPr><p:cNvPr id="9" name="p" {{}}/></p:nvPicPr></p:pic>'
    both = (picture.format('descr="A chart"') + picture.format("")).encode()
    data = slides(lambda deck: a_slide(deck, "Waiting"))

    document = read(
        changed(data, {"ppt/slides/slide1.xml": lambda xml: xml.replace(b"</p:spTree>", both + b"</p:spTree>")}, {}),
        "d.pptx",
    )

    assert (document.metadata["images"], document.metadata["images_without_description"]) == ("2", "1")

"""What stands beside the plain text of Word files: drawings, links, marks, files inside."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument

from checker import BlockKind, ReadStatus

from .office_files import (
    W,
    a_paragraph,
    a_relation,
    a_word_file,
    blocks,
    changed,
    hidden,
    links,
    read,
    texts,
    with_body,
)

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
ADDRESS = "https://example.org/plan"


def a_table(*rows: tuple[str, ...]) -> str:
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


def test_links_lead_from_their_words_to_their_address() -> None:
    body = (
        f'<w:p {R}><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="x1"><w:r><w:t>our plan</w:t></w:r></w:hyperlink>'
        "<w:r><w:t> and </w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "b.docx" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>minutes</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:hyperlink w:anchor="annex"><w:r><w:t>, annex</w:t></w:r></w:hyperlink></w:p>'
    )

    document = read(with_body(body, relations=a_relation("x1", "hyperlink", ADDRESS, external=True)))

    assert document.text == "See our plan and minutes, annex"
    assert links(document) == [("our plan", ADDRESS), ("minutes", "b.docx"), (", annex", "#annex")]


def test_a_link_without_visible_words_does_not_hide_the_next_one() -> None:
    hide = "<w:rPr><w:vanish/></w:rPr>"
    body = (
        f'<w:p {R}><w:hyperlink r:id="x1"><w:r>{hide}<w:t>secret</w:t></w:r></w:hyperlink>'
        '<w:hyperlink r:id="x1"><w:r><w:t>plan</w:t></w:r></w:hyperlink></w:p>'
    )

    document = read(with_body(body, relations=a_relation("x1", "hyperlink", ADDRESS, external=True)))

    assert links(document) == [("plan", ADDRESS)]


def test_words_of_a_chart_stand_where_the_chart_stands() -> None:
    cache = "<c:cat><c:strCache><c:pt><c:v>March</c:v></c:pt><c:pt><c:v>April</c:v></c:pt></c:strCache></c:cat>"
    figures = "<c:numCache><c:formatCode>0%</c:formatCode><c:pt><c:v>0.61</c:v></c:pt><c:pt><c:v>0.7</c:v></c:pt>"
    chart = (
        f"<c:chartSpace {C} {A}><c:title><a:p><a:r><a:t>Seen in </a:t></a:r><a:r><a:t>time</a:t></a:r></a:p></c:title>"
        f"<c:ser><c:tx><c:v>People</c:v></c:tx>{cache}<c:val>{figures}</c:numCache></c:val></c:ser></c:chartSpace>"
    )
    body = f'{a_paragraph("Before.")}<w:p {R}><w:r><c:chart {C} r:id="c1"/></w:r></w:p>{a_paragraph("After.")}'

    document = read(with_body(body, {"word/charts/chart1.xml": chart}, a_relation("c1", "chart", "charts/chart1.xml")))

    assert texts(document) == ["Before.", "Seen in time", "People: March 61%; April 70%", "After."]


def test_words_of_a_diagram_are_text() -> None:
    data = f"<dgm:dataModel {DGM} {A}><dgm:t><a:p><a:r><a:t>We listen.</a:t></a:r></a:p></dgm:t></dgm:dataModel>"
    body = f'<w:p {R}><w:r><dgm:relIds {DGM} r:dm="d1"/></w:r></w:p>'

    document = read(
        with_body(body, {"word/diagrams/data1.xml": data}, a_relation("d1", "diagramData", "diagrams/data1.xml"))
    )

    assert blocks(document) == [(BlockKind.PARAGRAPH, "We listen.")]


def test_highlighted_words_count_and_are_told() -> None:
    document = read(with_body(a_paragraph("To be confirmed.", '<w:rPr><w:highlight w:val="yellow"/></w:rPr>')))

    assert document.text == "To be confirmed."
    assert hidden(document) == [("highlight", "paragraph 1", "To be confirmed.")]


def test_white_words_on_a_white_page_are_hidden_and_others_are_not() -> None:
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    on_blue = '<w:rPr><w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/></w:rPr>'
    body = a_paragraph("Unseen.", white) + a_paragraph("On blue.", on_blue) + a_table((a_paragraph("Label", white),))

    document = read(with_body(body))

    assert texts(document) == ["On blue.", "Label"]
    assert hidden(document) == [("white text", "paragraph 1", "Unseen.")]


def test_a_cell_that_says_something_by_its_colour_alone_is_told() -> None:
    red, blue = '<w:tcPr><w:shd w:fill="FF0000"/></w:tcPr><w:p/>', '<w:tcPr><w:shd w:fill="4472C4"/></w:tcPr><w:p/>'
    green = f'<w:tcPr><w:shd w:fill="00B050"/></w:tcPr>{a_paragraph("On track")}'

    document = read(with_body(a_table((a_paragraph("Waits"), red, blue, green))))

    assert hidden(document) == [("colour only", "table 1, r1c2", "red")]


def test_ticks_of_symbol_fonts_stay_in_their_cells_and_are_no_sentences() -> None:
    tick = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'

    document = read(with_body(a_table((a_paragraph("Done"), tick))))

    assert blocks(document) == [(BlockKind.TABLE_CELL, "Done"), (BlockKind.FURNITURE, "✓")]
    assert document.blocks[1].cell == "r1c2"


def test_a_deleted_end_of_paragraph_joins_it_with_the_next() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>We meet </w:t></w:r></w:p>{a_paragraph('monthly.')}"

    assert texts(read(with_body(body))) == ["We meet monthly."]


def test_moved_words_count_once() -> None:
    move = "<w:p><w:{0}><w:r><w:t>We meet.</w:t></w:r></w:{0}></w:p>"

    document = read(with_body(move.format("moveFrom") + move.format("moveTo")))

    assert document.text == "We meet."
    assert [place for _, place, _ in hidden(document)] == ["paragraph 1, deleted", "paragraph 2, inserted"]


def test_pages_count_where_word_has_marked_them() -> None:
    body = a_paragraph("One.") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>"

    assert [block.page for block in read(with_body(body)).blocks] == [1, 2]


def test_no_page_is_named_where_none_is_marked() -> None:
    assert [block.page for block in read(a_word_file(lambda one: one.add_paragraph("One."))).blocks] == [None]


def test_files_inside_are_members_but_not_the_figures_of_a_chart() -> None:
    inner = a_word_file(lambda one: one.add_paragraph("Inside."))
    of_chart = a_relation("e", "package", "../embeddings/figures.xlsx")
    more = {
        "word/embeddings/plan.docx": inner,
        "word/embeddings/figures.xlsx": b"PK",
        "word/charts/chart1.xml": "<c/>",
        "word/charts/_rels/chart1.xml.rels": f"<Relationships>{of_chart}</Relationships>",
    }

    document = read(with_body(a_paragraph("We meet."), more))

    assert [(member.name, member.data, member.problem) for member in document.members] == [("plan.docx", inner, "")]
    assert hidden(document) == [("embedded file", "word/embeddings/plan.docx", "")]


def test_a_file_inside_that_cannot_be_taken_out_says_so() -> None:
    body = (
        f'<w:p {R}><w:r><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="AcroExch.Document" '
        f'r:id="o1"/></w:r></w:p>{a_paragraph("We meet.")}'
    )

    document = read(
        with_body(
            body,
            {"word/embeddings/oleObject1.bin": b"\xd0"},
            a_relation("o1", "oleObject", "embeddings/oleObject1.bin"),
        )
    )

    assert [member.name for member in document.members] == ["oleObject1.bin"]
    assert "save it apart" in document.members[0].problem


def test_a_document_that_stands_in_the_text_as_a_part_is_a_member() -> None:
    body = f'{a_paragraph("We meet.")}<w:altChunk {R} r:id="a1"/>'

    document = read(with_body(body, {"word/part.html": "<p>More.</p>"}, a_relation("a1", "aFChunk", "part.html")))

    assert [(member.name, member.data) for member in document.members] == [("part.html", b"<p>More.</p>")]
    assert document.status is ReadStatus.OK


@pytest.mark.parametrize(
    ("properties", "undescribed"),
    [('descr="A bar chart of waits"', "0"), ('descr=""', "1"), ("", "1")],
)
def test_pictures_without_a_description_are_counted(properties: str, undescribed: str) -> None:
    picture = (
        f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="w" {properties}/><pic:pic xmlns:pic="p"/></w:drawing></w:r></w:p>'
    )

    metadata = read(with_body(picture + a_paragraph("We meet."))).metadata

    assert (metadata["images"], metadata["images_without_description"]) == ("1", undescribed)


def test_headings_by_style_are_counted_and_bold_lines_are_not() -> None:
    def write(document: WordDocument) -> None:
        document.add_heading("Boards", 1)
        document.add_paragraph().add_run("In short").bold = True

    document = read(a_word_file(write))

    assert [kind for kind, _ in blocks(document)] == [BlockKind.HEADING, BlockKind.HEADING]
    assert document.metadata["heading_styles"] == "1"


def test_other_prefixes_than_the_usual_one_are_read() -> None:
    text = "<x:body><x:p><x:r><x:t>We meet.</x:t></x:r></x:p></x:body>"
    body = f"<x:document {W.replace('xmlns:w', 'xmlns:x')}>{text}</x:document>"
    data = changed(a_word_file(lambda _: None), {"word/document.xml": lambda _: body.encode()}, {})

    assert read(data).text == "We meet."

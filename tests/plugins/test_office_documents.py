"""
Reading Word files. They are written here by python-docx, and changed by hand where it cannot write what Word does.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from checker import BlockKind

from .office_files import W, a_paragraph, a_word_file, blocks, read, with_body


def test_paragraphs_headings_and_lists_keep_their_order_and_kind() -> None:
    def write(document: WordDocument) -> None:
        document.add_heading("Our report", 0)
        document.add_heading("Boards", 2)
        document.add_paragraph("We meet & ").add_run("share").bold = True
        document.add_paragraph("Joint posts", "List Bullet")

    document = read(a_word_file(write))

    assert blocks(document) == [
        (BlockKind.HEADING, "Our report"),
        (BlockKind.HEADING, "Boards"),
        (BlockKind.PARAGRAPH, "We meet & share"),
        (BlockKind.LIST_ITEM, "Joint posts"),
    ]
    assert [block.level for block in document.blocks] == [1, 2, 0, 0]


def test_a_style_based_on_a_heading_makes_headings() -> None:
    def write(document: WordDocument) -> None:
        style = document.styles.add_style("Council chapter", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 3"]
        document.add_paragraph("Boards", style)

    document = read(a_word_file(write))

    assert (document.blocks[0].kind, document.blocks[0].level) == (BlockKind.HEADING, 3)


def test_an_outline_level_makes_a_heading() -> None:
    document = read(with_body('<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Boards</w:t></w:r></w:p>'))

    assert (document.blocks[0].kind, document.blocks[0].level) == (BlockKind.HEADING, 2)


def test_a_short_paragraph_in_bold_is_a_heading_and_a_long_one_is_not() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    long = "We meet every month with our partners and agree what to do about waits."

    document = read(with_body(a_paragraph("In short", bold) + a_paragraph(long, bold)))

    assert [kind for kind, _ in blocks(document)] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_tabs_become_blanks_and_line_breaks_part_lines() -> None:
    assert (
        read(a_word_file(lambda one: one.add_paragraph("We meet\tmonthly.\nWe agree."))).text
        == "We meet monthly.\nWe agree."
    )


def test_table_cells_are_blocks_with_their_place() -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Wide"
        table.cell(0, 2).text = "Narrow"
        table.cell(1, 0).text = "We meet."
        table.cell(1, 2).add_table(1, 1).cell(0, 0).text = "inner"

    document = read(a_word_file(write))

    assert [(block.cell, document.text[block.start : block.end]) for block in document.blocks] == [
        ("r1c1", "Wide"),
        ("r1c3", "Narrow"),
        ("r2c1", "We meet."),
        ("r2c3/r1c1", "inner"),
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}


def test_tracked_insertions_count_and_deletions_do_not_and_both_are_told() -> None:
    document = read(
        with_body(
            "<w:p><w:r><w:t>We </w:t></w:r><w:ins><w:r><w:t>often </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>meet.</w:t></w:r></w:p>"
        )
    )

    assert document.text == "We often meet."
    assert [(matter.kind, matter.place, matter.text) for matter in document.hidden] == [
        ("tracked change", "paragraph 1, inserted", "often"),
        ("tracked change", "paragraph 1, deleted", "never"),
    ]


def test_hidden_text_and_comments_are_hidden_matter() -> None:
    comment = f"<w:comment w:author='A Person'>{a_paragraph('Is it so?')}</w:comment>"
    comments = f"<w:comments {W}>{comment}</w:comments>"
    body = a_paragraph("We meet.") + a_paragraph("Not yet.", "<w:rPr><w:vanish/></w:rPr>")

    document = read(with_body(body, {"word/comments.xml": comments}))

    assert document.text == "We meet."
    assert [(matter.kind, matter.text) for matter in document.hidden] == [
        ("hidden text", "Not yet."),
        ("comment", "Is it so?"),
    ]
    assert "A Person" not in repr(document)


def test_a_contents_table_is_no_evidence() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Boards 3</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>Grants 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    document = read(with_body(field + a_paragraph("We meet.")))

    assert blocks(document) == [
        (BlockKind.CONTENTS, "Boards 3"),
        (BlockKind.CONTENTS, "Grants 4"),
        (BlockKind.PARAGRAPH, "We meet."),
    ]


def test_a_contents_field_that_never_ends_swallows_no_paragraphs() -> None:
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>'
    long = "We meet every month with our partners and with carers, and agree what to do about waits."

    assert blocks(read(with_body(field + a_paragraph(long)))) == [(BlockKind.PARAGRAPH, long)]


def test_footnotes_stand_at_the_end_and_count() -> None:
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator'><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='1'>{a_paragraph('Figures of 2024.')}</w:footnote></w:footnotes>"
    )

    document = read(with_body(a_paragraph("We meet."), {"word/footnotes.xml": notes}))

    assert blocks(document) == [(BlockKind.PARAGRAPH, "We meet."), (BlockKind.FOOTNOTE, "Figures of 2024.")]


def test_text_in_boxes_controls_and_links_is_read_once() -> None:
    box = f"<w:txbxContent>{a_paragraph('In a box.')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f""
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Around it.</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{a_paragraph('In a control.')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{a_paragraph('Click here.')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>In a link.</w:t></w:r></w:hyperlink></w:p>"
    )

    assert read(with_body(body)).text == "Around it.\nIn a box.\nIn a control.\nIn a link."


def test_page_headers_and_footers_stand_once_at_the_end_and_are_no_evidence() -> None:
    def write(document: WordDocument) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].header.paragraphs[0].text = "Draft 3"
        document.sections[0].even_page_header.paragraphs[0].text = "Draft 3"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.add_paragraph("We meet.")

    assert blocks(read(a_word_file(write))) == [
        (BlockKind.PARAGRAPH, "We meet."),
        (BlockKind.FURNITURE, "Draft 3"),
        (BlockKind.FURNITURE, "Page 1"),
    ]


def test_properties_become_metadata_without_the_author() -> None:
    def write(document: WordDocument) -> None:
        document.core_properties.title = "Our report"
        document.core_properties.author = "A Person"
        document.add_paragraph("We meet.")

    document = read(a_word_file(write))

    assert document.metadata["title"] == "Our report"
    assert "A Person" not in repr(document)


def test_blocks_point_at_their_text() -> None:
    document = read(a_word_file(lambda one: [one.add_paragraph(text) for text in ("  We meet. ", "", "We agree.")]))

    assert [text for _, text in blocks(document)] == document.text.split("\n") == ["We meet.", "We agree."]

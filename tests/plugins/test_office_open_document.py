"""Reading OpenDocument files: the XML of the format by hand; whole files by other writers are in the fidelity tests."""

from __future__ import annotations

from checker import BlockKind, ReadStatus

from .office_files import an_open_file, blocks, hidden, links, read, texts

FIGURE = '<table:table-cell office:value-type="float" office:value="1"><text:p>{}</text:p></table:table-cell>'
WORDS = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def a_sheet(*rows: str, name: str = "Figures", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def a_row(*cells: str, **attributes: str) -> str:
    said = " ".join(f'table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def test_headings_lists_and_cells_keep_their_order_and_kind() -> None:
    body = (
        '<text:h text:outline-level="2">Boards</text:h><text:p>We  meet<text:s text:c="3"/>monthly.</text:p>'
        "<text:list><text:list-item><text:p>Joint posts</text:p></text:list-item></text:list>"
        f"<table:table>{a_row(WORDS.format('We agree.'))}</table:table>"
    )

    document = read(an_open_file("text", body), "a.odt")

    assert blocks(document) == [
        (BlockKind.HEADING, "Boards"),
        (BlockKind.PARAGRAPH, "We meet monthly."),
        (BlockKind.LIST_ITEM, "Joint posts"),
        (BlockKind.TABLE_CELL, "We agree."),
    ]
    assert (document.blocks[0].level, document.blocks[3].cell) == (2, "r1c1")


def test_notes_follow_the_text_and_interrupt_no_sentence() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Of 2024.</text:p></text:note-body></text:note>"
    )

    document = read(an_open_file("text", f"<text:p>We meet{note} monthly.</text:p><text:p>Yes.</text:p>"), "a.odt")

    assert blocks(document) == [
        (BlockKind.PARAGRAPH, "We meet monthly."),
        (BlockKind.PARAGRAPH, "Yes."),
        (BlockKind.FOOTNOTE, "Of 2024."),
    ]


def test_comments_and_tracked_changes_are_hidden_matter() -> None:
    author = "<dc:creator xmlns:dc='d'>A Person</dc:creator>"
    comment = f"<office:annotation>{author}<text:p>Is it so?</text:p></office:annotation>"
    changes = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>never</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
    )
    body = (
        f'{changes}<text:p>We <text:change-start text:change-id="i"/>often <text:change-end text:change-id="i"/>'
        f'<text:change text:change-id="d"/>meet.{comment}</text:p>'
    )

    document = read(an_open_file("text", body), "a.odt")

    assert document.text == "We often meet."
    assert hidden(document) == [
        ("tracked change", "change 1, deleted", "never"),
        ("comment", "comment 1", "Is it so?"),
        ("tracked change", "paragraph 1, inserted", "often"),
    ]
    assert "A Person" not in repr(document)


def test_hidden_white_and_highlighted_words_are_told_apart() -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in (
            *(("H", 'text:display="none"'), ("W", 'fo:color="#ffffff"')),
            *(("Y", 'fo:background-color="#ffff00"'), ("D", 'fo:color="#ffffff" fo:background-color="#000080"')),
        )
    )
    spans = "".join(f'<text:span text:style-name="{name}">{name} </text:span>' for name in "HWYD")

    document = read(an_open_file("text", f"<text:p>{spans}</text:p>", styles), "a.odt")

    assert document.text == "Y D"
    assert [(kind, text) for kind, _, text in hidden(document)] == [
        ("hidden text", "H"),
        ("white text", "W"),
        ("highlight", "Y D"),
    ]


def test_the_description_of_a_picture_is_counted_and_is_no_text() -> None:
    frame = "<draw:frame><draw:image/>{}</draw:frame>"
    body = f"<text:p>We meet.{frame.format('<svg:desc>A chart</svg:desc>')}{frame.format('')}</text:p>"

    document = read(an_open_file("text", body), "a.odt")

    assert document.text == "We meet."
    assert (document.metadata["images"], document.metadata["images_without_description"]) == ("2", "1")


def test_text_boxes_links_contents_and_pages_are_read() -> None:
    body = (
        "<text:table-of-content><text:index-body><text:p>Boards 3</text:p></text:index-body></text:table-of-content>"
        '<text:p>See <text:a xlink:href="b.odt" xmlns:xlink="x">our plan</text:a>.'
        "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:p><text:soft-page-break/>Next.</text:p>"
    )

    document = read(an_open_file("text", body), "a.odt")

    assert blocks(document) == [
        (BlockKind.CONTENTS, "Boards 3"),
        (BlockKind.PARAGRAPH, "See our plan."),
        (BlockKind.PARAGRAPH, "In a box."),
        (BlockKind.PARAGRAPH, "Next."),
    ]
    assert links(document) == [("our plan", "b.odt")]
    assert [block.page for block in document.blocks] == [1, 1, 1, 2]


def test_page_headers_stand_at_the_end_and_are_no_evidence() -> None:
    styles = (
        '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>Sample</text:p>'
        "<style:header><text:p>Draft 3</text:p></style:header></office:document-styles>"
    )

    document = read(an_open_file("text", "<text:p>We meet.</text:p>", more={"styles.xml": styles}), "a.odt")

    assert blocks(document) == [(BlockKind.PARAGRAPH, "We meet."), (BlockKind.FURNITURE, "Draft 3")]


def test_slides_have_titles_pages_notes_and_may_be_hidden() -> None:
    styles = (
        '<style:style style:name="h" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    title = 'presentation:class="title"'
    box = "<draw:frame {}><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    body = (
        f"<draw:page>{box.format(title, 'Waiting')}{box.format('', 'We cut waits.')}"
        f"<presentation:notes>{box.format('', 'Say it slowly.')}</presentation:notes></draw:page>"
        f'<draw:page draw:style-name="h">{box.format("", "Unseen.")}</draw:page>'
    )

    document = read(an_open_file("presentation", body, styles), "a.odp")

    assert [(block.kind, block.page) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.FURNITURE, 2),
    ]
    assert hidden(document) == [("speaker notes", "slide 1", "Say it slowly."), ("hidden slide", "slide 2", "Unseen.")]


def test_cells_have_sheet_address_and_the_name_of_their_column() -> None:
    sheet = a_sheet(
        a_row(WORDS.format("Measure"), WORDS.format("Value")),
        a_row("<table:table-cell/>", number_rows_repeated="3"),
        a_row(WORDS.format("Waits"), FIGURE.format("61%")),
    )

    document = read(an_open_file("spreadsheet", sheet), "a.ods")

    assert document.text == "Measure\tValue\nWaits\t61%"
    assert [(block.kind, block.sheet, block.cell, block.heading_path) for block in document.blocks] == [
        (BlockKind.FURNITURE, "Figures", "A1", ("Figures",)),
        (BlockKind.FURNITURE, "Figures", "B1", ("Figures",)),
        (BlockKind.TABLE_CELL, "Figures", "A5", ("Figures", "Measure")),
        (BlockKind.TABLE_CELL, "Figures", "B5", ("Figures", "Value")),
    ]


def test_a_row_with_a_figure_names_no_columns_but_years_do() -> None:
    figures = a_sheet(a_row(WORDS.format("Waits"), WORDS.format("61%")), a_row(*[WORDS.format("x")] * 2), name="One")
    years = a_sheet(a_row(WORDS.format("Measure"), WORDS.format("2024")), a_row(*[WORDS.format("x")] * 2), name="Two")

    document = read(an_open_file("spreadsheet", figures + years), "a.ods")

    kinds = {sheet: {block.kind for block in document.blocks[:6] if block.sheet == sheet} for sheet in ("One", "Two")}
    assert kinds == {"One": {BlockKind.TABLE_CELL}, "Two": {BlockKind.FURNITURE}}


def test_repeated_cells_and_rows_are_read_as_often_as_they_stand_there() -> None:
    cell = WORDS.format("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"')

    document = read(an_open_file("spreadsheet", a_sheet(a_row(cell, number_rows_repeated="2"))), "a.ods")

    assert [block.cell for block in document.blocks] == ["A1", "B1", "A2", "B2"]


def test_a_day_is_read_as_the_file_stores_it() -> None:
    value = 'office:value-type="date" office:date-value="2025-03-04"'
    day = f"<table:table-cell {value}><text:p>04/03/25</text:p></table:table-cell>"

    assert read(an_open_file("spreadsheet", a_sheet(a_row(day))), "a.ods").text == "4 March 2025"


def test_hidden_sheets_rows_and_comments_are_told_and_are_no_evidence() -> None:
    look = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="h" style:family="table">{look}</style:style>'
    comment = "<office:annotation><text:p>Check</text:p></office:annotation><text:p>Seen"
    body = a_sheet(
        a_row(WORDS.replace("<text:p>{}", comment)), a_row(WORDS.format("Unseen"), visibility="collapse")
    ) + a_sheet(a_row(WORDS.format("Secret")), name="Old", style="h")

    document = read(an_open_file("spreadsheet", body, styles), "a.ods")

    assert blocks(document) == [
        (BlockKind.TABLE_CELL, "Seen"),
        (BlockKind.FURNITURE, "Unseen"),
        (BlockKind.FURNITURE, "Secret"),
    ]
    assert hidden(document) == [
        ("comment", "Figures!A1", "Check"),
        ("hidden row", "Figures, row 2", "Unseen"),
        ("hidden sheet", "Old", ""),
    ]


def test_a_text_that_breaks_off_is_partial() -> None:
    whole = an_open_file("text", "<text:p>We meet.</text:p><text:p>We agree</text:q>")

    document = read(whole, "a.odt")

    assert (document.status, texts(document)) == (ReadStatus.PARTIAL, ["We meet.", "We agree"])

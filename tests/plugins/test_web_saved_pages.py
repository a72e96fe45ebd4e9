"""Pages that Word and LibreOffice save: contents tables, running heads, notes, changes, comments, white words."""

from __future__ import annotations

from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentText
from odf.text import H, IndexBody, Note, NoteBody, NoteCitation, P, TableOfContent, TableOfContentSource

from checker import BlockKind, Document

from ..libre_office import saved_as
from .test_web_documents import blocks, read

PARAGRAPH, NOTE, CONTENTS, FURNITURE, HEADING = (
    BlockKind.PARAGRAPH,
    BlockKind.FOOTNOTE,
    BlockKind.CONTENTS,
    BlockKind.FURNITURE,
    BlockKind.HEADING,
)


def hidden(document: Document) -> list[tuple[str, str]]:
    return [(matter.kind, matter.text) for matter in document.hidden]


def test_a_page_that_libre_office_saves_keeps_its_parts_apart(tmp_path: Path) -> None:
    made = OpenDocumentText()
    contents, body = TableOfContent(name="Contents"), IndexBody()
    contents.addElement(TableOfContentSource(outlinelevel="1"))
    body.addElement(P(text="Homes 2"))
    contents.addElement(body)
    note, within = Note(noteclass="footnote"), NoteBody()
    within.addElement(P(text="Counted in May."))
    note.addElement(NoteCitation(text="1"))
    note.addElement(within)
    paragraph = P(text="Twelve people moved")
    paragraph.addElement(note)
    paragraph.addText(" in spring.")
    for part in (contents, H(outlinelevel=1, text="Homes"), paragraph):
        made.text.addElement(part)
    made.save(str(tmp_path / "homes.odt"))

    document = read(saved_as(tmp_path / "homes.odt", "html").read_bytes())

    assert blocks(document) == [
        (CONTENTS, "Homes 2"),
        (HEADING, "Homes"),
        (PARAGRAPH, "Twelve people moved in spring."),
        (NOTE, "Counted in May."),
    ]


@pytest.mark.parametrize(
    "opened",
    [
        '<div id="Table of Contents1">',
        "<div class=MsoToc1>",
        '<div class="MsoToc2">',
        '<nav role="doc-toc">',
        '<ul class="toc">',
        '<div class="MsoTocHeading">',
    ],
)
def test_a_contents_table_is_no_evidence(opened: str) -> None:
    document = read(f"{opened}<p>We met the carers 4</p></{opened[1:].split()[0]}><p>We met.</p>")

    assert blocks(document) == [(CONTENTS, "We met the carers 4"), (PARAGRAPH, "We met.")]


@pytest.mark.parametrize(
    "opened",
    [
        '<div title="header">',
        '<div title="footer">',
        "<div style='mso-element:header' id=h1>",
        '<div role="navigation">',
    ],
)
def test_running_heads_and_feet_are_furniture(opened: str) -> None:
    assert blocks(read(f"{opened}<p>Restricted</p></div><p>We met.</p>")) == [
        (FURNITURE, "Restricted"),
        (PARAGRAPH, "We met."),
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a class="sdfootnoteanc"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym">1</a>{}</div>',
        ),
        ("<span class=MsoFootnoteReference>[1]</span>", "<p class=MsoFootnoteText>{}</p>"),
        ('<sup role="doc-noteref">1</sup>', '<aside role="doc-footnote">{}</aside>'),
        ('<a class="footnote-ref">1</a>', '<section class="footnotes"><ol><li>{}</li></ol></section>'),
    ],
)
def test_notes_are_footnotes_and_their_marks_are_left_out(mark: str, note: str) -> None:
    document = read(f"<p>Thirty{mark} answered.</p>{note.format('Of ninety.')}")

    assert blocks(document) == [(PARAGRAPH, "Thirty answered."), (NOTE, "Of ninety.")]


def test_what_a_change_deleted_is_hidden_and_parts_no_sentence() -> None:
    document = read("<p>We met <del>never</del><ins>often</ins> and <span hidden>secretly</span> agreed.</p>")

    assert blocks(document) == [(PARAGRAPH, "We met often and agreed.")]
    assert hidden(document) == [("tracked change", "never"), ("hidden text", "secretly")]


def test_comments_that_people_wrote_are_told_and_those_of_programs_are_not() -> None:
    document = read(
        "<p>We<!-- Is this so? --> met.</p><!-- wp:paragraph --><!-- end of main --><!--[if IE 6]>x<![endif]-->"
    )

    assert blocks(document) == [(PARAGRAPH, "We met.")]
    assert hidden(document) == [("comment", "Is this so?")]


@pytest.mark.parametrize(
    "how", ['<font color="#ffffff">', '<span style="color: White">', '<span style="x:y;color:#fff">']
)
def test_white_words_are_told_and_stay_in_the_text(how: str) -> None:
    document = read(f"<p style='background: transparent'>We met. {how}We agreed.</{how[1:5]}></p>")

    assert blocks(document) == [(PARAGRAPH, "We met. We agreed.")]
    assert hidden(document) == [("white text", "We agreed.")]


@pytest.mark.parametrize(
    "markup",
    [
        '<td bgcolor="#003366"><font color="white">We met.</font></td>',
        '<div style="background-color:#036"><p style="color:#fff">We met.</p></div>',
        '<p style="color:#fff;background:navy">We met.</p>',
        '<p style="background-color:#fff">We met.</p>',
        '<p style="border-color:#fff">We met.</p>',
    ],
)
def test_white_words_on_a_colour_are_seen(markup: str) -> None:
    assert hidden(read(markup)) == []

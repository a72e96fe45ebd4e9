"""Writes an OpenDocument text with odfpy, with footnotes, a header and a footer."""

from __future__ import annotations

from pathlib import Path

from odf.opendocument import OpenDocumentText
from odf.style import (
    Footer,
    Header,
    MasterPage,
    PageLayout,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TextProperties,
)
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import H, List, ListItem, Note, NoteBody, NoteCitation, P

from .content import Content, Section


def write_odt(content: Content, path: Path) -> None:
    """Write the content as an OpenDocument text."""
    document = OpenDocumentText()
    _add_margins(document, content)
    styles = _styles(document)
    for number, section in enumerate(content.sections):
        paged = content.paged and number > 0
        _add_section(document, section, number, styles[f"{section.level}{'p' if paged else ''}"], styles["body"])
    document.save(str(path))


def _add_margins(document: OpenDocumentText, content: Content) -> None:
    layout = PageLayout(name="Layout")
    document.automaticstyles.addElement(layout)
    master = MasterPage(name="Standard", pagelayoutname=layout)
    document.masterstyles.addElement(master)
    for kind, text in ((Header, content.header), (Footer, content.footer)):
        element = kind()
        element.addElement(P(text=text))
        master.addElement(element)


def _styles(document: OpenDocumentText) -> dict[str, Style]:
    found = {}
    for name, size, breaks in (("1", "18pt", False), ("2", "14pt", False), ("1p", "18pt", True), ("2p", "14pt", True)):
        style = Style(name=f"Head{name}", family="paragraph")
        style.addElement(TextProperties(fontsize=size, fontweight="bold"))
        style.addElement(ParagraphProperties(margintop="0.4cm", **({"breakbefore": "page"} if breaks else {})))
        document.styles.addElement(style)
        found[name] = style
    body = Style(name="Body", family="paragraph")
    body.addElement(ParagraphProperties(marginbottom="0.25cm"))
    document.styles.addElement(body)
    cell = Style(name="Cell", family="table-cell")
    cell.addElement(TableCellProperties(padding="0.19cm"))
    document.automaticstyles.addElement(cell)
    return found | {"body": body}


def _add_section(document: OpenDocumentText, section: Section, number: int, head: Style, body: Style) -> None:
    document.text.addElement(H(outlinelevel=section.level, stylename=head, text=section.heading))
    for index, text in enumerate(section.paragraphs):
        paragraph = P(stylename=body, text=text)
        if section.note and index == 0:
            paragraph.addElement(_note(section.note, number))
        document.text.addElement(paragraph)
    items = List()
    for text in section.items:
        item = ListItem()
        item.addElement(P(text=text))
        items.addElement(item)
    document.text.addElement(items)
    if section.rows:
        document.text.addElement(_table(section, number))


def _note(text: str, number: int) -> Note:
    note = Note(noteclass="footnote", id=f"note{number}")
    note.addElement(NoteCitation(text=str(number // 4 + 1)))
    body = NoteBody()
    body.addElement(P(text=text))
    note.addElement(body)
    return note


def _table(section: Section, number: int) -> Table:
    table = Table(name=f"Table{number}")
    table.addElement(TableColumn(numbercolumnsrepeated=len(section.rows[0])))
    for row in section.rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string", stylename="Cell")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    return table

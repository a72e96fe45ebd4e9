"""A written-out pack as a Word document with real headings, lists and tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime

from docx import Document as new_document
from docx.document import Document
from docx.section import Section
from docx.shared import Mm, Pt

from checker.previews.parts import Heading, Items, PageLink, Paragraph, Part, SignOff, Sources, Table

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FEW = 5
"""Tables of so few rows stay on one page, with what comes after them."""
_BEGINNING = datetime(2000, 1, 1)
"""Word wants a date in each document. The clock is not asked, so that the same pack gives the same document."""


def as_word(parts: Iterable[Part], title: str) -> bytes:
    """Return a .docx file."""
    document = new_document()
    core = document.core_properties
    core.title, core.author, core.language = _clean(title), "", "en-GB"
    core.comments = ""
    core.created = core.modified = _BEGINNING
    document.styles["Normal"].font.size = Pt(10.5)
    _lay_out(document.sections[0])
    for part in parts:
        _add(part, document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _lay_out(page: Section) -> None:
    """Make the page A4 with margins that leave room for tables."""
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)


def _add(part: Part, document: Document) -> None:
    match part:
        case Heading():
            document.add_heading(_clean(part.text), level=0 if part.level == 1 else part.level - 1)
        case Paragraph():
            paragraph = document.add_paragraph()
            paragraph.add_run(_clean(part.text)).italic = part.note
            paragraph.paragraph_format.keep_with_next = part.note
        case Items(running=True):
            line = document.add_paragraph()
            line.add_run(_clean(f"{part.title}: ")).bold = True
            line.add_run(_clean("; ".join(part.items))).font.size = Pt(9)
        case Items():
            _items(part.title, part.items, document)
        case Sources():
            told = (f"{title} ({status}) {url}".rstrip() for title, url, status in part.sources)
            _items("Sources", told, document)
        case Table():
            _table(part, document)
        case SignOff():
            _sign_off(document)
        case PageLink():
            document.add_paragraph(_clean(f"{part.text} {part.about}".rstrip()))


def _items(title: str, items: Iterable[str], document: Document) -> None:
    line = document.add_paragraph()
    line.add_run(_clean(title)).bold = True
    line.paragraph_format.keep_with_next = True
    for item in items:
        document.add_paragraph(_clean(item), style="List Bullet")


def _table(table: Table, document: Document) -> None:
    line = document.add_paragraph()
    line.add_run(_clean(table.caption)).bold = True
    line.paragraph_format.keep_with_next = True
    made = document.add_table(rows=1, cols=len(table.head), style="Table Grid")
    for cell, text in zip(made.rows[0].cells, table.head, strict=True):
        cell.paragraphs[0].add_run(_clean(text)).bold = True
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = _clean(text)
    for row in made.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = len(table.rows) <= _FEW
    document.add_paragraph().paragraph_format.keep_with_next = len(table.rows) <= _FEW


def _sign_off(document: Document) -> None:
    rows = (
        ("Sign-off", "☐\u00a0agreed    ☐\u00a0agreed with changes    ☐\u00a0not agreed"),
        ("Changes", ""),
        ("Name and date", ""),
    )
    made = document.add_table(rows=0, cols=2, style="Table Grid")
    made.autofit = False
    made.columns[0].width, made.columns[1].width = Mm(40), Mm(130)
    for name, text in rows:
        cells = made.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = text
        cells[0].width, cells[1].width = Mm(40), Mm(130)
        for cell in cells if name != rows[-1][0] else ():
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    document.add_paragraph()


def _clean(text: str) -> str:
    """Return a text without characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)

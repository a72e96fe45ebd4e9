"""Writes a PDF file with ReportLab's own layout."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from .content import Content, Section

_STYLES = getSampleStyleSheet()
_WIDTHS = (150, 220, 60)


def write_pdf(content: Content, path: Path) -> None:
    """Write the content as a PDF file with a head and a foot on each page."""

    def margins(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 806, content.header)
        canvas.drawString(72, 30, content.footer)

    document = BaseDocTemplate(str(path), pagesize=A4)
    frame = Frame(72, 60, A4[0] - 144, A4[1] - 130)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=margins))
    document.build(list(_story(content)))


def _story(content: Content) -> Iterator[Flowable]:
    for number, section in enumerate(content.sections):
        if content.paged and number:
            yield PageBreak()
        yield from _section(section)


def _section(section: Section) -> Iterator[Flowable]:
    yield _paragraph(section.heading, f"Heading{section.level}")
    yield from (_paragraph(text) for text in section.paragraphs)
    yield ListFlowable([_paragraph(item) for item in section.items], bulletType="bullet")
    if section.rows:
        yield Table([[_paragraph(text) for text in row] for row in section.rows], colWidths=_WIDTHS)


def _paragraph(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(escape(text), _STYLES[style])

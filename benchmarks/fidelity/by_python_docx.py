"""Writes a Word file with python-docx, which knows no footnotes."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from .content import Content


def write_docx(content: Content, path: Path) -> None:
    """Write the content as a Word file."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = content.header
    document.sections[0].footer.paragraphs[0].text = content.footer
    for number, section in enumerate(content.sections):
        heading = document.add_heading(section.heading, section.level)
        heading.paragraph_format.page_break_before = content.paged and number > 0
        for text in section.paragraphs:
            document.add_paragraph(text)
        for item in section.items:
            document.add_paragraph(item, style="List Bullet")
        if section.rows:
            table = document.add_table(rows=0, cols=len(section.rows[0]), style="Table Grid")
            for row in section.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    document.save(str(path))

"""Writes slides with python-pptx, one for each section."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from pptx.util import Cm

from .content import Content


def write_pptx(content: Content, path: Path) -> None:
    """Write headings as titles, paragraphs as the text of slides, and tables."""
    slides = Presentation()
    for section in content.sections:
        slide = slides.slides.add_slide(slides.slide_layouts[1])
        slide.shapes.title.text = section.heading
        frame = slide.placeholders[1].text_frame
        frame.text = section.paragraphs[0]
        for text in section.paragraphs[1:]:
            frame.add_paragraph().text = text
        if section.rows:
            size = len(section.rows), len(section.rows[0])
            table = slide.shapes.add_table(*size, Cm(1), Cm(14), Cm(22), Cm(3)).table
            table.first_row = section.named
            for row, texts in enumerate(section.rows):
                for column, text in enumerate(texts):
                    table.cell(row, column).text = text
    slides.save(str(path))

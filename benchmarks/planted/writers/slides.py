"""Slide decks: each section is a slide, its items are bullets."""

from __future__ import annotations

from io import BytesIO

from pptx import Presentation

from ..source_text import BlockType, SourceText, blocks_of
from .fixed import COUNCIL, WRITTEN, fixed_zip


def write_pptx(source: SourceText) -> bytes:
    """Return a deck: a title slide, then one slide for each section. Tables are not supported."""
    deck = Presentation()
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = source.title, COUNCIL, COUNCIL
    properties.created = properties.modified = WRITTEN
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = source.title
    body = None
    for block in blocks_of(source.body):
        if block.type is BlockType.HEADING and block.level > 1:
            slide = deck.slides.add_slide(deck.slide_layouts[1])
            slide.shapes.title.text = block.text
            body = slide.placeholders[1].text_frame
            body.clear()
        elif body is not None:
            last = body.paragraphs[-1]
            (last if not last.text else body.add_paragraph()).text = block.text
    file = BytesIO()
    deck.save(file)
    return fixed_zip(file.getvalue())

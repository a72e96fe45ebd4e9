"""Word files, with real heading styles and tables whose header row is marked."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ..source_text import Block, BlockType, SourceText, blocks_of
from .fixed import COUNCIL, WRITTEN, fixed_zip

_LIST_STYLES = {BlockType.BULLET: "List Bullet", BlockType.NUMBERED: "Normal", BlockType.PARAGRAPH: "Normal"}


def write_docx(source: SourceText) -> bytes:
    """Return a Word file."""
    return saved(word_document(source))


def word_document(source: SourceText) -> WordDocument:
    """Return the document before it is saved, for those who add to it."""
    document = Document()
    _describe(document, source.title)
    for block in blocks_of(source.body):
        _add(document, block)
    return document


def saved(document: WordDocument) -> bytes:
    """Return a document as bytes that are the same each time."""
    file = BytesIO()
    document.save(file)
    return fixed_zip(file.getvalue())


def _describe(document: WordDocument, title: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = COUNCIL
    properties.language = "en-GB"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN


def _add(document: WordDocument, block: Block) -> None:
    if block.type is BlockType.HEADING:
        document.add_heading(block.text, level=block.level - 1)
    elif block.type is BlockType.TABLE:
        _add_table(document, block.rows)
    else:
        document.add_paragraph(block.text, style=_LIST_STYLES[block.type])


def _add_table(document: WordDocument, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.rows[0]._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:tblHeader/></w:trPr>"))

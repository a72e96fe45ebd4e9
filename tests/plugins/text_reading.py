"""Plain text and Markdown read in tests."""

from __future__ import annotations

from hashlib import sha256

from checker_plugins.text_documents import checker_read_document

from checker import BlockKind, Document, Source

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM


def a_source(content: str | bytes, name: str) -> Source:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return Source(name=name, data=data, sha256=sha256(data).hexdigest())


def read(content: str | bytes, name: str = "notes.txt") -> Document:
    document = checker_read_document(a_source(content, name))
    assert document is not None
    return document


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]

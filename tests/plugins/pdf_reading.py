"""PDF files read in tests, and what a test asks of the document."""

from __future__ import annotations

import textwrap
from hashlib import sha256

from checker_plugins.pdf_documents import checker_read_document

from checker import BlockKind, Document, Source

from .pdf_makers import SENTENCE

LONG = SENTENCE * 3
WORDS = "zero one two three four five six seven eight".split()


def read(data: bytes, name: str = "report.pdf") -> Document:
    document = checker_read_document(Source(name=name, data=data, sha256=sha256(data).hexdigest()))
    assert document is not None
    return document


def blocks(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if not kinds or block.kind in kinds]


def pages_of(document: Document, words: str) -> list[int | None]:
    return [block.page for block in document.blocks if words in document.text[block.start : block.end]]


def wrapped(text: str, width: int = 80) -> list[str]:
    return textwrap.wrap(text, width)

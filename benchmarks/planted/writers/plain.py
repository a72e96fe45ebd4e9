"""Markdown, plain text and CSV."""

from __future__ import annotations

import csv
from io import StringIO

from ..source_text import Block, BlockType, SourceText, blocks_of


def write_markdown(source: SourceText) -> bytes:
    """Return the body as it is."""
    return source.body.encode()


def write_text(source: SourceText) -> bytes:
    """Return plain text: headings on lines of their own, no marks."""
    return "\n\n".join(_plain(block) for block in blocks_of(source.body)).encode() + b"\n"


def write_csv(source: SourceText) -> bytes:
    """Return all tables of the text as one CSV file with the header of the first; what else it says is left out."""
    tables = [block.rows for block in blocks_of(source.body) if block.type is BlockType.TABLE]
    rows = [tables[0][0], *(row for table in tables for row in table[1:])]
    return csv_bytes(rows)


def csv_bytes(rows: list[tuple[str, ...]]) -> bytes:
    """Return rows as CSV in UTF-8 with its mark, as Excel saves it."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(block: Block) -> str:
    if block.type is BlockType.TABLE:
        return "\n".join(" | ".join(row) for row in block.rows)
    return f"- {block.text}" if block.type is BlockType.BULLET else block.text

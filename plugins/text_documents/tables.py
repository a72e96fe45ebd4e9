"""Pipe tables of Markdown: one block for each cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import Block, BlockKind

from .lines import Line

_DELIMITERS = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_LONGEST_LABEL = 12


def is_table_start(lines: Sequence[Line], at: int) -> bool:
    """Whether the header row of a table stands at `at`."""
    return (
        "|" in lines[at].text
        and at + 1 < len(lines)
        and "|" in lines[at + 1].text
        and bool(_DELIMITERS.match(lines[at + 1].text))
    )


def table_blocks(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    """Return the cells of the table at `at`, and the index of the first line below it."""
    blocks = _row(lines[at], 1)
    below = at + 2
    while below < len(lines) and "|" in lines[below].text and not lines[below].comment:
        blocks += _row(lines[below], below - at)
        below += 1
    return blocks, below


def _row(line: Line, row: int) -> list[Block]:
    """Return the cells of a row. Those of row 1 are labels, unless one is as long as a sentence."""
    blocks = []
    column = 0 if line.text.startswith("|") else 1
    at = 0
    for piece in _pieces(line.text):
        words = piece.strip()
        if words:
            start = line.start + at + piece.index(words)
            label = row == 1 and len(words.split()) <= _LONGEST_LABEL
            kind = BlockKind.FURNITURE if label else BlockKind.TABLE_CELL
            blocks.append(
                Block(start=start, end=start + len(words), kind=kind, line=line.number, cell=f"r{row}c{column}")
            )
        at += len(piece) + 1
        column += 1
    return blocks


def _pieces(text: str) -> list[str]:
    """Cut a row at its bars; an escaped bar (`\\|`) belongs to the cell."""
    pieces, start = [], 0
    for found in re.finditer(r"\\.|\|", text):
        if found.group() == "|":
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]

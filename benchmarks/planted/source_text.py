"""The source texts: a small Markdown (headings, paragraphs, lists, tables) below a head of plain fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

import yaml

FENCE = "---\n"
_NUMBERED = re.compile(r"\d{1,2}\. ")


class BlockType(StrEnum):
    """What a block of a source text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    TABLE = "table"


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One block: `level` is that of a heading (1 for the title), `rows` are those of a table, its header first."""

    type: BlockType
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceText:
    """A document before it is made into a file: the fields of its head, and its text."""

    head: dict[str, object] = field(default_factory=dict)
    body: str

    @property
    def title(self) -> str:
        """The first heading; empty if there is none."""
        return next((block.text for block in blocks_of(self.body) if block.type is BlockType.HEADING), "")


def read_source(text: str) -> SourceText:
    """Return a source text. What stands between two lines `---` at its top is YAML; the rest is the body."""
    if not text.startswith(FENCE):
        return SourceText(body=text)
    head, _, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    return SourceText(head=yaml.safe_load(head), body=body)


def blocks_of(body: str) -> tuple[Block, ...]:
    """Return the blocks of a body in order. A paragraph, item or row is one line; rows that touch are one table."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in (*body.splitlines(), ""):
        if line.startswith("|"):
            rows.append(_cells(line))
            continue
        if rows:
            blocks.append(Block(type=BlockType.TABLE, rows=tuple(row for row in rows if not _is_rule(row))))
            rows = []
        if line.strip():
            blocks.append(_block(line.strip()))
    return tuple(blocks)


def _block(line: str) -> Block:
    if line.startswith("#"):
        marks, _, text = line.partition(" ")
        return Block(type=BlockType.HEADING, text=text, level=len(marks))
    if line.startswith("- "):
        return Block(type=BlockType.BULLET, text=line.removeprefix("- "))
    if _NUMBERED.match(line):
        return Block(type=BlockType.NUMBERED, text=line)
    return Block(type=BlockType.PARAGRAPH, text=line)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _is_rule(row: tuple[str, ...]) -> bool:
    return all(cell and not cell.strip("-") for cell in row)

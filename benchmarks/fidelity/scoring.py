"""Compares what was read with what was written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from checker import Block, BlockKind, Document

from .content import Content

PARTS = ("paragraphs", "in order", "headings", "items", "cells", "notes", "places", "furniture")


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(right=self.right + other.right, of=self.of + other.of)

    @property
    def share(self) -> float:
        """Between 0 and 1; 1 where there was nothing."""
        return self.right / self.of if self.of else 1.0


def score(content: Content, document: Document, writes: frozenset[str]) -> dict[str, Count]:
    """
    Return a count for each of `PARTS` that the writer writes.

    A paragraph is found if one block is that paragraph, whole and alone. `in order`: the most paragraphs that stand in
    the order in which they were written. `places`: blocks of known page on that page. `furniture`: heads and feet that
    are in no block that could be evidence. `cells`: a row that names columns may be read as such, other rows must be
    evidence.
    """
    blocks = [(_folded(document.text[block.start : block.end]), block) for block in document.blocks]
    evidence = {
        text: number for number, (text, block) in reversed(list(enumerate(blocks))) if block.kind.can_be_evidence
    }
    paragraphs = [text for section in content.sections for text in section.paragraphs]
    headings = [section.heading for section in content.sections]
    counts = {
        "paragraphs": _found(paragraphs, evidence),
        "in order": _in_order(paragraphs, evidence),
        "headings": _found(headings, {text for text, block in blocks if block.kind is BlockKind.HEADING}),
        "items": _found([item for section in content.sections for item in section.items], evidence),
        "cells": _cells(content, evidence, {text for text, _ in blocks}),
        "notes": _found([section.note for section in content.sections if section.note], _notes(blocks)),
        "places": _places(content, dict(reversed(blocks))),
        "furniture": _kept_out((content.header, content.footer), evidence),
    }
    wanted = writes | ({"in order"} if "paragraphs" in writes else set())
    return {part: counts[part] for part in PARTS if part in wanted}


def missed(content: Content, document: Document) -> list[str]:
    """Return the paragraphs that are no block of the document."""
    texts = {_folded(document.text[block.start : block.end]) for block in document.blocks if block.kind.can_be_evidence}
    return [text for section in content.sections for text in section.paragraphs if _folded(text) not in texts]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _found(wanted: Iterable[str], there: Iterable[str]) -> Count:
    there, wanted = set(there), list(wanted)
    return Count(right=sum(_folded(text) in there for text in wanted), of=len(wanted))


def _cells(content: Content, evidence: Iterable[str], everything: Iterable[str]) -> Count:
    names = [cell for section in content.sections if section.named for cell in section.rows[0]]
    rows = [row for section in content.sections for row in section.rows[section.named :]]
    return _found(names, everything) + _found([cell for row in rows for cell in row], evidence)


def _in_order(paragraphs: Iterable[str], places: dict[str, int]) -> Count:
    """Count the longest row of paragraphs whose places go upwards."""
    found = [places[folded] for text in paragraphs if (folded := _folded(text)) in places]
    ends: list[int] = []
    for place in found:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return Count(right=len(ends), of=len(found))


def _notes(blocks: Iterable[tuple[str, Block]]) -> set[str]:
    """Return the words of footnotes, without their marks."""
    return {text.lstrip("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789 .") for text, block in blocks if block.kind is BlockKind.FOOTNOTE}


def _places(content: Content, blocks: dict[str, Block]) -> Count:
    if not content.paged:
        return Count()
    pages = [
        (blocks[_folded(text)].page, number)
        for number, section in enumerate(content.sections, 1)
        for text in (section.heading, *section.paragraphs)
        if _folded(text) in blocks
    ]
    return Count(right=sum(page == number for page, number in pages), of=len(pages))


def _kept_out(margins: Iterable[str], evidence: Iterable[str]) -> Count:
    margins, evidence = list(margins), list(evidence)
    kept = [text for text in margins if not any(_folded(text) in block for block in evidence)]
    return Count(right=len(kept), of=len(margins))

"""Blocks of a plain text: paragraphs, list items and what looks like a heading. When in doubt a line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import Block, BlockKind, late_pattern

from .lines import LIST_MARKER, Line, belong_together, split_lines, wrapped_width

_MOST_WORDS_OF_A_HEADING = 12
_LONGEST_RUN = 6
"""More short lines than this in a row are notes without full stops, not headings over headings."""
_ENDS_LIKE_A_PARAGRAPH = late_pattern(r"[.!?;,…][\"'’”)\]]*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,})$")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d+(?:\s+of\s+\d+)?$|-\s*\d+\s*-$", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
_QUESTION = re.compile(r"(?:what|how|where|why|who|when|which)\b", re.IGNORECASE)
# A short line with one of these is more likely a sentence whose full stop was forgotten: better a heading taken for
# evidence, which it rarely matches, than evidence lost.
_FINITE_VERB = late_pattern(
    r"\b(?:is|are|was|were|has|have|had|will|can|could|should|would|must|may|do|does|did|told|said|felt|met|meets?|"
    r"works?|worked|received|found|knew|attends?|attended|agreed|noted)\b",
    re.IGNORECASE,
)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text, in order."""
    lines = list(split_lines(text))
    width = wrapped_width(lines)
    headings = _headings(lines, width)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        last = at
        if lines[at].text and at not in headings:
            while (
                last + 1 < len(lines)
                and last + 1 not in headings
                and belong_together(lines[last], lines[last + 1], width)
            ):
                last += 1
        block = _block(lines[at], lines[last], at in headings)
        if block:
            blocks.append(block)
        at = last + 1
    return tuple(blocks)


def _block(first: Line, last: Line, is_heading: bool) -> Block | None:
    if not any(letter.isalnum() for letter in first.text):
        return None
    if is_heading:
        return Block(
            start=first.start, end=first.end, kind=BlockKind.HEADING, level=_level(first.text), line=first.number
        )
    if first is last and _PAGE_NUMBER.match(first.text):
        return Block(start=first.start, end=first.end, kind=BlockKind.FURNITURE, line=first.number)
    marker = LIST_MARKER.match(first.text)
    if marker and marker.end() < len(first.text):
        return Block(start=first.start + marker.end(), end=last.end, kind=BlockKind.LIST_ITEM, line=first.number)
    return Block(start=first.start, end=last.end, line=first.number)


def _level(text: str) -> int:
    number = _NUMBER.match(text)
    return number.group(1).count(".") + 1 if number else 1


def _headings(lines: Sequence[Line], width: int) -> frozenset[int]:
    """Return the indexes of lines that are headings, found from the end: a heading needs something below it."""
    found: set[int] = set()
    run: list[int] = []
    below = -1
    for at in range(len(lines) - 1, -1, -1):
        if not lines[at].text or _UNDERLINE.match(lines[at].text):
            continue
        if _is_heading(lines, at, below, bool(run), width):
            run.append(at)
        else:
            found.update(run if len(run) <= _LONGEST_RUN else ())
            run = []
        below = at
    return frozenset(found.union(run if len(run) <= _LONGEST_RUN else ()))


def _is_heading(lines: Sequence[Line], at: int, below: int, below_is_heading: bool, width: int) -> bool:
    line = lines[at]
    if below < 0 or not _could_be_heading(line):
        return False
    if _UNDERLINE.match(lines[at + 1].text):
        return True
    if _continues(lines, at, width) or _is_numbered_item(lines, at, below):
        return False
    under = lines[below]
    return (
        below_is_heading or under.ends_sentence or is_item(under) or len(under.text.split()) > _MOST_WORDS_OF_A_HEADING
    )


def _could_be_heading(line: Line) -> bool:
    text = line.text
    if (
        len(text.split()) > _MOST_WORDS_OF_A_HEADING
        or _ENDS_LIKE_A_PARAGRAPH.search(text)
        or not any(map(str.isalpha, text))
    ):
        return False
    marker = LIST_MARKER.match(text)
    if (marker and not _NUMBER.match(text)) or not (text[0].isupper() or text[0].isdigit()):
        return False
    return bool(_QUESTION.match(text)) or not _FINITE_VERB.search(text)


def _continues(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether the line is the end of a wrapped paragraph above it, or is itself gone on with below."""
    above = at > 0 and bool(lines[at - 1].text) and belong_together(lines[at - 1], lines[at], width)
    under = at + 1 < len(lines) and lines[at + 1].goes_on and bool(lines[at + 1].text)
    return above or under


def _is_numbered_item(lines: Sequence[Line], at: int, below: int) -> bool:
    """Whether a numbered line is one of a list: numbers of the same depth directly above or below it."""
    number = _NUMBER.match(lines[at].text)
    if not number:
        return False
    near = [lines[other].text for other in (at - 1, below) if other >= 0]
    return any(
        (other := _NUMBER.match(text)) and other.group(1).count(".") == number.group(1).count(".") for text in near
    )


def is_item(line: Line) -> bool:
    """Whether the line begins as a list item does."""
    return bool(LIST_MARKER.match(line.text))

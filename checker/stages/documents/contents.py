"""
Finds contents tables that somebody typed: lines with page numbers under "Contents". Part of the stage `documents`.

Those that a program made, readers know by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain.document import Block, BlockKind, Document
from checker.stages.documents.titles import fold

_TITLES = frozenset({"contents", "table of contents", "list of contents"})
_LONGEST_TITLE = 30
_LINE = re.compile(r"(?=.*[^\W\d_]).{2,150}?[\s.…_]+(?P<page>\d{1,3})\s*", re.DOTALL)
_LONGEST = 160
_FEWEST = 2


def contents_of(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks that are lines of a contents table: two or more in turn, with rising pages."""
    titles = (number for number, block in enumerate(document.blocks) if _is_title(document.text, block))
    return frozenset(number for title in titles for number in _lines_below(document, title))


def _is_title(text: str, block: Block) -> bool:
    return block.end - block.start <= _LONGEST_TITLE and fold(text[block.start : block.end]) in _TITLES


def _lines_below(document: Document, title: int) -> Sequence[int]:
    found, last = list[int](), 0
    for number, page in _pages_below(document, title):
        if page < last:
            break
        found.append(number)
        last = page
    return found if len(found) >= _FEWEST else ()


def _pages_below(document: Document, title: int) -> Iterator[tuple[int, int]]:
    """Yield the blocks below a title, as long as each ends in a page number, with that number."""
    for number, block in enumerate(document.blocks[title + 1 :], title + 1):
        line = _LINE.fullmatch(document.text, block.start, block.end) if block.end - block.start <= _LONGEST else None
        if line is None or not (block.kind.can_be_evidence or block.kind is BlockKind.HEADING):
            return
        yield number, int(line["page"])

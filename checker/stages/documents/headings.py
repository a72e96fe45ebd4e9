"""Gives every block the path of headings above it. Part of the stage `documents`."""

from __future__ import annotations

import re

from checker.domain.document import Block, BlockKind
from checker.values import replace

_MARKUP = re.compile(r"[*_`#]+|\[([^\]]*)\]\([^)]*\)")
_LONGEST = 160


def with_heading_paths(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """
    Return the blocks with the headings above each, highest first.

    Paths that a reader has given are left as they are. A heading's own path does not hold itself.
    """
    if any(block.heading_path for block in blocks):
        return blocks
    open_: list[tuple[int, str]] = []
    path: tuple[str, ...] = ()
    made = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while open_ and open_[-1][0] >= block.level:
                open_.pop()
            above = tuple(words for _, words in open_)
            open_.append((block.level, heading_words(text[block.start : block.end])))
            path = tuple(words for _, words in open_)
            made.append(replace(block, heading_path=above) if above else block)
        else:
            made.append(replace(block, heading_path=path) if path else block)
    return tuple(made)


def heading_words(text: str) -> str:
    """Return a heading's words on one line, without markup."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or "", text[: 2 * _LONGEST]).split())[:_LONGEST]

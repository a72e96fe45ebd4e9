"""
Which sentences speak of the document itself ("Each section starts with …"). Part of the stage `documents`.

They say how to read it and are no evidence of anything, whatever words of the packs they hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from checker.domain.document import Block, Sentence
from checker.domain.framework import AboutDocument
from checker.stages.documents.titles import bare_readings

_GOES_ON = re.compile(r"(?:it|they|these|those|each|this)\b", re.IGNORECASE)


class AboutItself:
    """Tells such sentences, asked in the order of the text: one that goes on from another is about the same."""

    def __init__(self, known: AboutDocument, blocks: Sequence[Block]) -> None:
        self._known = known
        self._blocks = blocks
        self._firsts = _firsts(known.openings)
        headings = _folded(known.headings)
        paths = {block.heading_path for block in blocks}
        self._below = {path for path in paths if any(headings.intersection(bare_readings(one)) for one in path)}
        self._before: int | None = None

    def has(self, sentence: Sentence, text: str) -> bool:
        """Whether the sentence with this text is about the document."""
        found = self._opens_so(text) or (bool(self._below) and self._says_so_below_a_heading(sentence, text))
        self._before = sentence.block if found else None
        return found

    def _opens_so(self, text: str) -> bool:
        # Patterns take longer to make than most texts to read: two words decide whether one is needed.
        first = tuple(text[:60].casefold().split()[:2])
        return first in self._firsts and _pattern(self._known.openings).match(text) is not None

    def _says_so_below_a_heading(self, sentence: Sentence, text: str) -> bool:
        if self._blocks[sentence.block].heading_path not in self._below:
            return False
        goes_on = self._before == sentence.block and _GOES_ON.match(text) is not None
        return goes_on or _pattern(self._known.words).search(text) is not None


@lru_cache(maxsize=4)
def _folded(headings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(reading for heading in headings for reading in bare_readings(heading))


@lru_cache(maxsize=4)
def _firsts(openings: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    ways = [[word.casefold().split("|") for word in one.split()[:2]] for one in openings]
    return frozenset(words for way in ways for words in product(*way))


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these phrases; a word of one may have alternatives. Without phrases it finds nothing."""
    ways = (r"\s+".join(_word(word) for word in one.split()) for one in phrases)
    return re.compile(rf"\b(?:{'|'.join(ways)})\b" if phrases else r"(?!)", re.IGNORECASE)


def _word(alternatives: str) -> str:
    return f"(?:{'|'.join(map(re.escape, alternatives.split('|')))})"

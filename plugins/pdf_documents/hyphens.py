"""Decides whether a hyphen at the end of a line belongs to the word or only divides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .lines import HYPHEN_AT_LINE_END

_MARK = re.compile(r"[\ufffe\u00ad]\s?")
_FIRST_PART = re.compile(r"[^\W\d_]+$")
_SECOND_PART = re.compile(r"[^\W_]+")
_LONGEST_PART = 40
_SOFT_HYPHEN = "\u00ad"
_ENOUGH = 3
_KEEPS_ITS_HYPHEN = frozenset({
    "all", "anti", "co", "cross", "ex", "face", "follow", "full", "half", "high", "in", "key", "long", "low", "mid",
    "multi", "non", "one", "out", "part", "person", "post", "pre", "re", "self", "semi", "short", "sub", "two", "up",
    "user", "well",
})  # fmt: skip
"""First parts that English joins with a hyphen."""


class Hyphens:
    """
    Knows the words of one document.

    A divided word that the document elsewhere has whole is joined, one that it has with a hyphen keeps it. Of one that
    it has nowhere else: the hyphen stays after a first part that English likes to join by one, before a capital, and
    in a document that seems never to divide words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._words: frozenset[str] = frozenset()
        self._divides = False
        if any(_has_marks(text) for text in texts):
            self._words = frozenset("\n".join(texts).lower().split())
            self._divides = self._seems_to_divide(texts)

    def mended(self, text: str) -> str:
        """Return a text without the marks of line ends."""
        if not _has_marks(text):
            return text
        return _MARK.sub(self._instead, text)

    def _instead(self, mark: re.Match[str]) -> str:
        parts = _parts(mark)
        if parts is None:
            return "" if mark[0][0] == _SOFT_HYPHEN else "-"
        return self._between(*parts)

    def _between(self, first: str, second: str) -> str:
        if second[0].isupper() or not second.isalpha():
            return "-"
        first, second = first.lower(), second.lower()
        if f"{first}-{second}" in self._words:
            return "-"
        if first + second in self._words:
            return ""
        return "" if self._divides and first not in _KEEPS_ITS_HYPHEN else "-"

    def _seems_to_divide(self, texts: Iterable[str]) -> bool:
        """Whether several words are divided that the document also has whole."""
        marks = (mark for text in texts if _has_marks(text) for mark in _MARK.finditer(text))
        divided = {(parts[0].lower(), parts[1].lower()) for mark in marks if (parts := _parts(mark))}
        whole = [one + other for one, other in divided if one + other in self._words]
        return len(whole) >= min(_ENOUGH, max(1, len(divided) // 4))


def _parts(mark: re.Match[str]) -> tuple[str, str] | None:
    """Return the parts of a word on both sides of a mark; `None` where there is none on a side."""
    text = mark.string
    first = _FIRST_PART.search(text[max(0, mark.start() - _LONGEST_PART) : mark.start()])
    second = _SECOND_PART.match(text, mark.end())
    return (first[0], second[0]) if first and second else None


def _has_marks(text: str) -> bool:
    return not text.isascii() and (HYPHEN_AT_LINE_END in text or _SOFT_HYPHEN in text)

"""The words of a folded text, sentence by sentence, and where they stand: every matcher of a run asks for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from checker.text.folding import Folded, fold

Span = tuple[int, int]
Numbers = dict[str, list[int]]
"""Where words stand: their numbers among the words of a text, in order."""

_REMEMBERED = 2
"""Answers kept: of a document, and of its headings. Every matcher of a run asks for both."""


class TextWords:
    """
    The words of the sentences of one text.

    `words` has an empty one before and behind each sentence, and wherever more than a blank parts two words: what may
    stand together in a phrase stands together here, and nothing else does. Of each word, `starts` says where it begins
    in the text and `sentences` in which sentence it stands. In the sentences whose numbers are in `folded_places` words
    do not all lie equally far from where they are in the folded text: `starts` has their places there.
    """

    __slots__ = ("_bounds", "_within", "folded", "folded_places", "sentences", "starts", "words")

    def __init__(self, folded: Folded, spans: Iterable[Span]) -> None:
        self.folded = folded
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sentences: list[int] = []
        self.folded_places: set[int] = set()
        self._bounds: list[Span] = []
        self._within: dict[int, Numbers] = {}
        for start, end in spans:
            self._add(folded.text, folded.folded(start), folded.folded(end))

    def _add(self, text: str, start: int, stop: int) -> None:
        """Add the words of one sentence. One that the sentence's ends cut through is left out."""
        words = text[start:stop].split(" ")
        if (shift := self.folded.shift(start, stop)) is None:
            self.folded_places.add(len(self._bounds))
        first = start + (shift or 0)
        starts = [first, *accumulate([len(word) + 1 for word in words], initial=first)]  # a blank behind each word
        if text[start - 1] != " ":
            words[0] = ""
        if text[stop : stop + 1] != " ":
            words[-1] = ""
        number = len(self.words)
        self.words += ("", *words, "")
        self.starts += starts
        self.sentences += [len(self._bounds)] * len(starts)
        self._bounds.append((number, number + len(starts)))

    def __len__(self) -> int:
        """Return how many sentences there are."""
        return len(self._bounds)

    def within(self, sentence: int) -> Numbers:
        """Return where the single words of one sentence stand; worked out when it is first asked for."""
        if sentence not in self._within:
            first, last = self._bounds[sentence]
            self._within[sentence] = _numbered(self.words[first:last], first)
        return self._within[sentence]


def _numbered(names: Iterable[str], first: int = 0) -> Numbers:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names, first):
        numbers[name].append(number)
    return numbers


_latest: tuple[tuple[str, tuple[Span, ...], TextWords], ...] = ()
"""Threads may ask at once: it is only ever replaced whole."""


def words_of(text: str, spans: Sequence[Span]) -> TextWords:
    """Return the words of each span of a text. The last answers are remembered."""
    global _latest
    asked = tuple(spans)
    for known, cut, words in _latest:
        if cut == asked and known == text:
            return words
    words = TextWords(fold(text), asked)
    _latest = (*_latest, (text, asked, words))[-_REMEMBERED:]
    return words

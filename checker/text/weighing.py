"""
Weighs the words of a sentence for and against an answer.

A sentence is the set of its words and of its pairs of words that follow each other, each as rare as it is; the weights
come from a pack. What comes out is a chance, and the words that told most: the same for the same words, on every
machine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import pairwise
from math import exp, fsum, sqrt

from checker.domain.evidence import Because
from checker.domain.word_weights import OF_ANY_SENTENCE, WeighedAnswer, WordWeights

_WORD = re.compile(r"\d[\d,.:]*%?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_TOLD = 3
FAMILY = "weighed words"
OUTWEIGHED = "the other words of the sentence weigh more"
_SURE = 50.0
"""What weighs more is no surer: a chance is never quite 0 or 1."""
_SHORTEST = 20.0
"""Few words are no sure sign: a sentence counts as at least so long, in the measure of `length_of`."""

Span = tuple[int, int]
_Numbers = tuple[float, ...]
"""Of words, the square of their rarity, and for each answer their weight times their rarity."""


def features(text: str, start: int = 0, end: int | None = None) -> dict[str, Span]:
    """
    Return the words and pairs of words of a text, each with the place where it stands first.

    Case does not matter; a number is `0` and a percentage `0%`, whatever they are.
    """
    found: dict[str, Span] = {}
    for words, span in _features(text, start, len(text) if end is None else end):
        found.setdefault(words, span)
    return found


def _features(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield the words and pairs of words of a part of a text, as often as they stand there."""
    last, last_start = "", 0
    for match in _WORD.finditer(text, start, end):
        shape, span = _shape(match.group()), match.span()
        yield shape, span
        if last:
            yield f"{last} {shape}", (last_start, span[1])
        last, last_start = shape, span[0]


def _places_of(wanted: Set[str], text: str, part: Span) -> dict[str, Span]:
    """Return where words and pairs stand first, all of which a part of a text holds."""
    found: dict[str, Span] = {}
    for words, span in _features(text, *part):
        if words in wanted and words not in found:
            found[words] = span
            if len(found) == len(wanted):
                break
    return found


@lru_cache(maxsize=20_000)
def _shape(word: str) -> str:
    shape = word.lower().replace("’", "'")
    if shape[0].isdigit():
        return "0%" if shape[-1] == "%" else "0"
    return shape


def length_of(rarities: Iterable[float]) -> float:
    """Return how much a sentence says, from how rare its known words are: their weights are shares of that."""
    return _length(fsum([one * one for one in rarities]))


def _length(squares: float) -> float:
    return max(_SHORTEST, sqrt(squares))


_latest: tuple[str, dict[Span, Set[str]]] = ("", {})


def _words_of(text: str, start: int, end: int) -> Set[str]:
    """Return the words and pairs of a part of a text, as `features`; every scale asks for those of the same parts."""
    global _latest
    if _latest[0] is not text:
        _latest = (text, {})
    known = _latest[1]
    if (start, end) not in known:
        words = list(map(_shape, _WORD.findall(text, start, end)))
        known[start, end] = {*words, *map(" ".join, pairwise(words))}
    return known[start, end]


class Weighed:
    """A part of a text on the scale, with the words and pairs in it that have weights."""

    def __init__(self, scale: Scale, text: str, part: Span, known: Collection[str]) -> None:
        self._scale = scale
        self._text = text
        self._part = part
        self._known = known
        numbers = list(map(scale.numbers.__getitem__, known)) or [scale.nothing]
        # Exact sums: the same in any order, on every Python.
        self._squares, *self._sums = map(fsum, zip(*numbers, strict=True))

    def chances(self) -> dict[str, float]:
        """Return for each answer the chance that it holds, 0 to 1."""
        length = _length(self._squares)
        answers = zip(self._scale.answers, self._sums, strict=True)
        return {one.id: _chance(total / length + one.bias) for one, total in answers}

    def is_short(self) -> bool:
        """Whether it has so few words that they are no sure sign."""
        return self._squares <= _SHORTEST**2

    def because(self, answer: WeighedAnswer, *, field: str, against: bool = False) -> tuple[Because, ...]:
        """Return the words that weigh most for an answer, or against it, the weightiest first."""
        place = 1 + self._scale.answers.index(answer)
        sign = -1 if against else 1
        weights = [(sign * self._scale.numbers[words][place], words) for words in self._known]
        best = sorted((one for one in weights if one[0] > 0), key=lambda one: (-one[0], one[1]))[:_MOST_TOLD]
        spans = _places_of({words for _, words in best}, self._text, self._part) if best else {}
        return tuple(self._because(words, spans[words], field, answer) for _, words in best)

    def _because(self, words: str, span: Span, field: str, answer: WeighedAnswer) -> Because:
        start, end = span
        return Because(
            field=field,
            words=self._text[start:end],
            start=start,
            end=end,
            entry=f"{self._scale.file}:{self._scale.line_of(words)}",
            family=FAMILY,
            expectation="" if answer.id in OF_ANY_SENTENCE else answer.id,
        )


def _chance(weight: float) -> float:
    return 1 / (1 + exp(_SURE if weight < -_SURE else -_SURE if weight > _SURE else -weight))


class _NumbersOf(dict[str, _Numbers]):
    """The numbers of the words of a file; a line is taken apart when a sentence first holds its words."""

    def __init__(self, lines: Mapping[str, str], answers: int) -> None:
        self._lines = lines
        self._answers = answers

    def __missing__(self, words: str) -> _Numbers:
        _, told, *weights = self._lines[words].split(" ")
        rarity = float(told)
        numbers = [rarity * rarity, *[0.0] * self._answers]
        for one in weights:
            place, weight = one.split(":")
            numbers[1 + int(place)] = rarity * float(weight)
        found = self[words] = tuple(numbers)
        return found


class Scale:
    """
    The weights of one file, ready to weigh sentences.

    The places of all words and cues of the pack that brings it begin with its `root`.
    """

    def __init__(self, weights: WordWeights) -> None:
        self.file = weights.file
        self.root = f"{weights.file.partition('/')[0]}/"
        self.answers = weights.answers
        self.nothing: _Numbers = (0.0,) * (1 + len(weights.answers))
        self._lines = weights.words
        self.numbers: Mapping[str, _Numbers] = _NumbersOf(weights.words, len(weights.answers))

    def weigh(self, text: str, start: int = 0, end: int | None = None) -> Weighed:
        """Return the sentence from `start` to `end` on the scale."""
        part = start, len(text) if end is None else end
        return Weighed(self, text, part, _words_of(text, *part) & self._lines.keys())

    def line_of(self, words: str) -> int:
        """Return the line of words in their file."""
        return int(self._lines[words].partition(" ")[0])

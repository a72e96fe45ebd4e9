"""
Weighs the words of a sentence for and against an answer.

A sentence is the set of its words and of its pairs of words that follow each other, each as rare as it is; the weights
come from a pack. What comes out is a chance, and the words that told most: the same for the same words, on every
machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import exp, fsum, sqrt

from checker.domain.evidence import Because
from checker.domain.word_weights import SHORTFALL, WeighedAnswer, WordWeights

_WORD = re.compile(r"\d[\d,.:]*%?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_TOLD = 3
FAMILY = "weighed words"
OUTWEIGHED = "the other words of the sentence weigh more"
_SURE = 50.0
"""What weighs more is no surer: a chance is never quite 0 or 1."""
_SHORTEST = 20.0
"""Few words are no sure sign: a sentence counts as at least so long, in the measure of `length_of`."""

Span = tuple[int, int]
_Known = tuple[int, float, tuple[float, ...]]
"""The line of words in their file, their rarity, and for each answer their weight times their rarity."""


def features(text: str, start: int = 0, end: int | None = None) -> dict[str, Span]:
    """
    Return the words and pairs of words of a text, each with the place where it stands first.

    Case does not matter; a number is `0` and a percentage `0%`, whatever they are.
    """
    found: dict[str, Span] = {}
    last, last_start = "", 0
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        shape = match.group().lower().replace("’", "'")
        if shape[0].isdigit():
            shape = "0%" if shape[-1] == "%" else "0"
        span = match.span()
        if shape not in found:
            found[shape] = span
        if last:
            pair = f"{last} {shape}"
            if pair not in found:
                found[pair] = (last_start, span[1])
        last, last_start = shape, span[0]
    return found


def length_of(rarities: Iterable[float]) -> float:
    """Return how much a sentence says, from how rare its known words are: their weights are shares of that."""
    return max(_SHORTEST, sqrt(fsum([one * one for one in rarities])))


_latest: tuple[str, dict[Span, dict[str, Span]]] = ("", {})


def _features_of(text: str, start: int, end: int) -> dict[str, Span]:
    """Return the features of a part of a text; every scale asks for those of the same sentences."""
    global _latest
    if _latest[0] is not text:
        _latest = (text, {})
    known = _latest[1]
    if (start, end) not in known:
        known[start, end] = features(text, start, end)
    return known[start, end]


class Weighed:
    """A sentence on the scale."""

    def __init__(self, scale: Scale, text: str, found: Mapping[str, Span], known: list[tuple[str, _Known]]) -> None:
        self._scale = scale
        self._text = text
        self._found = found
        self._known = known
        self._length = length_of([one[1] for _, one in known])

    def chances(self) -> dict[str, float]:
        """Return for each answer the chance that it holds, 0 to 1."""
        answers = self._scale.answers
        rows = [one[2] for _, one in self._known] or [(0.0,) * len(answers)]
        sums = map(fsum, zip(*rows, strict=True))  # exact, so that no version of Python adds up otherwise
        return {one.id: _chance(total / self._length + one.bias) for one, total in zip(answers, sums, strict=True)}

    def because(self, answer: WeighedAnswer, *, field: str, against: bool = False) -> tuple[Because, ...]:
        """Return the words that weigh most for an answer, or against it, the weightiest first."""
        place = self._scale.answers.index(answer)
        sign = -1 if against else 1
        weights = [(sign * one[2][place], words, one[0]) for words, one in self._known]
        best = sorted((one for one in weights if one[0] > 0), key=lambda one: (-one[0], one[1]))[:_MOST_TOLD]
        return tuple(self._because(words, line, field, answer) for _, words, line in best)

    def _because(self, words: str, line: int, field: str, answer: WeighedAnswer) -> Because:
        start, end = self._found[words]
        return Because(
            field=field,
            words=self._text[start:end],
            start=start,
            end=end,
            entry=f"{self._scale.file}:{line}",
            family=FAMILY,
            expectation="" if answer.id == SHORTFALL else answer.id,
        )


def _chance(weight: float) -> float:
    return 1 / (1 + exp(-max(-_SURE, min(_SURE, weight))))


class Scale:
    """
    The weights of one file, ready to weigh sentences.

    The places of all words and cues of the pack that brings it begin with its `root`.
    """

    def __init__(self, weights: WordWeights) -> None:
        self.file = weights.file
        self.root = f"{weights.file.partition('/')[0]}/"
        self.answers = weights.answers
        self._words = weights.words
        self._known: dict[str, _Known] = {}

    def weigh(self, text: str, start: int = 0, end: int | None = None) -> Weighed:
        """Return the sentence from `start` to `end` on the scale."""
        found = _features_of(text, start, len(text) if end is None else end)
        words = self._words
        return Weighed(self, text, found, [(one, self._of(one)) for one in found if one in words])

    def _of(self, words: str) -> _Known:
        known = self._known.get(words)
        if known is None:
            line, rarity, *weights = self._words[words].split(" ")
            given = dict(one.split(":") for one in weights)
            heavy = tuple(float(rarity) * float(given.get(str(place), 0)) for place in range(len(self.answers)))
            known = int(line), float(rarity), heavy
            self._known[words] = known
        return known

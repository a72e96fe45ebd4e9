"""What the sentences of one paragraph tell of each other: a paragraph has a topic, and its sentences go on about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from checker import Because, Document, Recognition, Sentence

_CARRIED = 0.1
# How many sentences of a paragraph may go on about what an earlier one named, without a word of their own.
_CARRIED_AT_MOST = 3
_GOES_ON = "goes on from the sentence before"
Row = Sequence[float]
"""A number for each expectation of a scale, in the order of its answers."""


class Around(NamedTuple):
    """
    How much the sentence before, the one behind, and all others of the paragraph on average speak to each expectation
    of a scale, 0 to 1.5.
    """

    before: Row
    behind: Row
    others: Row


def paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """Yield the numbers of the sentences of each paragraph; of sentences that cannot be evidence none."""
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        if numbers and not _together(text, sentences[number - 1], sentence):
            yield numbers
            numbers = []
        if sentence.countable:
            numbers.append(number)
    if numbers:
        yield numbers


def _together(text: str, before: Sentence, sentence: Sentence) -> bool:
    return sentence.block == before.block and "\n\n" not in text[before.end : sentence.start]


def around(strengths: Sequence[Row]) -> list[Around]:
    """
    Return for each sentence of a paragraph what the others in it speak to; `strengths` are how much each speaks to each
    expectation of a scale.
    """
    nothing = (0.0,) * len(strengths[0])
    if len(strengths) == 1:
        return [Around(nothing, nothing, nothing)]
    number = len(strengths) - 1
    totals = list(map(fsum, zip(*strengths, strict=True)))
    beside = zip([nothing, *strengths], strengths, [*strengths[1:], nothing], strict=False)
    return [
        Around(before, behind, [(total - one) / number for total, one in zip(totals, own, strict=True)])
        for before, own, behind in beside
    ]


class Topics:
    """
    What the sentences so far of a paragraph speak of.

    A sentence without a word that an expectation knows goes on about the topic of the one before ("Carers had no
    equivalent group"): the same paragraph is the only hint, so it reaches over few sentences and never names more than
    the main topic.
    """

    def __init__(self, document: Document, statement_of: Mapping[str, str]) -> None:
        self._text = document.text
        self._statement_of = statement_of
        self._last: Sentence | None = None
        self._topics: dict[str, str] = {}
        self._carried = 0

    def of(self, sentence: Sentence) -> Collection[str]:
        """Return the topics of the sentences before, one for each statement, if this one may go on about them."""
        if not self._topics or self._carried >= _CARRIED_AT_MOST or not self._goes_on(sentence):
            return ()
        return sorted(self._topics.values())

    def heard(self, sentence: Sentence, own: tuple[Recognition, ...]) -> None:
        """Remember what a sentence speaks of by its own words."""
        if own:
            self._topics, self._carried = self._main(own), 0
        elif not sentence.countable or not self._goes_on(sentence):
            self._topics = {}
        else:
            self._carried += 1
        self._last = sentence

    def _main(self, own: tuple[Recognition, ...]) -> dict[str, str]:
        topics: dict[str, str] = {}
        for one in own:
            if statement := self._statement_of.get(one.key):
                topics.setdefault(statement, one.key)
        return topics

    def _goes_on(self, sentence: Sentence) -> bool:
        return self._last is not None and _together(self._text, self._last, sentence)


def carried(topics: Collection[str], text: str, sentence: Sentence) -> tuple[Recognition, ...]:
    """Return what a sentence speaks to because the one before did."""
    return tuple(
        Recognition(key=key, score=_CARRIED, because=(first_word_of(sentence, text, key, _GOES_ON),), goes_on=True)
        for key in topics
    )


def first_word_of(sentence: Sentence, text: str, key: str, family: str) -> Because:
    """Return a sentence's first word as the place from which other sentences tell what it speaks to."""
    first = text[sentence.start : sentence.end].split(maxsplit=1)[0]
    end = sentence.start + len(first)
    return Because(field="expectations", words=first, start=sentence.start, end=end, family=family, expectation=key)

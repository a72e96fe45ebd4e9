"""What the sentences of one paragraph tell of each other: a paragraph has a topic, and its sentences go on about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from checker import Because, Document, Recognition, Sentence

_BEFORE, _BEHIND, _ALL_OTHERS = 0.4, 0.25, 0.4
"""How much of what is said right before, right behind and on average in the paragraph counts for a sentence."""
_CARRIED = 0.1
# How many sentences of a paragraph may go on about what an earlier one named, without a word of their own.
_CARRIED_AT_MOST = 3
_GOES_ON = "goes on from the sentence before"
Strengths = Mapping[str, float]
"""How much a sentence speaks to each expectation, 0 to 1.5."""


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


def around(strengths: Sequence[Strengths]) -> list[Strengths]:
    """Return for each sentence of a paragraph how much the others in it speak to each expectation, 0 to 1.6."""
    keys = strengths[0].keys() if strengths else ()
    others = max(1, len(strengths) - 1)
    total = {key: sum(one[key] for one in strengths) for key in keys}
    found = []
    for number, own in enumerate(strengths):
        before = strengths[number - 1] if number else {}
        behind = strengths[number + 1] if number + 1 < len(strengths) else {}
        found.append(
            {
                key: _BEFORE * before.get(key, 0.0)
                + _BEHIND * behind.get(key, 0.0)
                + _ALL_OTHERS * (total[key] - own[key]) / others
                for key in keys
            }
        )
    return found


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
    if not topics:
        return ()
    first = text[sentence.start : sentence.end].split(maxsplit=1)[0]
    return tuple(
        Recognition(key=key, score=_CARRIED, because=(_because(sentence, first, key),), goes_on=True) for key in topics
    )


def _because(sentence: Sentence, first: str, key: str) -> Because:
    end = sentence.start + len(first)
    return Because(field="expectations", words=first, start=sentence.start, end=end, family=_GOES_ON, expectation=key)

"""Which expectation, where the words of a whole sentence and of its paragraph say so more clearly than its phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import OUTWEIGHED, Recognition, RuleBook, Scale, Sentence, Weighed, replace

from .paragraphs import Strengths, around, paragraphs
from .phrases import LOOK_FOR, Found

_BY_PHRASE = 0.5
_BEST_BY_PHRASE = 0.5
"""What an expectation's phrases, and the best phrase of all, weigh beside the chance of its words (0 to 1)."""
_ENOUGH_TOGETHER = 0.5
_ENOUGH_OF_ITS_OWN = 0.2
"""Chances from which a sentence that nothing else knows speaks to what its paragraph is about."""
_latest: tuple[RuleBook, tuple[Weigher, ...]] | None = None


class Weigher:
    """The scale of a pack for those of its expectations that are in the run."""

    def __init__(self, scale: Scale, statement_of: Mapping[str, str]) -> None:
        self.scale = scale
        self._statement_of = statement_of
        self._answers = {one.id: one for one in scale.answers if one.id in statement_of}

    def strengths(self, chances: Mapping[str, float], found: Iterable[Found]) -> Strengths:
        """Return how much a sentence speaks to each expectation of the scale, by the chance of its words and phrases."""
        known = {one.known.key for one in found if one.known.use == LOOK_FOR}
        return {key: chances[key] + (_BY_PHRASE if key in known else 0) for key in self._answers}

    def weigh(self, own: Iterable[Recognition], on: OnScale, sentence: Sentence) -> list[Recognition]:
        """
        Return what a sentence speaks to once its words have been weighed; what they outweigh is marked so.

        The chance of its words, its phrases and the sentences around it decide together which expectation of the scale
        is the main one. Under the heading of another quality statement words alone add nothing: there, phrases have to
        say so.
        """
        found = [one if self._stays(one, on.chances) else _outweighed(one) for one in own]
        best = next((one.key for one in found if one.key in self._answers and not one.overruled), "")
        known = {one.key for one in found}
        added = [
            self._added(key, on)
            for key, answer in self._answers.items()
            if key not in known and on.chances[key] > answer.above and self._fits(key, sentence)
        ]
        if not added and all(one.overruled for one in found):
            added = self._by_paragraph(known, on, sentence)
        return [self._scored(one, on, best) for one in found] + added

    def _by_paragraph(self, known: set[str], on: OnScale, sentence: Sentence) -> list[Recognition]:
        """Return what a sentence speaks to that nothing else knows, where its paragraph speaks to it too."""
        likely = [
            key
            for key in self._answers
            if key not in known and on.chances[key] >= _ENOUGH_OF_ITS_OWN and self._fits(key, sentence)
        ]
        best = max(likely, key=lambda key: (on.together(key), key), default="")
        return [self._added(best, on)] if best and on.together(best) > _ENOUGH_TOGETHER else []

    def _added(self, key: str, on: OnScale) -> Recognition:
        because = on.words.because(self._answers[key], field="expectations")
        return Recognition(key=key, score=round(on.together(key), 4), because=because)

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, chances: Mapping[str, float]) -> bool:
        """Whether phrases keep an expectation; those of another pack, which a region adds, are never outweighed."""
        answer = self._answers.get(one.key)
        of_the_pack = all(not why.entry or why.entry.startswith(self.scale.root) for why in one.because)
        return answer is None or chances[one.key] >= answer.below or not of_the_pack

    def _scored(self, one: Recognition, on: OnScale, best: str) -> Recognition:
        if one.key not in self._answers:
            return one
        score = on.together(one.key) + _BY_PHRASE + (_BEST_BY_PHRASE if one.key == best else 0)
        return replace(one, score=round(score, 4))


class OnScale:
    """A sentence on the scale of a pack, and what the sentences around it speak to."""

    def __init__(self, words: Weighed, chances: Mapping[str, float]) -> None:
        self.words = words
        self.chances = chances
        self.around: Strengths = {}

    def together(self, key: str) -> float:
        """Return the chance of the sentence's own words with what the sentences around it add."""
        return self.chances[key] + self.around.get(key, 0.0)


class WeighedSentences:
    """All sentences of a document on the scales of the packs."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        found: Sequence[Iterable[Found]],
        weighers: Sequence[Weigher],
    ) -> None:
        self._sentences = sentences
        self._weighers = weighers
        self._on = [self._on_scale(weigher, text, found) for weigher in weighers]

    def of(self, number: int, own: tuple[Recognition, ...]) -> tuple[tuple[Recognition, ...], tuple[Recognition, ...]]:
        """Return what a sentence speaks to, highest score first, and what its other words outweigh."""
        found = list(own)
        for weigher, on in zip(self._weighers, self._on, strict=True):
            found = weigher.weigh(found, on[number], self._sentences[number])
        found.sort(key=lambda one: (-one.score, one.key))
        return tuple(one for one in found if not one.overruled), tuple(one for one in found if one.overruled)

    def _on_scale(self, weigher: Weigher, text: str, found: Sequence[Iterable[Found]]) -> dict[int, OnScale]:
        weighed: dict[int, OnScale] = {}
        for numbers in paragraphs(text, self._sentences):
            for number in numbers:
                sentence = self._sentences[number]
                words = weigher.scale.weigh(text, sentence.start, sentence.end)
                weighed[number] = OnScale(words, words.chances())
            told = [weigher.strengths(weighed[number].chances, found[number]) for number in numbers]
            for number, others in zip(numbers, around(told), strict=True):
                weighed[number].around = others
        return weighed


def weighers_of(book: RuleBook, statement_of: Mapping[str, str]) -> tuple[Weigher, ...]:
    """Return the scales for expectations that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        weighed = [one for one in book.word_weights if any(answer.id in statement_of for answer in one.answers)]
        _latest = (book, tuple(Weigher(Scale(one), statement_of) for one in weighed))
    return _latest[1]


def _outweighed(one: Recognition) -> Recognition:
    return replace(one, overruled=True, because=tuple(replace(why, overruled=OUTWEIGHED) for why in one.because))

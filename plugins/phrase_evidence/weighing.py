"""Which expectation, where the words of a whole sentence and of its paragraph say so more clearly than its phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import OUTWEIGHED, Recognition, RuleBook, Scale, Sentence, Weighed, replace

from .paragraphs import ALONE, Around, Strengths, around, first_word_of, paragraphs
from .phrases import LOOK_FOR, Found
from .together import Signs, chance_of, odds

_BY_PHRASE = 0.5
"""What a phrase adds to the chance of a sentence's words where only the sentences beside it are decided."""
_LIKELY_ENOUGH = 0.5
"""The share of what a pack asks (`above`) that is enough for the likeliest, where nothing else is known."""
_WITH_PHRASES = 1.0
"""What stands beside the scores of other packs, whose phrases have 1 each: a chance alone says less."""
_NEAR = 12
"""How many sentences before and behind tell what the text is about."""
_MOSTLY = 0.45
"""The share of sentences from which on a text is about something: narratives of one statement have more of them."""
_THE_PARAGRAPH = "the sentences around it"
_latest: tuple[RuleBook, tuple[Weigher, ...]] | None = None


class Weigher:
    """The scale of a pack for those of its expectations that are in the run."""

    def __init__(self, scale: Scale, statement_of: Mapping[str, str]) -> None:
        self.scale = scale
        self._statement_of = statement_of
        self._answers = {one.id: one for one in scale.answers if one.id in statement_of}
        self.statements = {statement_of[key] for key in self._answers}

    def strengths(self, chances: Mapping[str, float], found: Iterable[Found]) -> Strengths:
        """Return how much a sentence speaks to each expectation of the scale: the chance by its words, and phrases."""
        known = {one.known.key for one in found if one.known.use == LOOK_FOR}
        return {key: chances[key] + (_BY_PHRASE if key in known else 0) for key in self._answers}

    def signs(self, own: Iterable[Recognition], on: OnScale) -> dict[str, Signs]:
        """Return what speaks for each expectation of the scale; `own` is what phrases found, the best first."""
        scores = {one.key: one.score for one in own if one.key in self._answers}
        best, none, chances, around_it = next(iter(scores), ""), not scores, on.chances, on.around
        return {
            key: Signs(
                odds(chances[key]),
                key in scores,
                key == best,
                none,
                scores.get(key, 0.0),
                *around_it.get(key, ALONE),
                on.about,
            )
            for key in self._answers
        }

    def is_about(self, found: Iterable[Found]) -> bool:
        """Whether a sentence speaks, by its phrases, first of all of a quality statement of the scale."""
        said: dict[str, float] = {}
        for known, _, _ in found:
            if known.use == LOOK_FOR:
                said[known.key] = said.get(known.key, 0.0) + known.weight
        best = max(said, key=lambda key: (said[key], key), default="")
        return self._statement_of.get(best) in self.statements

    def weigh(
        self, own: Sequence[Recognition], signs: Mapping[str, Signs], on: OnScale, sentence: Sentence
    ) -> list[Recognition]:
        """
        Return what a sentence speaks to once all has been weighed; what is outweighed is marked so.

        Its words, its phrases and the sentences around it decide together, also which expectation is the main one.
        Of few words, phrases decide what stays. Under the heading of another quality statement words alone add nothing:
        there, phrases have to say so.
        """
        chances = {key: chance_of(signs[key]) for key in self._answers}
        few = on.words.is_short()
        found = [one if few or self._stays(one, signs) else _outweighed(one) for one in own]
        known = {one.key for one in found}
        new = [key for key in self._answers if key not in known and self._fits(key, sentence)]
        added = [key for key in new if chances[key] > self._answers[key].above]
        if not added and new and not few and all(one.overruled for one in found):
            likeliest = max(new, key=lambda key: (chances[key], key))
            enough = _LIKELY_ENOUGH * self._answers[likeliest].above
            added = [likeliest] if chances[likeliest] > enough else []
        by_phrases = any(one.key in self._answers and not one.overruled for one in found)
        beside = _WITH_PHRASES if by_phrases else 0.0
        scored = [
            replace(one, score=round(chances[one.key] + beside, 4)) if one.key in chances else one for one in found
        ]
        return scored + [self._added(key, chances[key] + beside, on, sentence) for key in added]

    def _added(self, key: str, score: float, on: OnScale, sentence: Sentence) -> Recognition:
        because = on.words.because(self._answers[key], field="expectations")
        if sum(on.around.get(key, ALONE)) > on.chances[key]:
            because = (*because, first_word_of(sentence, on.text, key, _THE_PARAGRAPH))
        return Recognition(key=key, score=round(score, 4), because=because)

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, signs: Mapping[str, Signs]) -> bool:
        """
        Whether phrases keep an expectation, whatever the text is about; those of another pack, which a region adds, are
        never outweighed.
        """
        answer = self._answers.get(one.key)
        if answer is None or chance_of(signs[one.key]._replace(about=0.0)) >= answer.below:
            return True
        return not all(not why.entry or why.entry.startswith(self.scale.root) for why in one.because)


class OnScale:
    """A sentence on the scale of a pack, and what the sentences around it speak to."""

    def __init__(self, text: str, words: Weighed) -> None:
        self.text = text
        self.words = words
        self.chances = words.chances()
        self.around: Mapping[str, Around] = {}
        self.about = 0.0


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

    def signs(self, number: int, own: tuple[Recognition, ...]) -> dict[str, Signs]:
        """Return what speaks for each expectation in a sentence, of all packs; `own` is what phrases found."""
        signs: dict[str, Signs] = {}
        for weigher, on in zip(self._weighers, self._on, strict=True):
            signs.update(weigher.signs(own, on[number]))
        return signs

    def of(
        self, number: int, own: tuple[Recognition, ...], signs: Mapping[str, Signs]
    ) -> tuple[tuple[Recognition, ...], tuple[Recognition, ...]]:
        """Return what a sentence speaks to, highest score first, and what is outweighed."""
        found = list(own)
        for weigher, on in zip(self._weighers, self._on, strict=True):
            found = weigher.weigh(found, signs, on[number], self._sentences[number])
        found.sort(key=lambda one: (-one.score, one.key))
        return tuple(one for one in found if not one.overruled), tuple(one for one in found if one.overruled)

    def _on_scale(self, weigher: Weigher, text: str, found: Sequence[Iterable[Found]]) -> dict[int, OnScale]:
        weighed: dict[int, OnScale] = {}
        for numbers in paragraphs(text, self._sentences):
            for number in numbers:
                sentence = self._sentences[number]
                weighed[number] = OnScale(text, weigher.scale.weigh(text, sentence.start, sentence.end))
            told = [weigher.strengths(weighed[number].chances, found[number]) for number in numbers]
            for number, others in zip(numbers, around(told), strict=True):
                weighed[number].around = others
        about = [weigher.is_about(found[number]) for number in weighed]
        for place, (number, on) in enumerate(weighed.items()):
            near = about[max(0, place - _NEAR) : place + _NEAR + 1]
            headed = not weigher.statements.isdisjoint(self._sentences[number].under)
            on.about = 0.0 if headed else min(_MOSTLY, sum(near) / len(near)) - _MOSTLY
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

"""Which expectation, where the words of a whole sentence and of its paragraph say so more clearly than its phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from checker import OUTWEIGHED, Recognition, RuleBook, Scale, Sentence, Weighed, replace

from .paragraphs import Around, Row, around, first_word_of, paragraphs
from .phrases import LOOK_FOR, Found
from .together import Signs, chance_of, chances_without_phrases, odds

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
_Named = Sequence[Mapping[str, float]]
"""How much the phrases of each sentence name each expectation."""
_latest: tuple[RuleBook, tuple[Weigher, ...]] | None = None


class Weigher:
    """The scale of a pack for those of its expectations that are in the run."""

    def __init__(self, scale: Scale, statement_of: Mapping[str, str]) -> None:
        self.scale = scale
        self._statement_of = statement_of
        self._answers = {one.id: one for one in scale.answers if one.id in statement_of}
        self._places = {key: place for place, key in enumerate(self._answers)}
        self._above = [(key, one.above) for key, one in self._answers.items()]
        self.statements = {statement_of[key] for key in self._answers}

    def row(self, chances: Mapping[str, float]) -> list[float]:
        """Return the chances of the expectations of the scale."""
        return list(map(chances.__getitem__, self._answers))

    def strengths(self, chances: Row, named: Iterable[str]) -> Row:
        """Return how much a sentence speaks to each expectation: the chance by its words, and phrases that name it."""
        strengths = list(chances)
        for key in named:
            if (place := self._places.get(key)) is not None:
                strengths[place] += _BY_PHRASE
        return strengths

    def signs(self, phrases: Iterable[Recognition], on: OnScale) -> dict[str, Signs]:
        """Return what speaks for each expectation of the scale; `phrases` is what those found, the best first."""
        scores = self._scores(phrases)
        return {key: self._signs(key, scores, on) for key in self._answers}

    def is_about(self, said: Mapping[str, float]) -> bool:
        """Whether a sentence speaks first of all of a quality statement of the scale, by how much phrases name what."""
        best = max(said, key=lambda key: (said[key], key), default="")
        return self._statement_of.get(best) in self.statements

    def weigh(
        self, own: Sequence[Recognition], phrases: Iterable[Recognition], on: OnScale, sentence: Sentence
    ) -> list[Recognition]:
        """
        Return what a sentence speaks to once all has been weighed; what is outweighed is marked so.

        `own` is what it speaks to so far, `phrases` what its phrases found. Its words, its phrases and the sentences
        around it decide together, also which expectation is the main one. Of few words, phrases decide what stays.
        Under the heading of another quality statement words alone add nothing: there, phrases have to say so.
        """
        scores = self._scores(phrases)
        chances = self._chances(scores, on)
        few = on.words.is_short()
        found = [one if few or self._stays(one, scores, on) else _outweighed(one) for one in own]
        known = {one.key for one in found}
        likely = [key for key, above in self._above if chances[key] > above and key not in known]
        added = [key for key in likely if self._fits(key, sentence)]
        if not added and not few and all(one.overruled for one in found):
            added = self._likeliest(chances, known, sentence)
        by_phrases = any(one.key in self._answers and not one.overruled for one in found)
        beside = _WITH_PHRASES if by_phrases else 0.0
        scored = [
            replace(one, score=round(chances[one.key] + beside, 4)) if one.key in chances else one for one in found
        ]
        return scored + [self._added(key, chances[key] + beside, on, sentence) for key in added]

    def _scores(self, phrases: Iterable[Recognition]) -> dict[str, float]:
        """Return how much phrases say for the expectations of the scale that they name, the best first."""
        return {one.key: one.score for one in phrases if one.key in self._answers}

    def _signs(self, key: str, scores: Mapping[str, float], on: OnScale) -> Signs:
        place, best = self._places[key], next(iter(scores), "")
        before, behind, others = (row[place] for row in on.around)
        score, about = scores.get(key, 0.0), on.about
        return Signs(on.odds[place], key in scores, key == best, not scores, score, before, behind, others, about)

    def _chances(self, scores: Mapping[str, float], on: OnScale) -> dict[str, float]:
        """Return the chance of each expectation; phrases name few of them."""
        plain = chances_without_phrases(on.odds, on.around, no_phrase=not scores, about=on.about)
        chances = dict(zip(self._answers, plain, strict=True))
        for key in scores:
            chances[key] = chance_of(self._signs(key, scores, on))
        return chances

    def _likeliest(self, chances: Mapping[str, float], known: Set[str], sentence: Sentence) -> list[str]:
        """Return the likeliest expectation, where nothing else is known and it is likely enough; else none."""
        new = [key for key in self._answers if key not in known and self._fits(key, sentence)]
        likeliest = max(new, key=lambda key: (chances[key], key), default="")
        is_enough = likeliest and chances[likeliest] > _LIKELY_ENOUGH * self._answers[likeliest].above
        return [likeliest] if is_enough else []

    def _added(self, key: str, score: float, on: OnScale, sentence: Sentence) -> Recognition:
        because = on.words.because(self._answers[key], field="expectations")
        place = self._places[key]
        if sum([row[place] for row in on.around]) > on.chances[place]:
            because = (*because, first_word_of(sentence, on.text, key, _THE_PARAGRAPH))
        return Recognition(key=key, score=round(score, 4), because=because)

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, scores: Mapping[str, float], on: OnScale) -> bool:
        """
        Whether phrases keep an expectation, whatever the text is about; those of another pack, which a region adds, are
        never outweighed.
        """
        answer = self._answers.get(one.key)
        if answer is None or chance_of(self._signs(one.key, scores, on)._replace(about=0.0)) >= answer.below:
            return True
        return not all(not why.entry or why.entry.startswith(self.scale.root) for why in one.because)


class OnScale:
    """A sentence on the scale of a pack, and what the sentences around it speak to."""

    def __init__(self, text: str, words: Weighed, chances: Row, around: Around, about: float) -> None:
        self.text = text
        self.words = words
        self.chances = chances
        self.odds = list(map(odds, chances))
        self.around = around
        self.about = about


class _OneScale:
    """The sentences of a document on the scale of one pack, a paragraph at a time."""

    def __init__(self, weigher: Weigher, text: str, sentences: Sequence[Sentence], named: _Named) -> None:
        self.weigher = weigher
        self._text, self._sentences, self._named = text, sentences, named
        self._paragraph_of = {number: numbers for numbers in paragraphs(text, sentences) for number in numbers}
        self._about = dict(zip(self._paragraph_of, self._shares(), strict=True))
        self._latest: dict[int, OnScale] = {}

    def __getitem__(self, number: int) -> OnScale:
        """Return a sentence that can be evidence, on the scale."""
        if number not in self._latest:
            self._latest = self._weighed(self._paragraph_of[number])
        return self._latest[number]

    def _weighed(self, numbers: Sequence[int]) -> dict[int, OnScale]:
        weigher, text, places = self.weigher, self._text, [self._sentences[number] for number in numbers]
        words = [weigher.scale.weigh(text, one.start, one.end) for one in places]
        rows = [weigher.row(one.chances()) for one in words]
        told = [weigher.strengths(row, self._named[number]) for row, number in zip(rows, numbers, strict=True)]
        return {
            number: OnScale(text, weighed, row, beside, self._about[number])
            for number, weighed, row, beside in zip(numbers, words, rows, around(told), strict=True)
        }

    def _shares(self) -> Iterator[float]:
        """Yield for each sentence by how much less the text around it is about the statements of the scale."""
        about = [self.weigher.is_about(self._named[number]) for number in self._paragraph_of]
        for place, number in enumerate(self._paragraph_of):
            near = about[max(0, place - _NEAR) : place + _NEAR + 1]
            headed = not self.weigher.statements.isdisjoint(self._sentences[number].under)
            yield 0.0 if headed else min(_MOSTLY, sum(near) / len(near)) - _MOSTLY


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
        named = [_named(one) for one in found] if weighers else []
        self._scales = [_OneScale(weigher, text, sentences, named) for weigher in weighers]

    def signs(self, number: int, phrases: Sequence[Recognition]) -> dict[str, Signs]:
        """Return what speaks for each expectation in a sentence, of all packs; `phrases` is what those found."""
        signs: dict[str, Signs] = {}
        for scale in self._scales:
            signs.update(scale.weigher.signs(phrases, scale[number]))
        return signs

    def of(
        self, number: int, phrases: Sequence[Recognition]
    ) -> tuple[tuple[Recognition, ...], tuple[Recognition, ...]]:
        """Return what a sentence speaks to, highest score first, and what is outweighed."""
        found = list(phrases)
        for scale in self._scales:
            found = scale.weigher.weigh(found, phrases, scale[number], self._sentences[number])
        found.sort(key=lambda one: (-one.score, one.key))
        return tuple(one for one in found if not one.overruled), tuple(one for one in found if one.overruled)


def _named(found: Iterable[Found]) -> dict[str, float]:
    """Return how much the phrases of a sentence name each expectation."""
    said: dict[str, float] = {}
    for known, _, _ in found:
        if known.use == LOOK_FOR:
            said[known.key] = said.get(known.key, 0.0) + known.weight
    return said


def weighers_of(book: RuleBook, statement_of: Mapping[str, str]) -> tuple[Weigher, ...]:
    """Return the scales for expectations that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        weighed = [one for one in book.word_weights if any(answer.id in statement_of for answer in one.answers)]
        _latest = (book, tuple(Weigher(Scale(one), statement_of) for one in weighed))
    return _latest[1]


def _outweighed(one: Recognition) -> Recognition:
    return replace(one, overruled=True, because=tuple(replace(why, overruled=OUTWEIGHED) for why in one.because))

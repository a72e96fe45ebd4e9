"""Which expectation, where the words of a whole sentence say so much more clearly than the phrases in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker import OUTWEIGHED, Recognition, RuleBook, Scale, Sentence, replace

_BY_PHRASE = 0.5
_BEST_BY_PHRASE = 0.5
"""What an expectation's phrases, and the best phrase of all, weigh beside the chance of its words (0 to 1)."""
_latest: tuple[RuleBook, tuple[Weigher, ...]] | None = None


class Weigher:
    """The scale of a pack for those of its expectations that are in the run."""

    def __init__(self, scale: Scale, statement_of: Mapping[str, str]) -> None:
        self._scale = scale
        self._statement_of = statement_of
        self._answers = {one.id: one for one in scale.answers if one.id in statement_of}

    def weigh(self, own: Iterable[Recognition], text: str, sentence: Sentence) -> list[Recognition]:
        """
        Return what a sentence speaks to once its words have been weighed; what they outweigh is marked so.

        The chance of its words and its phrases decide together which expectation of the scale is the main one. Under
        the heading of another quality statement words alone add nothing: there, phrases have to say so.
        """
        on_scale = self._scale.weigh(text, sentence.start, sentence.end)
        chances = on_scale.chances()
        found = [one if self._stays(one, chances) else _outweighed(one) for one in own]
        best = next((one.key for one in found if one.key in self._answers and not one.overruled), "")
        known = {one.key for one in found}
        added = [
            Recognition(key=key, score=round(chances[key], 4), because=on_scale.because(answer, field="expectations"))
            for key, answer in self._answers.items()
            if key not in known and chances[key] > answer.above and self._fits(key, sentence)
        ]
        return [self._scored(one, chances, best) for one in found] + added

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, chances: Mapping[str, float]) -> bool:
        """Whether phrases keep an expectation; those of another pack, which a region adds, are never outweighed."""
        answer = self._answers.get(one.key)
        if answer is None or chances[one.key] >= answer.below:
            return True
        return not all(not why.entry or why.entry.startswith(self._scale.root) for why in one.because)

    def _scored(self, one: Recognition, chances: Mapping[str, float], best: str) -> Recognition:
        if one.key not in self._answers:
            return one
        score = chances[one.key] + _BY_PHRASE + (_BEST_BY_PHRASE if one.key == best else 0)
        return replace(one, score=round(score, 4))


def weighed(
    own: tuple[Recognition, ...], text: str, sentence: Sentence, weighers: Iterable[Weigher]
) -> tuple[tuple[Recognition, ...], tuple[Recognition, ...]]:
    """Return what a sentence speaks to, highest score first, and what its other words outweigh."""
    found = list(own)
    for weigher in weighers:
        found = weigher.weigh(found, text, sentence)
    found.sort(key=lambda one: (-one.score, one.key))
    return tuple(one for one in found if not one.overruled), tuple(one for one in found if one.overruled)


def weighers_of(book: RuleBook, statement_of: Mapping[str, str]) -> tuple[Weigher, ...]:
    """Return the scales for expectations that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        weighed = [one for one in book.word_weights if any(answer.id in statement_of for answer in one.answers)]
        _latest = (book, tuple(Weigher(Scale(one), statement_of) for one in weighed))
    return _latest[1]


def _outweighed(one: Recognition) -> Recognition:
    return replace(one, overruled=True, because=tuple(replace(why, overruled=OUTWEIGHED) for why in one.because))

"""Which expectation, where the words of a whole sentence say so much more clearly than the phrases in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker import Because, Recognition, RuleBook, Scale, Sentence, Weighed, WeighedAnswer, replace

FAMILY = "weighed words"
_OUTWEIGHED = "the other words of the sentence weigh more"
_BY_PHRASE = 0.5
_BEST_BY_PHRASE = 0.5
"""What an expectation's phrases, and the best phrase of all, weigh beside the chance of its words (0 to 1)."""
_latest: tuple[RuleBook, tuple[Weigher, ...]] | None = None


class Weigher:
    """The scale of a pack for those of its expectations that are in the run."""

    def __init__(self, scale: Scale, statement_of: Mapping[str, str]) -> None:
        self._scale = scale
        self._root = f"{scale.file.partition('/')[0]}/"
        self._statement_of = statement_of
        self._answers = {one.id: one for one in scale.answers if one.id in statement_of}

    def weigh(self, own: tuple[Recognition, ...], text: str, sentence: Sentence) -> list[Recognition]:
        """
        Return what a sentence speaks to once its words have been weighed; what they outweigh is marked so.

        Under the heading of another quality statement words alone add nothing: there, phrases have to say so.
        """
        on_scale = self._scale.weigh(text, sentence.start, sentence.end)
        chances = on_scale.chances()
        best = next((one.key for one in own if one.key in self._answers), "")
        kept = [self._scored(one, chances, best) if self._stays(one, chances) else _outweighed(one) for one in own]
        known = {one.key for one in own}
        added = [
            Recognition(key=key, score=round(chances[key], 4), because=tuple(_because(on_scale, answer, text)))
            for key, answer in self._answers.items()
            if key not in known and chances[key] > answer.above and self._fits(key, sentence)
        ]
        return kept + added

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, chances: dict[str, float]) -> bool:
        answer = self._answers.get(one.key)
        return answer is None or chances[one.key] >= answer.below or not self._of_the_pack(one)

    def _of_the_pack(self, one: Recognition) -> bool:
        """Whether all that was found are phrases of the pack that weighs: what a region adds is never outweighed."""
        return all(not because.entry or because.entry.startswith(self._root) for because in one.because)

    def _scored(self, one: Recognition, chances: dict[str, float], best: str) -> Recognition:
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
        found = weigher.weigh(tuple(found), text, sentence)
    found.sort(key=lambda one: (-one.score, one.key))
    return tuple(one for one in found if not one.overruled), tuple(one for one in found if one.overruled)


def weighers_of(book: RuleBook) -> tuple[Weigher, ...]:
    """Return the scales for expectations that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        statement_of = {one.id: one.statement for one in book.expectations}
        weighed = [one for one in book.word_weights if any(answer.id in statement_of for answer in one.answers)]
        _latest = (book, tuple(Weigher(Scale(one), statement_of) for one in weighed))
    return _latest[1]


def _outweighed(one: Recognition) -> Recognition:
    return replace(one, overruled=True, because=tuple(replace(why, overruled=_OUTWEIGHED) for why in one.because))


def _because(on_scale: Weighed, answer: WeighedAnswer, text: str) -> Iterator[Because]:
    for one in on_scale.telling(answer):
        yield Because(
            field="expectations",
            words=text[one.start : one.end],
            start=one.start,
            end=one.end,
            entry=one.entry,
            family=FAMILY,
            expectation=answer.id,
        )

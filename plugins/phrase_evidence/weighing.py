"""Which expectation, where the words of a whole sentence say so much more clearly than the phrases in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import Because, Recognition, RuleBook, Scale, Sentence, Weighed, WeighedAnswer, replace

FAMILY = "weighed words"
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

    def weigh(self, own: tuple[Recognition, ...], text: str, sentence: Sentence) -> tuple[Recognition, ...]:
        """
        Return what a sentence speaks to, highest score first, once its words have been weighed.

        Under the heading of another quality statement words alone add nothing: there, phrases have to say so.
        """
        on_scale = self._scale.weigh(text, sentence.start, sentence.end)
        chances = on_scale.chances()
        best = next((one.key for one in own if one.key in self._answers), "")
        kept = [self._scored(one, chances, best) for one in own if self._stays(one, chances)]
        known = {one.key for one in own}
        added = [
            Recognition(key=key, score=round(chances[key], 4), because=tuple(_because(on_scale, answer, text)))
            for key, answer in self._answers.items()
            if key not in known and chances[key] > answer.above and self._fits(key, sentence)
        ]
        return tuple(sorted((*kept, *added), key=lambda one: (-one.score, one.key)))

    def _fits(self, key: str, sentence: Sentence) -> bool:
        return not sentence.under or self._statement_of[key] in sentence.under

    def _stays(self, one: Recognition, chances: dict[str, float]) -> bool:
        answer = self._answers.get(one.key)
        return answer is None or chances[one.key] >= answer.below

    def _scored(self, one: Recognition, chances: dict[str, float], best: str) -> Recognition:
        if one.key not in self._answers:
            return one
        score = chances[one.key] + _BY_PHRASE + (_BEST_BY_PHRASE if one.key == best else 0)
        return replace(one, score=round(score, 4))


def weighers_of(book: RuleBook) -> tuple[Weigher, ...]:
    """Return the scales for expectations that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        statement_of = {one.id: one.statement for one in book.expectations}
        weighed = [one for one in book.word_weights if any(answer.id in statement_of for answer in one.answers)]
        _latest = (book, tuple(Weigher(Scale(one), statement_of) for one in weighed))
    return _latest[1]


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

"""For or against, and results for people, where the words of a whole sentence say so more clearly than its cues."""

from __future__ import annotations

from collections.abc import Iterable

from checker import OF_ANY_SENTENCE, OUTWEIGHED, Because, Polarity, RuleBook, Scale, Weighed, WeighedAnswer, replace

from .cues import SentenceCues
from .polarity import QUESTION, Verdict
from .yielding import was_weighed_up

_PRAISE = frozenset({"praise"})
_COMPARED = ("versus", "comparator-below", "comparator-above")
_SURER_OF_FIGURES = 4
_SAID_OTHERWISE = frozenset({Polarity.STRENGTH, Polarity.PLANNED})
_latest: tuple[RuleBook, tuple[Scale, ...]] | None = None


def scales_of(book: RuleBook) -> tuple[Scale, ...]:
    """Return the scales for what is asked of every sentence that packs bring; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        weighed = [one for one in book.word_weights if any(answer.id in OF_ANY_SENTENCE for answer in one.answers)]
        _latest = (book, tuple(map(Scale, weighed)))
    return _latest[1]


class Answered:
    """A sentence on the scale for one answer."""

    def __init__(self, answer: WeighedAnswer, chance: float, words: Weighed, root: str) -> None:
        self.below = answer.below
        self.above = answer.above
        self.chance = chance
        self._answer = answer
        self._words = words
        self._root = root

    def is_short(self) -> bool:
        """Whether it has so few words that they are no sure sign."""
        return self._words.is_short()

    def because(self, field: str, *, against: bool = False) -> tuple[Because, ...]:
        """Return the words that weigh most for the answer, or against it."""
        return self._words.because(self._answer, field=field, against=against)

    def is_of_the_pack(self, because: tuple[Because, ...]) -> bool:
        """Whether all that decided are cues of the pack that weighs: what a region adds is never outweighed."""
        return all(not one.entry or one.entry.startswith(self._root) for one in because if was_weighed_up(one))


def answered(cues: SentenceCues, scales: Iterable[Scale]) -> dict[str, Answered]:
    """Return a sentence on the scales, by answer."""
    found: dict[str, Answered] = {}
    for scale in scales:
        words = scale.weigh(cues.text, cues.start, cues.end)
        chances = words.chances()
        for answer in scale.answers:
            found[answer.id] = Answered(answer, chances[answer.id], words, scale.root)
    return found


def weigh(verdict: Verdict, cues: SentenceCues, answer: Answered | None) -> Verdict:
    """
    Return what a sentence says once its words have been weighed.

    Words take a shortfall away, or tell one, only where they are as sure as the pack asks; elsewhere cues decide.
    Against praise and promises, beside words that only look like a shortfall, and where they are few, they must be
    surer still; a sentence that praises is mixed then. They know no figures, and so must be four times as sure where
    some are compared; and trouble that grammar sees denied, eased or somebody else's stands so. So does what the cues
    of another pack say.
    """
    if answer is None or not answer.is_of_the_pack(verdict.because) or _is_seen_by_grammar(verdict, cues):
        return verdict
    chance = answer.chance
    if verdict.polarity is None or not verdict.polarity.reports_shortfall:
        doubted = verdict.polarity in _SAID_OTHERWISE or cues.has("mask") or answer.is_short()
        enough = (answer.above + 1) / 2 if doubted else answer.above
        because = answer.because("polarity") if chance > enough else ()
        told = Polarity.MIXED if verdict.polarity is Polarity.STRENGTH else Polarity.SHORTFALL
        return _turned(verdict, told, because) if because else verdict
    compared = any(cues.has(role) for role in _COMPARED)
    if chance >= (answer.below / _SURER_OF_FIGURES if compared else answer.below):
        return verdict
    praised = Polarity.STRENGTH if verdict.polarity is Polarity.MIXED else None
    return _turned(verdict, praised, answer.because("polarity", against=True))


def _is_seen_by_grammar(verdict: Verdict, cues: SentenceCues) -> bool:
    """Whether trouble is denied, eased or somebody else's: words are the same there as in trouble of our own."""
    if any(one.family == QUESTION for one in verdict.because):
        return True
    if verdict.polarity is not Polarity.STRENGTH:
        return cues.has("elsewhere")
    decided = {(one.start, one.end, one.family) for one in verdict.because if was_weighed_up(one)}
    roles = {
        role
        for role, found in cues.by_role.items()
        if any((cue.start, cue.end, cue.family.id) in decided for cue in found)
    }
    return roles != _PRAISE or cues.has("mask")


def weigh_impact(
    told: bool, because: tuple[Because, ...], polarity: Polarity | None, answer: Answered | None
) -> tuple[bool, tuple[Because, ...]]:
    """
    Return whether a sentence states a result for people once its words have been weighed, and what says so.

    A promise is no result, whatever its words; of few words, and of what a region's cues tell, cues decide.
    """
    if answer is None or polarity is Polarity.PLANNED or not answer.is_of_the_pack(because) or answer.is_short():
        return told, because
    if told == (answer.chance > (answer.below if told else answer.above)):
        return told, because
    weightiest = answer.because("impact", against=told)
    before = tuple(one if one.overruled else replace(one, overruled=OUTWEIGHED) for one in because)
    return not told, (*weightiest, *before)


def _turned(verdict: Verdict, polarity: Polarity | None, because: tuple[Because, ...]) -> Verdict:
    before = tuple(one if one.overruled else replace(one, overruled=OUTWEIGHED) for one in verdict.because)
    return replace(verdict, polarity=polarity, because=(*because, *before), parts=())

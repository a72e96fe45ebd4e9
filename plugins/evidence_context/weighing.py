"""For or against, and results for people, where the words of a whole sentence say so more clearly than its cues."""

from __future__ import annotations

from checker import IMPACT, OUTWEIGHED, SHORTFALL, Because, Polarity, RuleBook, Scale, Weighed, WeighedAnswer, replace

from .cues import SentenceCues
from .polarity import Verdict

_PRAISE = frozenset({"praise"})
_COMPARED = ("versus", "comparator-below", "comparator-above")
_SURER_OF_FIGURES = 4
_SAID_OTHERWISE = frozenset({Polarity.STRENGTH, Polarity.PLANNED})
_latest: tuple[RuleBook, Scale | None] | None = None


def scale_of(book: RuleBook) -> Scale | None:
    """Return the scale for shortfalls of a rule book, if a pack brings one; made once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        found = (one for one in book.word_weights if any(answer.id == SHORTFALL for answer in one.answers))
        weights = next(found, None)
        _latest = (book, Scale(weights) if weights else None)
    return _latest[1]


class WeighedSentence:
    """A sentence on the scale for what is asked of every sentence; its chances are made once."""

    def __init__(self, cues: SentenceCues, scale: Scale) -> None:
        self.root = scale.root
        self._answers = {one.id: one for one in scale.answers}
        self._on: Weighed = scale.weigh(cues.text, cues.start, cues.end)
        self._chances = self._on.chances()

    def answer(self, name: str) -> WeighedAnswer | None:
        """Return what the pack says of an answer; `None` where it weighs no words for it."""
        return self._answers.get(name)

    def chance(self, answer: WeighedAnswer) -> float:
        """Return the chance of an answer by the words of the sentence, 0 to 1."""
        return self._chances[answer.id]

    def is_short(self) -> bool:
        """Whether it has so few words that they are no sure sign."""
        return self._on.is_short()

    def because(self, answer: WeighedAnswer, field: str, *, against: bool = False) -> tuple[Because, ...]:
        """Return the words that weigh most for an answer, or against it."""
        return self._on.because(answer, field=field, against=against)

    def is_of_the_pack(self, because: tuple[Because, ...]) -> bool:
        """Whether all that decided are cues of the pack that weighs: what a region adds is never outweighed."""
        return all(not one.entry or one.entry.startswith(self.root) for one in because if not one.overruled)


def weigh(verdict: Verdict, cues: SentenceCues, weighed: WeighedSentence | None) -> Verdict:
    """
    Return what a sentence says once its words have been weighed.

    Words take a shortfall away, or tell one, only where they are as sure as the pack asks; elsewhere cues decide.
    Against praise and promises, beside words that only look like a shortfall, and where they are few, they must be
    surer still; a sentence that praises is mixed then. They know no figures, and so must be four times as sure where
    some are compared; and trouble that grammar sees denied, eased or somebody else's stands so. So does what the cues
    of another pack say.
    """
    answer = weighed.answer(SHORTFALL) if weighed else None
    if weighed is None or answer is None or not weighed.is_of_the_pack(verdict.because):
        return verdict
    if _is_seen_by_grammar(verdict, cues):
        return verdict
    chance = weighed.chance(answer)
    if verdict.polarity is None or not verdict.polarity.reports_shortfall:
        doubted = verdict.polarity in _SAID_OTHERWISE or cues.has("mask") or weighed.is_short()
        enough = (answer.above + 1) / 2 if doubted else answer.above
        because = weighed.because(answer, "polarity") if chance > enough else ()
        told = Polarity.MIXED if verdict.polarity is Polarity.STRENGTH else Polarity.SHORTFALL
        return _turned(verdict, told, because) if because else verdict
    compared = any(cues.has(role) for role in _COMPARED)
    if chance >= (answer.below / _SURER_OF_FIGURES if compared else answer.below):
        return verdict
    praised = Polarity.STRENGTH if verdict.polarity is Polarity.MIXED else None
    return _turned(verdict, praised, weighed.because(answer, "polarity", against=True))


def _is_seen_by_grammar(verdict: Verdict, cues: SentenceCues) -> bool:
    """Whether trouble is denied, eased or somebody else's: words are the same there as in trouble of our own."""
    if verdict.polarity is not Polarity.STRENGTH:
        return cues.has("elsewhere")
    decided = {(one.start, one.end, one.family) for one in verdict.because if not one.overruled}
    roles = {
        role
        for role, found in cues.by_role.items()
        if any((cue.start, cue.end, cue.family.id) in decided for cue in found)
    }
    return roles != _PRAISE or cues.has("mask")


def weigh_impact(
    told: bool, because: tuple[Because, ...], polarity: Polarity | None, weighed: WeighedSentence | None
) -> tuple[bool, tuple[Because, ...]]:
    """
    Return whether a sentence states a result for people once its words have been weighed, and what says so.

    A promise is no result, whatever its words; of few words, and of what a region's cues tell, cues decide.
    """
    answer = weighed.answer(IMPACT) if weighed else None
    if weighed is None or answer is None or polarity is Polarity.PLANNED:
        return told, because
    if not weighed.is_of_the_pack(because) or weighed.is_short():
        return told, because
    chance = weighed.chance(answer)
    if told == (chance > (answer.below if told else answer.above)):
        return told, because
    weightiest = weighed.because(answer, "impact", against=told)
    before = tuple(one if one.overruled else replace(one, overruled=OUTWEIGHED) for one in because)
    return not told, (*weightiest, *before)


def _turned(verdict: Verdict, polarity: Polarity | None, because: tuple[Because, ...]) -> Verdict:
    before = tuple(one if one.overruled else replace(one, overruled=OUTWEIGHED) for one in verdict.because)
    return replace(verdict, polarity=polarity, because=(*because, *before), parts=())

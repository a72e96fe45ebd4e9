"""For or against, where the words of a whole sentence say so much more clearly than the cues in it."""

from __future__ import annotations

from checker import OUTWEIGHED, SHORTFALL, Because, Polarity, RuleBook, Scale, replace

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


def weigh(verdict: Verdict, cues: SentenceCues, scale: Scale | None) -> Verdict:
    """
    Return what a sentence says once its words have been weighed.

    Words take a shortfall away, or tell one, only where they are as sure as the pack asks; elsewhere cues decide.
    Against praise and promises, beside words that only look like a shortfall, and where they are few, they must be
    surer still; a sentence that praises is mixed then. They know no figures, and so must be four times as sure where
    some are compared; and trouble that grammar sees denied, eased or somebody else's stands so. So does what the cues
    of another pack say.
    """
    if scale is None or not _is_of_the_pack(verdict, scale) or _is_seen_by_grammar(verdict, cues):
        return verdict
    answer = next(one for one in scale.answers if one.id == SHORTFALL)
    on_scale = scale.weigh(cues.text, cues.start, cues.end)
    chance = on_scale.chances()[SHORTFALL]
    if verdict.polarity is None or not verdict.polarity.reports_shortfall:
        doubted = verdict.polarity in _SAID_OTHERWISE or cues.has("mask") or on_scale.is_short()
        enough = (answer.above + 1) / 2 if doubted else answer.above
        because = on_scale.because(answer, field="polarity") if chance > enough else ()
        told = Polarity.MIXED if verdict.polarity is Polarity.STRENGTH else Polarity.SHORTFALL
        return _turned(verdict, told, because) if because else verdict
    compared = any(cues.has(role) for role in _COMPARED)
    if chance >= (answer.below / _SURER_OF_FIGURES if compared else answer.below):
        return verdict
    praised = Polarity.STRENGTH if verdict.polarity is Polarity.MIXED else None
    return _turned(verdict, praised, on_scale.because(answer, field="polarity", against=True))


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


def _is_of_the_pack(verdict: Verdict, scale: Scale) -> bool:
    """Whether all that decided are cues of the pack that weighs: what a region adds is never outweighed."""
    return all(not one.entry or one.entry.startswith(scale.root) for one in verdict.because if not one.overruled)


def _turned(verdict: Verdict, polarity: Polarity | None, because: tuple[Because, ...]) -> Verdict:
    before = tuple(one if one.overruled else replace(one, overruled=OUTWEIGHED) for one in verdict.because)
    return replace(verdict, polarity=polarity, because=(*because, *before), parts=())

"""For or against, where the words of a whole sentence say so much more clearly than the cues in it."""

from __future__ import annotations

from checker import SHORTFALL, Because, Polarity, RuleBook, Scale, Weighed, WeighedAnswer, replace

from .cues import SentenceCues
from .polarity import Verdict

FAMILY = "weighed words"
_OUTWEIGHED = "the other words of the sentence weigh more"
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

    Words take a shortfall away, or tell one, only where they are all but sure; elsewhere cues decide, and what cues
    praise is praised ("could not speak highly enough").
    """
    if scale is None:
        return verdict
    answer = next(one for one in scale.answers if one.id == SHORTFALL)
    on_scale = scale.weigh(cues.text, cues.start, cues.end)
    chance = on_scale.chances()[SHORTFALL]
    told = verdict.polarity is not None and verdict.polarity.reports_shortfall
    if told and chance < answer.below and _is_of_the_pack(verdict, scale):
        return _taken_away(verdict, _because(on_scale, answer, cues.text, against=True))
    if not told and chance > answer.above and verdict.polarity is not Polarity.STRENGTH:
        because = (*_because(on_scale, answer, cues.text), *_overruled(verdict))
        return replace(verdict, polarity=Polarity.SHORTFALL, because=because)
    return verdict


def _is_of_the_pack(verdict: Verdict, scale: Scale) -> bool:
    """Whether all that decided are cues of the pack that weighs: what a region adds is never outweighed."""
    root = f"{scale.file.partition('/')[0]}/"
    return all(not one.entry or one.entry.startswith(root) for one in verdict.because if not one.overruled)


def _taken_away(verdict: Verdict, because: tuple[Because, ...]) -> Verdict:
    praised = Polarity.STRENGTH if verdict.polarity is Polarity.MIXED else None
    return replace(verdict, polarity=praised, because=(*because, *_overruled(verdict)), parts=())


def _overruled(verdict: Verdict) -> tuple[Because, ...]:
    return tuple(one if one.overruled else replace(one, overruled=_OUTWEIGHED) for one in verdict.because)


def _because(on_scale: Weighed, answer: WeighedAnswer, text: str, *, against: bool = False) -> tuple[Because, ...]:
    return tuple(
        Because(
            field="polarity",
            words=text[one.start : one.end],
            start=one.start,
            end=one.end,
            entry=one.entry,
            family=FAMILY,
        )
        for one in on_scale.telling(answer, against=against)
    )

"""For or against: composes the readings of a sentence's clauses."""

from __future__ import annotations

from checker import Because, Part, Polarity, dataclass, replace

from .clause_cues import Reading
from .clause_reading import ROLES_READ, ClauseReader
from .clauses import clauses_of
from .cues import Cue, SentenceCues
from .figures import ROLES_COMPARED, compare_figures
from .plain_levels import plain_level
from .yielding import DESCRIBES, DOUBTED, ELSEWHERE, PAST, SETTLED, yields_bad


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the whole sentence says. `polarity` is `None` where no cue decides."""

    polarity: Polarity | None
    because: tuple[Because, ...] = ()
    parts: tuple[Part, ...] = ()
    hedged: bool = False
    early: bool = False
    planned: bool = False


QUESTION = "question"
_DECIDING = frozenset({"setting", *ROLES_READ, *ROLES_COMPARED})
_NOTHING = Verdict(polarity=None)


def read_polarity(cues: SentenceCues) -> Verdict:
    """Return what a sentence says, for or against; what is asked is not said."""
    if cues.text[cues.end - 1] == "?":
        mark = Because(field="polarity", words="?", start=cues.end - 1, end=cues.end, family=QUESTION)
        return Verdict(polarity=Polarity.NEUTRAL, because=(mark,))
    verdict = _NOTHING if _DECIDING.isdisjoint(cues.by_role) else _of_clauses(cues)
    if verdict.polarity is None and (level := plain_level(cues)):
        return replace(verdict, polarity=Polarity.NEUTRAL, because=(level, *verdict.because))
    return verdict


def _of_clauses(cues: SentenceCues) -> Verdict:
    if any(cue.start == cues.start and _opens(cues, cue) for cue in cues.of("setting")):
        return Verdict(polarity=Polarity.NEUTRAL)
    readings = [ClauseReader(cues, clause).read() for clause in clauses_of(cues)]
    compare_figures(cues, readings)
    _past_is_over(cues, readings)
    _elsewhere_is_not_here(cues, readings)
    _relatives_only_describe(readings)
    _praise_outweighs_a_doubt(cues, readings)
    return _verdict(readings)


def _opens(cues: SentenceCues, cue: Cue) -> bool:
    """Whether a colon sets the opening words apart, or they are "by" lines."""
    return cues.text[cue.end : cue.end + 1] == ":" or cues.text[cue.start : cue.end].lower().endswith(" by")


def _past_is_over(cues: SentenceCues, readings: list[Reading]) -> None:
    """A shortfall that is told of the past, and then said to be better, is over."""
    if not (cues.has("past") and cues.has("now")):
        return
    for reading in readings:
        if any(reading.clause.start <= cue.start < reading.clause.end for cue in cues.of("past")):
            if reading.bad and not reading.good:
                reading.good.append(cues.of("now")[0].because("polarity", cues.text))
            yields_bad(reading, PAST)


def _elsewhere_is_not_here(cues: SentenceCues, readings: list[Reading]) -> None:
    """What other councils lack says nothing about this one: a clause that begins with them."""
    for reading in readings:
        start = reading.clause.start
        if reading.bad and any(
            start <= cue.start and cues.words_between(start, cue.start) <= 3 for cue in cues.of("elsewhere")
        ):
            yields_bad(reading, ELSEWHERE)


def _relatives_only_describe(readings: list[Reading]) -> None:
    """ "People who had no family were visited": a relative clause before praise tells whom it is about."""
    for place, reading in enumerate(readings):
        if (
            reading.clause.relative
            and reading.bad
            and any(other.good and not other.bad for other in readings[place + 1 :])
        ):
            yields_bad(reading, DESCRIBES)


def _praise_outweighs_a_doubt(cues: SentenceCues, readings: list[Reading]) -> None:
    """
    One word that only often tells of a shortfall yields to praise beside it ("they listened when problems arose"), and
    to words behind it that say that it is over ("disputes, all of which were settled").
    """
    doubtful = {because.start for reading in readings for because in reading.bad}
    if len(doubtful) != 1 or any(reading.firm or reading.divided or reading.clause.turns for reading in readings):
        return
    praised = any(reading.praised for reading in readings) and ";" not in cues.text[cues.start : cues.end]
    if praised or _settled_behind(cues, min(doubtful)):
        for reading in readings:
            yields_bad(reading, DOUBTED if praised else SETTLED)


def _settled_behind(cues: SentenceCues, place: int) -> bool:
    return any(
        cue.family.settings.get("settles") is True and cue.start > place and not _denied(cues, cue)
        for cue in cues.of("easing")
    )


def _denied(cues: SentenceCues, cue: Cue) -> bool:
    return any(
        negator.end <= cue.start and cues.words_between(negator.end, cue.start) <= 2 for negator in cues.of("negator")
    )


def _verdict(readings: list[Reading]) -> Verdict:
    good, bad, divided, planned, overruled = _all_of(readings)
    polarity = _sentence_polarity(readings, good, bad, divided, planned)
    deciding = {
        Polarity.MIXED: divided + bad + good,
        Polarity.SHORTFALL: bad,
        Polarity.PLANNED: planned,
        Polarity.STRENGTH: good,
    }.get(polarity or Polarity.NEUTRAL, [])
    parts: tuple[Part, ...] = ()
    if polarity is Polarity.MIXED:
        parts = tuple(Part(start=r.clause.start, end=r.clause.end, polarity=r.polarity()) for r in readings)
    return Verdict(
        polarity=polarity,
        because=tuple(deciding) + tuple(overruled),
        parts=parts,
        hedged=any(reading.hedged for reading in readings),
        early=any(reading.early for reading in readings),
        planned=bool(planned),
    )


def _all_of(readings: list[Reading]) -> tuple[list[Because], ...]:
    """Return what speaks for, against, both ways and of plans in all clauses, and what was overruled."""
    if len(readings) == 1:
        first = readings[0]
        return first.good, first.bad, first.divided, first.planned, first.overruled
    good = [because for reading in readings for because in reading.good]
    bad = [because for reading in readings for because in reading.bad]
    divided = [because for reading in readings for because in reading.divided]
    planned = [because for reading in readings for because in reading.planned]
    overruled = [because for reading in readings for because in reading.overruled]
    return good, bad, divided, planned, overruled


def _sentence_polarity(
    readings: list[Reading], good: list[Because], bad: list[Because], divided: list[Because], planned: list[Because]
) -> Polarity | None:
    if bad or divided:
        for_some = [reading for reading in readings if reading.good and not reading.bad and not reading.divided]
        acted = any(because.family == "action" for because in planned) or any(reading.acted for reading in readings)
        turned = any(reading.clause.turns for reading in readings)
        if (divided and not bad) or acted or (for_some and turned):
            return Polarity.MIXED
        return Polarity.SHORTFALL
    if planned and not _practised_first(readings):
        return Polarity.PLANNED
    return Polarity.STRENGTH if good or any(reading.acted for reading in readings) else None


def _practised_first(readings: list[Reading]) -> bool:
    """Whether what is done stands before what is planned, in a clause of its own."""
    return bool(readings) and bool(readings[0].good) and not readings[0].planned and len(readings) > 1

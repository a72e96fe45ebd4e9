"""Figures against a comparator: which way a difference points depends on what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .cues import Cue, SentenceCues

if TYPE_CHECKING:
    from .clause_cues import Reading

_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    r"(?<![\w.,/])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s?(%|per cent\b|percent\b)|\s(working days|days?|weeks?|months?|hours?|minutes?)\b)?"
)
_NOT_OURS = re.compile(r"(?:\bper|\d(?:%|\sper cent)?\s(?:out )?of(?:\s(?:the|our|these|those|its|their))?)\s$")
"""What a rate is per ("per 100,000"), and what a part is of ("68% of 412")."""
_DAY = re.compile(r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_SPARED = re.compile(
    r"\b(?:not (?:have|need)(?:ed)? to|no longer (?:needed|had to|have to)|without (?:a|an|any)"
    r"|avoided|spared|prevented)\b",
    re.IGNORECASE,
)
"""What did not have to happen is counted as a good thing, whatever it is."""
_FELL_BY = re.compile(r"\b(?:fell|fallen|dropped|declined|decreased|down|reduced|cut|shrunk)\sby\s(?:\w+\s)?$")
"""What comes before the size of a fall: a greater fall of what is bad is better."""
_PERCENT = "%"
ROLES_COMPARED = frozenset(
    {"versus", "measure-good", "measure-bad", "fell", "comparator-below", "comparator-above", "only"}
)
"""Without a cue of one of these no figures are compared."""
_LONGEST_YEAR = 2100


class Figure(NamedTuple):
    """A number with its unit (`%`, `day`, `week` …, or empty) and where it stands."""

    start: int
    end: int
    value: float
    unit: str


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """Return the figures of a stretch of text; years, days of dates and bases are left out."""
    found: list[Figure] = []
    if not _DIGIT.search(text, start, end):
        return found
    for match in _FIGURE.finditer(text, start, end):
        unit = _PERCENT if match.group(2) else (match.group(3) or "").removeprefix("working ").rstrip("s")
        if not unit and found and text[found[-1].end : match.start()] == " to ":
            unit = found[-1].unit  # "from 3.1 days to 1.4"
        value = float(match.group(1).replace(",", ""))
        is_year = not unit and "," not in match.group(1) and 1900 <= value <= _LONGEST_YEAR
        is_base = not unit and _NOT_OURS.search(text, start, match.start()) is not None
        if not is_year and not is_base and not _DAY.match(text, match.end()):
            found.append(Figure(match.start(), match.end(), value, unit))
    return found


def compare_figures(cues: SentenceCues, readings: list[Reading]) -> None:
    """Add to the readings what a comparison says: two figures with a word of comparison, or a word and a benchmark."""
    if not _compare_numbers(cues, readings) and not _compare_change(cues, readings):
        _compare_words(cues, readings)
    _only_so_many(cues, readings)


def _compare_numbers(cues: SentenceCues, readings: list[Reading]) -> bool:
    versus = cues.of("versus")
    if not versus:
        return False
    figures = figures_in(cues.text, cues.start, cues.end)
    for cue in versus:
        ours = [figure for figure in figures if figure.end <= cue.start]
        theirs = [figure for figure in figures if figure.start >= cue.end]
        own = _of_one_unit(ours, theirs[0]) if theirs else None
        if own is None:
            continue
        if own.value != theirs[0].value and not _is_mere_number(cues, cue, own, theirs[0]):
            less_is_better = bool(own.unit not in ("", _PERCENT)) or measure_is_bad(cues, cue)
            less_is_better ^= _FELL_BY.search(cues.text, cues.start, own.start) is not None
            less_is_better ^= _SPARED.search(cues.text, cues.start, cue.start) is not None
            _judge(cues, readings, cue, worse=(own.value < theirs[0].value) != less_is_better)
        return True
    return False


def _is_mere_number(cues: SentenceCues, cue: Cue, ours: Figure, theirs: Figure) -> bool:
    """Whether nobody knows if more is better: "26 decisions, compared with 31". Of a target it is known."""
    if ours.unit or theirs.unit or cues.of("measure-good", "measure-bad"):
        return False
    return "target" not in cues.text[cue.start : theirs.start].lower()


def _of_one_unit(ours: Sequence[Figure], theirs: Figure) -> Figure | None:
    """Return the last of our figures that can be measured by theirs: "11% … of more than 24 hours, against 16%"."""
    return next((figure for figure in reversed(ours) if figure.unit == theirs.unit), None) or next(
        (figure for figure in reversed(ours) if not figure.unit or not theirs.unit), None
    )


_CHANGE = re.compile(r"\bfrom\s+(?:about |around |just |over |under |some )?(?=\d)")
_TO = re.compile(r"(?:\s(?:in|at|during|by)\s[^,;.]{1,30}?)?,?\sto\s(?:about |just |around |under |over )?")

_DESCRIBED_BY = re.compile(r"\s(?:over|about|on|of|for|in|with)\s(?:the\s|their\s|its\s|our\s)?")


def _compare_change(cues: SentenceCues, readings: list[Reading]) -> bool:
    """ "From 7% to 14%": up or down, judged by what is measured; less time is better whatever takes it."""
    match = _CHANGE.search(cues.text, cues.start, cues.end)
    if match is None:
        return False
    figures = figures_in(cues.text, match.end(), cues.end)
    if len(figures) < 2 or _TO.fullmatch(cues.text, figures[0].end, figures[1].start) is None:
        return False
    measures = cues.of("measure-good", "measure-bad", "fell")
    if not measures:
        return False
    nearest = _governing(
        cues, measures, min(measures, key=lambda cue: (cue.role == "fell", abs(cue.start - match.start())))
    )
    takes_time = any(figure.unit not in ("", _PERCENT) for figure in figures[:2])
    if nearest.role == "fell" and not takes_time:
        return False
    rose = figures[1].value > figures[0].value
    _judge(cues, readings, nearest, worse=rose == (takes_time or nearest.role == "measure-bad"))
    return True


def _governing(cues: SentenceCues, measures: Sequence[Cue], nearest: Cue) -> Cue:
    """Return the measure that another one only describes: "disputes" of "disputes over funding"."""
    for cue in measures:
        if cue.role != "fell" and _DESCRIBED_BY.fullmatch(cues.text, cue.end, nearest.start):
            return cue
    return nearest


def _compare_words(cues: SentenceCues, readings: list[Reading]) -> None:
    if not cues.has("benchmark"):
        return
    for cue in cues.of("comparator-below", "comparator-above"):
        if _benchmark_follows(cues, cue):
            lower = cue.role == "comparator-below"
            _judge(cues, readings, cue, worse=lower != measure_is_bad(cues, cue))


def _only_so_many(cues: SentenceCues, readings: list[Reading]) -> None:
    """ "Only 41%" of something good is too few; "agency staff fill only 2%" is as it should be."""
    for cue in cues.of("only"):
        if _ONE_OF_MANY.match(cues.text, cue.end, cues.end) and not _bad_is_counted(cues, cue):
            _judge(cues, readings, cue, worse=True)
            continue
        follows = next((f for f in figures_in(cues.text, cue.end, cues.end)), None)
        if follows is None or follows.start - cue.end > 2 or follows.unit != _PERCENT:
            continue
        if not measure_is_bad(cues, cue):
            _judge(cues, readings, cue, worse=True)
        elif any(measure.end <= cue.start for measure in cues.of("measure-bad")):
            _judge(cues, readings, cue, worse=False)


def _bad_is_counted(cues: SentenceCues, cue: Cue) -> bool:
    """Whether something bad is told behind "only one of nine": few of that are good."""
    bad = cues.of("measure-bad", "problem", "trouble", "shortfall", "unwanted", "fell", "result", "easing")
    return any(one.start > cue.end for one in bad) or measure_is_bad(cues, cue)


def _judge(cues: SentenceCues, readings: list[Reading], cue: Cue, *, worse: bool) -> None:
    """
    Put the comparison on the side that it speaks for; words of praise or lack in its clause are about the same figure.
    """
    reading = next((r for r in readings if r.clause.start <= cue.start < r.clause.end), None)
    if reading is None:
        return
    because = cue.because("polarity", cues.text)
    if worse:
        reading.overruled += reading.good
        reading.good = []
        reading.bad.append(because)
        reading.firm = True
    else:
        reading.overruled += reading.bad
        reading.bad = []
        reading.good.append(because)


_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
_ONE_OF_MANY = re.compile(rf"\s{_NUMBER} (?:out )?(?:of|in) (?:the |our |its |their |all |every )?{_NUMBER}\b(?!%)")


def _benchmark_follows(cues: SentenceCues, cue: Cue) -> bool:
    return any(
        benchmark.start >= cue.start and cues.words_between(cue.end, benchmark.start) <= 8
        for benchmark in cues.of("benchmark")
    )


def measure_is_bad(cues: SentenceCues, cue: Cue) -> bool:
    """Whether less of what is measured is better: the nearest measure decides, one before the comparison first."""
    measures = cues.of("measure-good", "measure-bad")
    before = [measure for measure in measures if measure.end <= cue.start]
    if before:
        return before[-1].role == "measure-bad"
    return bool(measures) and measures[0].role == "measure-bad"

"""Observes from when and until when something holds: an agreement that "began on …", "runs to …", "for three years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker import Observation, Period, late_pattern

from .figure_forms import WORDS_OF_NUMBERS, spelt_number
from .periods import located
from .view import Line, View
from .words import Cue

_BETWEEN = 28
_ANOTHER_CLAUSE = re.compile(r"[.;:]|\b(?:and|but)\b")
_YEARS = late_pattern(rf"\b(?P<years>\d{{1,2}}|{WORDS_OF_NUMBERS})[\s-]years?\b", re.IGNORECASE)
_LONGEST = 25
_A_YEAR = 366
_TO = re.compile(r"\b(?:to|until|till)\b", re.IGNORECASE)


def observe_terms(view: View) -> Iterator[Observation]:
    """
    Yield the days that words of beginning or ending stand before: `value` is the day (ISO), `is` says `end` or `start`.

    A beginning gives the end as well where both stand in one period ("from April 2025 to March 2028"), or a number of
    years ("for three years from 1 April 2025").
    """
    for line in view.lines:
        starts, ends = line.of("term-start"), line.of("term-end")
        if not starts and not ends:
            continue
        for at, period in located(view.text, line.start, line.end):
            begin, end = _nearest(view.text, starts, at), _nearest(view.text, ends, at)
            if end and (begin is None or begin.end < end.end):
                yield _observation(at, period, period.end, "end")
            elif begin:
                yield _observation(at, period, period.start, "start")
                last = period.end if _is_range(period) else _after_years(view.text, line, period)
                if last:
                    yield _observation(at, period, last, "end")


def _observation(at: int, period: Period, day: str, what: str) -> Observation:
    return Observation(kind="term", start=at, end=at + len(period.words), value=day, attributes={"is": what})


def _nearest(text: str, cues: list[Cue], at: int) -> Cue | None:
    """Return the last cue that stands shortly before a date, in the same clause."""
    near = [cue for cue in cues if 0 <= at - cue.end <= _BETWEEN and not _ANOTHER_CLAUSE.search(text, cue.end, at)]
    return max(near, key=lambda cue: cue.end, default=None)


def _is_range(period: Period) -> bool:
    """Whether a period names its first and its last day, month or year: "April 2025 to March 2028"; no "2024/25"."""
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days
    return days > _A_YEAR or bool(_TO.search(period.words))


def _after_years(text: str, line: Line, period: Period) -> str:
    """Return the last day of so many years from the first of a period; empty if the sentence names no number."""
    found = _YEARS.search(text, line.start, line.end)
    years = int(spelt_number(found["years"])) if found else 0
    if not 0 < years <= _LONGEST:
        return ""
    first = date.fromisoformat(period.start)
    return (first.replace(year=first.year + years, day=min(first.day, 28)) - timedelta(days=1)).isoformat()

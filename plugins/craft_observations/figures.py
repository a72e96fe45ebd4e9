"""Observes figures: `figure` for each, `measure` for those whose metric the lexicon knows, `change` for sums."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checker import BlockKind, Observation

from .figure_forms import Figure, figures_in
from .periods import Dated, UnitDates
from .view import Line, Unit, View, cell_of
from .words import Cue

_NO_FIGURES = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})
_MEASURED = frozenset({"percent", "ratio", "pounds", "day", "week", "month", "hour", "minute", "count", "year"})
_DIGIT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine)\s(?:in|out\sof)\s", re.IGNORECASE)
_OTHERS = ("benchmark", "target")


def observe_figures(view: View, taken: Sequence[tuple[int, int]]) -> Iterator[Observation]:
    """Yield the figures of a document. `taken` are places of citations, whose digits are no figures."""
    starts = [start for start, _ in taken]
    for unit in view.units:
        if unit.kind in _NO_FIGURES or not _DIGIT.search(view.text, unit.start, unit.end):
            continue
        own = taken[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        yield from _of_unit(view, unit, own)


def _of_unit(view: View, unit: Unit, taken: Sequence[tuple[int, int]]) -> Iterator[Observation]:
    dates = UnitDates(view, unit)
    found = [list(figures_in(view.text, line.start, line.end, dates.busy(line, taken))) for line in unit.lines]
    shared = _of_all(view, unit, found)
    for line, figures in zip(unit.lines, found, strict=True):
        for figure in figures:
            yield from _facts(view, unit, line, figure, figures, dates.of(line, figure, figures), shared)


def _of_all(view: View, unit: Unit, found: Sequence[Sequence[Figure]]) -> dict[str, str]:
    """Return the attributes that all figures of a unit share."""
    return {
        "compared": "yes" if unit.has("benchmark", "target", "trend") else "",
        "survey": "yes" if unit.has("survey") else "",
        "base": _base(view.text, unit, found),
        "sourced": "yes" if unit.has("source") else "",
    }


def _facts(
    view: View,
    unit: Unit,
    line: Line,
    figure: Figure,
    found: Sequence[Figure],
    dated: Dated,
    shared: dict[str, str],
) -> Iterator[Observation]:
    figure = _with_unit(view.text, unit, line, figure)
    metric = _metric(unit, line, figure)
    whose = _whose(view.text, line, figure, found)
    attributes = {
        **shared,
        "unit": figure.unit,
        "precision": _plain(figure.precision),
        "whole": _plain(figure.whole) if figure.whole else "",
        "approximate": "yes" if figure.approximate else "",
        "whose": whose,
        "dated": dated.by,
        "period": dated.period,
        "metric": metric.family.id if metric else "",
        "population": " ".join(_population(unit, line, metric)),
        "compared": shared["compared"] or ("yes" if len(_shares(found)) > 1 else ""),
        "people": "yes" if any(0 < cue.start - figure.end <= _BEHIND for cue in line.of("counted")) else "",
    }
    kept = {name: value for name, value in attributes.items() if value}
    value = _plain(figure.value)
    yield Observation(kind="figure", start=figure.start, end=figure.end, value=value, attributes=kept)
    if metric and whose == "ours":
        yield Observation(kind="measure", start=figure.start, end=figure.end, value=value, attributes=kept)


_UNIT_IN_LABEL = re.compile(r"(?P<percent>%|\bper\s?cent\b)|\b(?P<unit>day|week|month|hour)s\b", re.IGNORECASE)


def _with_unit(text: str, unit: Unit, line: Line, figure: Figure) -> Figure:
    """Return a bare number of a table with the unit that its row's or column's label names: "Average wait (days)"."""
    row, column = cell_of(line.block)
    if not row or figure.unit != "count":
        return figure
    labels = [unit.columns.get(column, ""), text[unit.lines[0].start : unit.lines[0].end]]
    found = next((one for label in labels if (one := _UNIT_IN_LABEL.search(label))), None)
    if found is None or unit.lines[0] is line:
        return figure
    return replace(figure, unit="percent" if found["percent"] else found["unit"].lower())


def _population(unit: Unit, line: Line, metric: Cue | None) -> list[str]:
    """Return the groups of people that a figure is about, without those that its metric is about anyway."""
    implied = metric.family.settings.get("implies") if metric else None
    known = set(implied) if isinstance(implied, list | tuple) else set()
    cues = unit.of("population") if cell_of(line.block)[0] else line.of("population")
    return sorted({cue.family.id for cue in cues} - known)


def _shares(found: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in found if figure.unit in ("percent", "ratio")]


def _metric(unit: Unit, line: Line, figure: Figure) -> Cue | None:
    """Return the nearest metric that suits the figure's unit: in its sentence, in a row of a table in any cell."""
    own = line.of("metric")
    if not own and cell_of(line.block)[0]:
        own = unit.of("metric")
    fitting = [cue for cue in own if figure.unit in _units_of(cue)]
    return min(fitting, key=lambda cue: (_distance(cue, figure), cue.start - cue.end), default=None)


def _units_of(metric: Cue) -> frozenset[str]:
    units = metric.family.settings.get("units")
    return frozenset(map(str, units)) if isinstance(units, list | tuple) else _MEASURED


def _distance(cue: Cue, figure: Figure) -> int:
    return max(cue.start - figure.end, figure.start - cue.end, 0)


_NEAR = 12
_BEHIND = 24
_ABOUT = frozenset(("", "about", "around", "over", "some", "the"))
_LINK_BEFORE = frozenset(
    ("", "of", "is", "was", "at", ":", "of:", "average", "average of", "figure of", "rate of", "stood at")
)
_LINK_AFTER = frozenset(
    (
        "",
        "for",
        "in",
        "across",
        "the",
        "for the",
        "in the",
        "recorded for",
        "recorded in",
        "found in",
        "figure for",
        "across the",
        "is the",
        "was the",
        "as the",
    )
)


def _whose(text: str, line: Line, figure: Figure, found: Sequence[Figure]) -> str:
    """Return `ours`, `comparator` (somebody else's figure, or a target) or `earlier` (what it was before)."""
    before_it = [cue for cue in line.of("earlier") if 0 <= figure.start - cue.end <= _NEAR]
    if any(text[cue.end : figure.start].strip(" £") in _ABOUT for cue in before_it):
        return "earlier"
    for cue in line.of(*_OTHERS):
        before = text[cue.end : figure.start].strip(" ,()").lower()
        if cue.end <= figure.start and before in _LINK_BEFORE:
            return "comparator"
        after = text[figure.end : cue.start].strip(" ,()").lower()
        following = next((one for one in found if one.start >= cue.end), None)
        belongs = following and text[cue.end : following.start].strip(" ,()").lower() in _LINK_BEFORE
        if figure.end <= cue.start and after in _LINK_AFTER and not belongs:
            return "comparator"
    return "ours"


def _base(text: str, unit: Unit, found: Sequence[Sequence[Figure]]) -> str:
    """Return the number that a survey's figures rest on, where it is told beside them."""
    for line, figures in zip(unit.lines, found, strict=True):
        for figure in figures:
            if figure.unit == "base":
                return _plain(figure.value)
            if figure.unit == "ratio" and figure.whole:
                return _plain(figure.whole)
            near = text[figure.end : figure.end + 60]
            cues = [cue for cue in line.of("respondents") if figure.end <= cue.start <= figure.end + len(near)]
            if figure.unit == "count" and cues and len(near[: cues[0].start - figure.end].split()) <= 4:
                return _plain(figure.value)
    return ""


def _plain(number: Decimal) -> str:
    """Return a number without needless noughts: 61, 61.5, 26700000."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Observes figures: `figure` for each, `measure` for those whose metric the lexicon knows, `change` for sums."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker import BlockKind, Observation, late_pattern, replace

from .bases import UnitBases
from .figure_forms import Figure, figures_in
from .labels import Labels
from .measures import metric_of, place_of, population_of, row_of, sentence_of, set_apart, told_of
from .periods import UnitDates
from .view import Line, Unit, View, cell_of
from .whose import OURS, PLANNED, whose

_NO_FIGURES = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})
_DIGIT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine)\s(?:in|out\sof)\s|\bper\s?cent\b|"
    r"\b(?:half|thirds?|quarters?|fifth|tenth)\sof\b",
    re.IGNORECASE,
)
_BEHIND = 24
_LONGEST_LABEL = 80
_LARGE = 10
_KNOWN_AGAIN = frozenset({"count", "percent", "pounds"})
_TIMES = frozenset({"day", "week", "month", "hour", "minute"})
_AVERAGED = re.compile(r"\b(?:average|averag(?:ed|es|ing)|mean|median|typical(?:ly)?)\b", re.IGNORECASE)


def observe_figures(
    view: View, taken: Sequence[tuple[int, int]], labels: Labels | None = None
) -> Iterator[Observation]:
    """
    Yield the figures of a document. `taken` are places of citations, whose digits are no figures. Under a label for
    what comes next all figures are planned.
    """
    starts = [start for start, _ in taken]
    for unit in view.units:
        if unit.kind in _NO_FIGURES or not _DIGIT.search(view.text, unit.start, unit.end):
            continue
        own = taken[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        planned = labels is not None and labels.of(unit.lines[0]) == "next"
        yield from _of_unit(view, unit, own, planned=planned, closely=labels is not None)


def _of_unit(
    view: View, unit: Unit, taken: Sequence[tuple[int, int]], *, planned: bool, closely: bool
) -> Iterator[Observation]:
    dates = UnitDates(view, unit)
    found = [list(figures_in(view.text, line.start, line.end, dates.busy(line, taken))) for line in unit.lines]
    bases = UnitBases(view, unit, found)
    shared = _shared(unit)
    for line, figures in zip(unit.lines, found, strict=True):
        if not figures:
            continue
        asked = {"survey": "yes" if bases.is_survey(line) else "", "opinion": "yes" if bases.is_opinion(line) else ""}
        words = {"row": row_of(view.text, unit, line), "sentence": sentence_of(view.text, line) if closely else ""}
        words["label"] = unit.lines[0].passage.text[:_LONGEST_LABEL] if words["row"] else ""
        for figure in figures:
            about = _about(view, unit, line, _with_unit(view.text, unit, line, figure), figures)
            if planned:
                about["whose"] = PLANNED
            dated, base = dates.of(line, figure, figures), bases.of(line, figure)
            about |= {"dated": dated.by, "period": dated.period, "base": _plain(base) if base else "", **asked}
            yield from _observations(figure, {**_present(about | words), **shared})


def _shared(unit: Unit) -> dict[str, str]:
    """Return what is told of all figures of a unit."""
    compared, sourced = unit.has("benchmark", "target", "trend"), unit.has("source")
    return _present({"compared": "yes" if compared else "", "sourced": "yes" if sourced else ""})


def _present(told: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in told.items() if value}


def _observations(figure: Figure, told: dict[str, str]) -> Iterator[Observation]:
    value = _plain(figure.value)
    yield Observation(kind="figure", start=figure.start, end=figure.end, value=value, attributes=told)
    if "metric" in told and told["whose"] == OURS:
        yield Observation(kind="measure", start=figure.start, end=figure.end, value=value, attributes=told)


def _about(view: View, unit: Unit, line: Line, figure: Figure, found: Sequence[Figure]) -> dict[str, str]:
    """Return what is told of a figure beside its period and base; empty for what is not."""
    metric = metric_of(view.text, unit, line, figure)
    told = metric or _may_be_told_elsewhere(line, figure)
    return {
        "unit": figure.unit,
        "precision": _plain(figure.precision),
        "whole": _plain(figure.whole) if figure.whole else "",
        "approximate": "yes" if figure.approximate else "",
        "whose": whose(view, unit, line, figure, found),
        "metric": metric.family.id if metric else "",
        "told": told_of(view.text, unit, line, metric, figure) if told else "",
        "place": place_of(view.text, unit, line, metric, figure) if told else "",
        "apart": set_apart(view.text, unit, line, metric, figure) if told else "",
        "exact": "yes" if metric and metric.setting("exact") == "True" else "",
        "population": " ".join(population_of(unit, line, metric)),
        "compared": "yes" if len(_shares(found)) > 1 else "",
        "averaged": "yes" if figure.unit in _TIMES and _AVERAGED.search(view.text, line.start, line.end) else "",
        "people": "yes" if any(0 < cue.start - figure.end <= _BEHIND for cue in line.of("counted")) else "",
    }


def _may_be_told_elsewhere(line: Line, figure: Figure) -> bool:
    """Whether a figure of no known metric is large enough, and in a sentence, to know it again by its words."""
    return figure.value >= _LARGE and figure.unit in _KNOWN_AGAIN and not cell_of(line.block)[0]


def _shares(found: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in found if figure.unit in ("percent", "ratio")]


_UNIT_IN_LABEL = late_pattern(r"(?P<percent>%|\bper\s?cent\b)|\b(?P<unit>day|week|month|hour)s\b", re.IGNORECASE)


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


def _plain(number: Decimal) -> str:
    """Return a number without needless noughts: 61, 61.5, 26700000."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Figures and citations are found as a reader sees them; years, dates and reference numbers are no figures."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from checker_plugins.craft_observations.citation_forms import citations_in as cited_in
from checker_plugins.craft_observations.figure_forms import figures_in as all_figures_in
from checker_plugins.craft_observations.periods import located


def citations_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in cited_in(text, 0, len(text))]


def figures_in(text: str) -> list[str]:
    taken = [(one.start, one.end) for one in cited_in(text, 0, len(text))]
    taken += [(start, start + len(period.words)) for start, period in located(text, 0, len(text))]
    return [text[one.start : one.end] for one in all_figures_in(text, 0, len(text), taken)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as shown in [E12] and [E3, E4]", ["[E12]", "[E3, E4]"]),
        ("it works (E12; E14)", ["(E12; E14)"]),
        ("Appendix 2 and Annex B", ["Appendix 2", "Annex B"]),
        ("evidence item 12", ["evidence item 12"]),
        ("See our Carers Strategy 2023–28 for more", ["See our Carers Strategy 2023–28"]),
        ("set out in the Health and Wellbeing Plan", ["set out in the Health and Wellbeing Plan"]),
    ],
)
def test_citations_are_found_as_they_stand(text: str, words: list[str]) -> None:
    assert citations_in(text) == words


@pytest.mark.parametrize("text", ["We see partners often.", "three [of] them", "(about 40)", "the evidence is good"])
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert citations_in(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,204 people (45%)", ["1,204", "45%"]),
        ("it cost £2.4 million", ["£2.4 million"]),
        ("7 out of 10 carers, 1 in 4", ["7 out of 10", "1 in 4"]),
        ("61.3 per cent said so", ["61.3 per cent"]),
        ("in 2024/25, on 3 March 2025, 12 people", ["12"]),
        ("see [E12] and Appendix 2", []),
        ("by 31/03/2025", []),
    ],
)
def test_figures_are_found_and_dates_and_citations_are_none(text: str, words: list[str]) -> None:
    assert figures_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "section 42",
        "people aged 18 to 64",
        "the over 65s",
        "Phase 2",
        "1. Introduction",
        "open 24/7",
        "page 12",
        "in 2025",
    ],
)
def test_numbers_of_laws_ages_and_lists_are_no_figures(text: str) -> None:
    assert figures_in(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "precision"),
    [
        ("61.45%", "61.45", "percent", "0.005"),
        ("£26.7m", "26700000", "pounds", "50000"),
        ("1,915 visits", "1915", "count", "0.5"),
        ("17 working days", "17", "day", "0.5"),
        ("n=53", "53", "base", "0.5"),
        ("nine in ten people", "9", "ratio", "0.5"),
        ("44 of 50 files", "44", "ratio", "0.5"),
    ],
)
def test_a_figure_has_a_value_a_unit_and_a_precision(text: str, value: str, unit: str, precision: str) -> None:
    (figure,) = all_figures_in(text, 0, len(text))

    assert (figure.value, figure.unit, figure.precision) == (Decimal(value), unit, Decimal(precision))


@pytest.mark.parametrize("piece", ["1,", "1 in ", "(E1,", "See A ", "[E1,", "9.9", "a.pdf ", "1 of ", "[E1] 5 "])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    times = []
    for length in (20_000, 80_000):
        text = (piece * length)[:length]
        started = time.process_time()
        figures_in(text)
        times.append(time.process_time() - started)

    assert times[1] < max(0.5, 12 * times[0])

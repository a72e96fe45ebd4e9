"""Figures against a comparator: which way a difference points depends on what is measured."""

from __future__ import annotations

import pytest
from checker_plugins.evidence_context.figures import Figure, figures_in

from checker import Polarity

from .context_reading import read

GOOD, BAD = Polarity.STRENGTH, Polarity.SHORTFALL


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Satisfaction was 71% compared with 65% in England.", GOOD),
        ("Satisfaction was 55% compared with 65% in England.", BAD),
        ("The proportion of people still at home was 91%, against an average of 84%.", GOOD),
        ("The proportion of people still at home was 71%, against an average of 84%.", BAD),
        ("In our survey 68% of 412 people were satisfied, compared with 61% of 388 a year before.", GOOD),
        ("Of those asked, 9% of carers had a break of more than 48 hours, against 14% nationally.", BAD),
        ("The scheme opened 14 flats against a target of 30.", BAD),
    ],
)
def test_more_of_something_good_is_better(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Staff turnover was 18% compared with 12% nationally.", BAD),
        ("Staff turnover was 9% compared with 12% nationally.", GOOD),
        ("Delayed discharges rose from 7% to 14%.", BAD),
        ("Delayed discharges fell from 14% to 7%.", GOOD),
    ],
)
def test_more_of_something_bad_is_worse(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Assessments took 40 days against a target of 28 days.", BAD),
        ("Assessments took 20 days against a target of 28 days.", GOOD),
        ("Assessments took 40 days against a target of 28.", BAD),
        ("Waiting times fell from 30 days to 12 days.", GOOD),
        ("Waiting times rose from 12 days to 30 days.", BAD),
        ("The average time to discharge had fallen from 4.1 days in March 2022 to 1.3 days in March 2024.", GOOD),
    ],
)
def test_less_time_is_better(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Satisfaction rose from 61% to 70%.", GOOD),
        ("Satisfaction fell from 70% to 61%.", BAD),
        ("Satisfaction was higher than the national average.", GOOD),
        ("Satisfaction was below the England average.", BAD),
        ("The number of complaints was higher than the regional average.", BAD),
        ("Only 41% of carers were satisfied.", BAD),
    ],
)
def test_a_change_or_a_word_of_comparison_is_judged_by_what_is_measured(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


def test_words_of_praise_do_not_save_a_figure_that_lags_behind() -> None:
    qualifiers = read("Satisfaction with our good service was 55% compared with 65% in England.")

    assert qualifiers.polarity is BAD
    assert "good" in [one.words for one in qualifiers.because if one.field == "polarity"]


def test_equal_figures_say_nothing_for_or_against() -> None:
    assert read("Satisfaction was 65% compared with 65% in England.").polarity is None


@pytest.mark.parametrize(
    "text",
    ["We spent 40 days, against 28% of the budget.", "It took 40 days.", "Compared with 65% of others, we differ."],
)
def test_figures_that_cannot_be_compared_are_not(text: str) -> None:
    assert read(text).polarity is not BAD


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("71%", [("71%", 71.0, "%")]),
        ("71 per cent", [("71 per cent", 71.0, "%")]),
        ("1,250 people", [("1,250", 1250.0, "")]),
        ("12,345,678 visits", [("12,345,678", 12345678.0, "")]),
        ("4.5 days", [("4.5 days", 4.5, "day")]),
        ("28 working days", [("28 working days", 28.0, "day")]),
        ("1 month and 3 weeks", [("1 month", 1.0, "month"), ("3 weeks", 3.0, "week")]),
        ("1,950 people", [("1,950", 1950.0, "")]),
        ("2,050 of 2050%", [("2,050", 2050.0, ""), ("2050%", 2050.0, "%")]),
    ],
)
def test_figures_have_a_value_and_a_unit(text: str, figures: list[tuple[str, float, str]]) -> None:
    found = figures_in(text, 0, len(text))

    assert [(text[one.start : one.end], one.value, one.unit) for one in found] == figures


@pytest.mark.parametrize("text", ["In 2024 and 1998.", "No figure here.", "Appendix A12, v1.2.3"])
def test_years_and_references_are_no_figures(text: str) -> None:
    assert figures_in(text, 0, len(text)) == []


def test_bases_and_days_of_dates_are_no_figures_to_compare() -> None:
    text = "At 31 March 2025, 68% of 412 and 47 of 63 people, or 3 per 1,000, agreed."

    assert [(one.value, one.unit) for one in figures_in(text, 0, len(text))] == [(68.0, "%"), (47.0, ""), (3.0, "")]


def test_of_a_mere_number_nobody_knows_whether_more_is_better() -> None:
    assert (
        read("In 2025 people asked for 26 decisions in writing, compared with 31 the year before.").polarity is not BAD
    )


def test_only_the_stretch_that_is_asked_for_is_searched() -> None:
    assert figures_in("10% 20% 30%", 4, 7) == [Figure(4, 7, 20.0, "%")]

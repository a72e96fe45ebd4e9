"""Dates and periods in British documents."""

from __future__ import annotations

import pytest

from checker.dates import find_periods, parse_period


def days(text: str) -> list[tuple[str, str]]:
    return [(period.start, period.end) for period in find_periods(text)]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("03/04/25", "2025-04-03", "2025-04-03"),
        ("3.4.2025", "2025-04-03", "2025-04-03"),
        ("2025-04-03", "2025-04-03", "2025-04-03"),
        ("12 December 2025", "2025-12-12", "2025-12-12"),
        ("12th of March 2024", "2024-03-12", "2024-03-12"),
        ("28 Nov. 2023", "2023-11-28", "2023-11-28"),
        ("March 5, 2025", "2025-03-05", "2025-03-05"),
        ("3-5 March 2025", "2025-03-03", "2025-03-05"),
        ("1 September – 30 November 2025", "2025-09-01", "2025-11-30"),
        ("30 December to 2 January 2025", "2024-12-30", "2025-01-02"),
        ("March 2025", "2025-03-01", "2025-03-31"),
        ("April 2023 to March 2024", "2023-04-01", "2024-03-31"),
        ("October to January 2024", "2023-10-01", "2024-01-31"),
        ("Q1 2025/26", "2025-04-01", "2025-06-30"),
        ("Q4 2025/26", "2026-01-01", "2026-03-31"),
        ("quarter 2 of 2024/25", "2024-07-01", "2024-09-30"),
        ("second quarter of 2024/25", "2024-07-01", "2024-09-30"),
        ("2023/24", "2023-04-01", "2024-03-31"),
        ("2023-24", "2023-04-01", "2024-03-31"),
        ("2023/2024", "2023-04-01", "2024-03-31"),
        ("FY24", "2023-04-01", "2024-03-31"),
        ("FY 2023/24", "2023-04-01", "2024-03-31"),
        ("year ending March 2024", "2023-04-01", "2024-03-31"),
        ("12 months to 30 June 2024", "2023-07-01", "2024-06-30"),
        ("spring 2024", "2024-03-01", "2024-05-31"),
        ("winter 2023/24", "2023-12-01", "2024-02-29"),
        ("2023-28", "2023-01-01", "2028-12-31"),
        ("2023 to 2028", "2023-01-01", "2028-12-31"),
        ("2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_each_form_gives_its_first_and_last_day(words: str, start: str, end: str) -> None:
    (period,) = find_periods(f"It was agreed ({words}).")

    assert (period.start, period.end, period.words) == (start, end, words)


@pytest.mark.parametrize(
    "text",
    [
        "The Care Act 2014 asks for it.",
        "The Mental Health Act 1983 and the Regulations 2009 apply.",
        "The Care Act (2014) asks for it.",
        "The 2014 Act asks for it.",
        "It cost £2025.",
        "There were 2000 people.",
        "It reached over 2000 residents.",
        "Call 0191 2020 2024 now.",
        "It meets ISO 27001:2013.",
        "Reference 2024/0012 applies.",
        "It rose by 2020%.",
        "It began in 1066 and ends in 2099.",
        "Section 117 and 23/24 people.",
        "We met with everybody in spring.",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("words", ["31 February 2025", "32/13/2025", "30 Feb 2024", "2025-02-30", "Q1 2025/28"])
def test_an_impossible_date_is_no_date_and_no_part_of_it_is(words: str) -> None:
    assert days(f"It met on {words}.") == []


def test_a_year_before_a_plural_counts_after_a_preposition() -> None:
    assert days("In 2021 councils changed.") == [("2021-01-01", "2021-12-31")]


def test_several_dates_come_in_the_order_of_the_text() -> None:
    text = "From 3 May 2024, and again in June 2025."

    assert [period.words for period in find_periods(text)] == ["3 May 2024", "June 2025"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "In 2019. In 2020. In 2021."

    assert [period.words for period in find_periods(text, 9, 17)] == ["2020"]


@pytest.mark.parametrize("words", ["as at 31 March 2025", "31/03/2025", "Monday 31 March 2025", "2025-03-31T09:30:00Z"])
def test_words_that_are_a_date_and_nothing_else_can_be_read(words: str) -> None:
    period = parse_period(words)

    assert period is not None
    assert period.end == "2025-03-31"


@pytest.mark.parametrize("words", ["", "next year", "the plan of 2024", "2024 and 2025"])
def test_words_that_are_more_or_less_than_a_date_are_not_read(words: str) -> None:
    assert parse_period(words) is None


def test_a_long_row_of_half_dates_takes_no_long_time() -> None:
    text = "1 May" + " " * 20_000 + "1" + " May" * 20_000

    assert days(text) == []

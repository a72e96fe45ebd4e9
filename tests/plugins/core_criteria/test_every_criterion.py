"""What all criteria about evidence promise, and what may never count as met."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checker_plugins.core_criteria import checker_criteria
from checker_plugins.core_criteria.calendar_months import months_before
from jsonschema import Draft202012Validator

from checker import Outcome, Passage, Period
from checker.testing import a_book, a_passage, an_assessment, an_evidence, an_expectation

from .asking import CRITERIA, MIXED, NEUTRAL, PLAN, PROMISE_PUT_AS_STRENGTH, SHORTFALL, TERMS, asked, with_terms

GOOD_EXPECTS: dict[str, dict[str, object]] = {
    "agreement_in_force": {"grace_months": 3},
    "categories_covered": {"at_least": 1},
    "claim_reached": {"at_least": "stated"},
    "corroborated": {},
    "evidenced": {},
    "figure_stated": {},
    "impact_stated": {},
    "kinds_present": {"any_of": ["other"], "at_least": 1},
    "recent_enough": {"months": 24},
    "shortfalls_answered": {},
    "terms_found": {"at_least": 1},
    "voices_heard": {"at_least": 1},
}


def test_every_criterion_says_what_it_asks_and_has_a_strict_schema() -> None:
    for name, criterion in CRITERIA.items():
        Draft202012Validator.check_schema(criterion.schema)
        validator = Draft202012Validator(criterion.schema)

        assert criterion.about.endswith(".")
        assert validator.is_valid(GOOD_EXPECTS[name]), name
        assert not validator.is_valid({**GOOD_EXPECTS[name], "atleast": 1}), name


def test_criteria_are_offered_under_different_names_in_order() -> None:
    names = [criterion.name for criterion in checker_criteria()]

    assert names == sorted(set(names))
    assert set(names) == set(GOOD_EXPECTS)


@pytest.mark.parametrize("criterion", sorted(set(GOOD_EXPECTS) - {"shortfalls_answered"}))
@pytest.mark.parametrize("passage", [SHORTFALL, PLAN, NEUTRAL, PROMISE_PUT_AS_STRENGTH, MIXED])
def test_a_shortfall_a_promise_or_a_neutral_mention_never_meets_a_rule(criterion: str, passage: Passage) -> None:
    told = replace(passage, impact=True, dates=(Period(start="2026-01-01", end="2026-01-02", words="1-2 January"),))
    assessment = an_assessment(with_terms(told, criterion))

    finding = asked(criterion, assessment, look_for=TERMS, **GOOD_EXPECTS[criterion])

    assert finding.outcome is not Outcome.MET


@pytest.mark.parametrize("criterion", sorted(GOOD_EXPECTS))
def test_an_empty_assessment_meets_no_rule(criterion: str) -> None:
    finding = asked(criterion, an_assessment(documents=()), look_for=TERMS, **GOOD_EXPECTS[criterion])

    assert finding.outcome in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def test_nothing_affirmed_is_reported_once_by_evidenced() -> None:
    names = [name for name in GOOD_EXPECTS if name != "shortfalls_answered"]
    findings = [asked(name, an_assessment(), look_for=TERMS, **GOOD_EXPECTS[name]) for name in names]

    gaps = [finding.rule_id for finding in findings if finding.outcome.is_gap]
    pointing = [finding for finding in findings if finding.outcome is Outcome.NOT_APPLICABLE]

    assert gaps == ["data-sharing.evidenced"]
    assert all("see data-sharing.evidenced" in finding.reason for finding in pointing)


def test_without_an_evidenced_rule_the_others_do_not_stay_silent() -> None:
    book = a_book(an_expectation(rules=()))

    finding = asked("voices_heard", an_assessment(book=book), at_least=1)

    assert finding.outcome is Outcome.NOT_MET
    assert finding.searched == ("shared care record", "share ... information")


def test_three_passages_are_cited_at_most() -> None:
    many = [a_passage(f"Partners share record {number}.") for number in range(9)]

    finding = asked("evidenced", an_assessment(*many))

    assert len(finding.citations) == 3
    assert "9 of 9 passages" in finding.reason


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2026-01-31", 24, "2024-01-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
    ],
)
def test_months_are_counted_back_to_a_day_that_exists(iso: str, months: int, expected: str) -> None:
    assert months_before(iso, months) == expected


def test_a_builder_keeps_few_passages_and_counts_all() -> None:
    evidence = an_evidence(*(a_passage(f"Record {number}.", start=number * 20) for number in range(7)))

    assert (evidence.count(), len(evidence.passages)) == (7, 5)

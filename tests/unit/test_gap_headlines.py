"""A gap is called by what is missing, and essential gaps come first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain.finding import Flag, Outcome
from checker.domain.gap_headlines import headline, question_headline, urgency
from checker.domain.pack import Weight
from checker.domain.report import ReportedFinding

FINDING = ReportedFinding(
    gap_id="b",
    rule="sharing.evidenced",
    title="Evidence is there: Partners share information",
    gap_title="No clear evidence: Partners share information",
    outcome=Outcome.NOT_MET,
    weight=Weight.EXPECTED,
    reason="Nothing was found.",
    remedy="Add it.",
    priority=4,
)


@pytest.mark.parametrize("outcome", [Outcome.NOT_MET, Outcome.PARTLY_MET])
def test_a_gap_is_called_by_what_is_missing(outcome: Outcome) -> None:
    assert headline(replace(FINDING, outcome=outcome)) == "No clear evidence: Partners share information"


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.is_gap])
def test_what_is_no_gap_keeps_the_title_of_its_rule(outcome: Outcome) -> None:
    assert headline(replace(FINDING, outcome=outcome)) == FINDING.title


@pytest.mark.parametrize(
    ("outcome", "told"),
    [(Outcome.NOT_MET, "Not met: Housing is described"), (Outcome.PARTLY_MET, "Only partly met: Housing is described")],
)
def test_without_words_of_the_pack_the_outcome_stands_before_the_title(outcome: Outcome, told: str) -> None:
    assert headline(replace(FINDING, title="Housing is described", gap_title="", outcome=outcome)) == told


def test_a_question_is_named_without_its_expectation() -> None:
    assert question_headline(FINDING) == "No clear evidence"
    assert question_headline(replace(FINDING, gap_title="")) == "Not met: Evidence is there"
    assert question_headline(replace(FINDING, outcome=Outcome.MET)) == "Evidence is there"


def test_an_essential_gap_that_is_not_met_comes_before_heavier_ones_and_what_is_waived_comes_last() -> None:
    essential = replace(FINDING, gap_id="essential", weight=Weight.ESSENTIAL, priority=1)
    heavy = replace(FINDING, gap_id="heavy", priority=99)
    partly = replace(essential, gap_id="partly", outcome=Outcome.PARTLY_MET)
    waived = replace(essential, gap_id="waived", flags=(Flag.WAIVED,))

    ordered = sorted((waived, partly, heavy, essential), key=urgency)

    assert [one.gap_id for one in ordered] == ["essential", "heavy", "partly", "waived"]

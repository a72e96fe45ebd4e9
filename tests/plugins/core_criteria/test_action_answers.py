"""An action answers a shortfall that it names, or with which it shares its subject; nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import ActionPlan, ActionRow, Finding, Outcome, Polarity
from checker.testing import STATEMENT, a_passage, a_rule, an_assessment

from .asking import CRITERIA

LATE = "Pharmacies could not open the shared record at night."
RULE = replace(a_rule("shortfalls_answered"), id="data-sharing.shortfalls-answered")
OWN_GAP = f"{STATEMENT}/data-sharing/data-sharing.shortfalls-answered"
OTHER_GAP = f"{STATEMENT}/vcs-funding/vcs-funding.evidenced"
ON_SUBJECT = "Let pharmacies open records at night"


def asked_with(gap_id: str = "", *, text: str = LATE, **typed: str) -> Finding:
    row = ActionRow(gap_id=gap_id, typed=typed, place="plan.xlsx, row 7")
    shortfall = a_passage(text, polarity=Polarity.SHORTFALL)
    assessment = replace(an_assessment(shortfall), actions=ActionPlan(name="plan.xlsx", rows=(row,)))
    answer = CRITERIA["shortfalls_answered"].evaluate(RULE, assessment)
    assert isinstance(answer, Finding)
    return answer


@pytest.mark.parametrize(
    ("gap_id", "answers"),
    [
        (OWN_GAP, ""),
        ("", OWN_GAP),
        ("", "action-plan.challenge-has-action/Pharmacies could not open the shared …"),
        ("", f"action-plan.challenge-has-action/{LATE} It was the third …"),
    ],
)
def test_an_action_that_names_the_gap_or_the_sentence_answers_it(gap_id: str, answers: str) -> None:
    finding = asked_with(gap_id, action="Call the supplier", answers=answers)

    assert finding.outcome is Outcome.MET
    assert "(‘Call the supplier’ (plan.xlsx, row 7) names it)" in finding.reason


def test_an_action_on_the_same_subject_answers_it_and_says_by_which_words() -> None:
    finding = asked_with(action=ON_SUBJECT)

    assert finding.outcome is Outcome.MET
    assert "shares night, open, pharmacies, record" in finding.reason


@pytest.mark.parametrize(
    ("gap_id", "action"),
    [
        ("", "Open the shared office"),
        (
            "",
            "Train volunteers to keep a record of shared visits",
        ),
        ("", ""),
        (OTHER_GAP, ON_SUBJECT),
    ],
)
def test_an_action_about_something_else_answers_nothing(gap_id: str, action: str) -> None:
    assert asked_with(gap_id, action=action, owner="Ida").outcome is Outcome.NOT_MET


@pytest.mark.parametrize("action", ["tbc", "Ongoing work", "Improve", "–"])
def test_an_action_that_says_nothing_answers_nothing(action: str) -> None:
    assert asked_with(OWN_GAP, action=action, owner="Ida").outcome is Outcome.NOT_MET


def test_an_action_that_is_done_answers_nothing() -> None:
    assert asked_with(OWN_GAP, action="Call the supplier", status="done").outcome is Outcome.NOT_MET

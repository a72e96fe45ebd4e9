"""Rows are taken on to the gaps that they mean now: seen by everybody, and only where no other can be meant."""

from __future__ import annotations

from typing import Any

import pytest

from checker.domain.actions import ActionPlan, ActionRow, GapState
from checker.domain.finding import Outcome
from checker.stages.actions import plan_warnings
from checker.stages.actions.carrying import carry_over
from checker.stages.waivers import decisions_of_plan
from checker.values import replace

from .carrying_rows import FILES, RECENT, a_row, asked, carried


def test_a_row_follows_its_renamed_file_and_says_so() -> None:
    now = asked({"new.csv": Outcome.PARTLY_MET})

    (row,) = carried(a_row(f"{RECENT}/old.csv", evidence="aaa111 ddd", owner="Ida"), to=now)

    assert (row.gap_id, dict(row.typed)) == (f"{RECENT}/new.csv", {"owner": "Ida"})
    assert row.formerly == (f"{RECENT}/old.csv",)
    assert row.carried.notes == (f"Taken over from “{RECENT}/old.csv”: the file was renamed or moved.",)


def test_a_gap_into_whose_row_somebody_typed_takes_no_row_of_another() -> None:
    now = asked({"new.csv": Outcome.PARTLY_MET})
    old = a_row(f"{RECENT}/old.csv", evidence="aaa111", owner="Ida")

    filled, _ = carried(old, a_row(f"{RECENT}/new.csv", evidence="ccc333", owner="Bo"), to=now)
    blank, _ = carried(old, a_row(f"{RECENT}/new.csv", evidence="ccc333"), to=now)

    assert filled.gap_id == f"{RECENT}/old.csv"
    assert blank.gap_id == f"{RECENT}/new.csv"


def test_a_gap_that_the_plan_knew_before_is_only_named_where_words_alone_are_alike() -> None:
    now = asked({"95 people wait for an assessment": Outcome.NOT_MET}, rule="plan.challenge")
    rows = (
        a_row("plan.challenge/212 people wait for an assessment", owner="Ida"),
        a_row("plan.challenge/95 people wait for an assessment"),
    )

    first, _ = carried(*rows, to=now)

    assert first.gap_id.endswith("/212 people wait for an assessment")
    assert (first.carried.state, first.carried.is_unsure) == (GapState.TO_DECIDE, True)


def test_of_two_rows_of_one_gap_the_one_that_knows_its_file_counts() -> None:
    rows = a_row(f"{RECENT}/old.csv", evidence="aaa111", owner="Ida"), a_row(f"{RECENT}/old.csv", action="Ask")

    assert {row.gap_id for row in carried(*rows, to=asked({"new.csv": Outcome.PARTLY_MET}))} == {f"{RECENT}/new.csv"}


def test_an_id_under_answers_gets_its_successor_beside_it() -> None:
    now = asked({"new.csv": Outcome.PARTLY_MET})
    known = a_row(f"{RECENT}/old.csv", evidence="aaa111")

    _, row = carried(known, a_row("", action="Ask for data", answers=f"{RECENT}/old.csv"), to=now)

    assert row.said("answers") == f"{RECENT}/old.csv\n→ {RECENT}/new.csv"
    assert f"{RECENT}/new.csv" in row.answered
    assert carried(known, row, to=now)[1].said("answers") == row.said("answers")


def test_where_two_can_be_meant_the_row_stays_and_names_both() -> None:
    now = asked({"new.csv": Outcome.PARTLY_MET, "other.csv": Outcome.PARTLY_MET}, files=dict.fromkeys(FILES, "aaa111"))

    (row,) = carried(a_row(f"{RECENT}/old.csv", evidence="aaa111", owner="Ida"), to=now)

    assert row.gap_id == f"{RECENT}/old.csv"
    assert row.carried.state is GapState.TO_DECIDE
    assert f"Perhaps “{RECENT}/new.csv” or “{RECENT}/other.csv”" in row.carried.notes[0]


WAIVED = {"waived_by": "Ida", "waived_role": "Head", "waived_reason": "It starts soon", "waived_risk": "Small"}
WAIVED_DAYS = {"waived_from": "2026-01-01", "waived_until": "2026-12-31"}


def waived(gap_id: str, evidence: str = "") -> ActionRow:
    return replace(a_row(gap_id, evidence=evidence, **WAIVED, **WAIVED_DAYS), days=WAIVED_DAYS)


def test_a_waiver_whose_words_have_changed_counts_only_when_a_new_day_confirms_it() -> None:
    now = asked({"95 people wait for an assessment": Outcome.NOT_MET}, rule="plan.challenge")

    (row,) = carried(waived("plan.challenge/212 people wait for an assessment"), to=now)
    (again,) = carried(row, to=now)
    confirmed = replace(again, days={**again.days, "waived_from": "2026-03-31"})

    assert row.gap_id == "plan.challenge/95 people wait for an assessment"
    assert (
        row.carried.notes[1] == "Its waiver does not count until somebody confirms it by a new day under Waived from."
    )
    assert row.formerly == ("plan.challenge/212 people wait for an assessment",)
    told = [
        decisions_of_plan(ActionPlan(name="x", rows=(one,))).waivers[0].to_confirm for one in (row, again, confirmed)
    ]
    assert told == ["Waived from", "Waived from", ""]


def test_a_waiver_of_a_file_that_was_only_renamed_still_counts() -> None:
    (row,) = carried(waived(f"{RECENT}/old.csv", "aaa111"), to=asked({"new.csv": Outcome.PARTLY_MET}))

    assert row.gap_id == f"{RECENT}/new.csv"
    assert row.is_confirmed("waived_from")


def test_a_gap_that_is_found_no_more_is_closed_where_its_rule_was_asked() -> None:
    rows = a_row(f"{RECENT}/new.csv", evidence="aaa111", owner="Ida"), a_row("plan.challenge/Waits", owner="Bo")

    first, second = carried(*rows, to=asked({"": Outcome.MET}))

    assert (first.carried.state, second.carried.state) == (GapState.CLOSED, GapState.NOT_ASKED)
    assert first.carried.notes == ("The rule was asked and finds nothing of this any more.",)


def test_a_gap_of_a_file_that_is_gone_is_not_called_closed() -> None:
    (row,) = carried(a_row(f"{RECENT}/gone.csv", evidence="eee", owner="Ida"), to=asked({"": Outcome.MET}))

    assert row.carried.state is GapState.NOT_ASKED
    assert row.carried.notes[0].startswith("This file is not among the documents any more")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"unread": {"narrative.md"}}, "narrative.md could not be read in full"),
        ({"assessments": ()}, "no self-assessment was read"),
    ],
)
def test_a_gap_whose_document_was_lost_or_could_not_be_read_is_not_called_closed(
    changed: dict[str, Any], told: str
) -> None:
    now = replace(asked({"": Outcome.MET}, rule="plan.challenge"), assessments={"self-assessment.docx"})
    row = a_row("plan.challenge/Breaks", evidence="ffff", owner="Ida", action="Book")

    (closed,), (open_still,) = carried(row, to=now), carried(row, to=replace(now, **changed))

    assert (closed.carried.state, open_still.carried.state) == (GapState.CLOSED, GapState.TO_DECIDE)
    assert told in open_still.carried.notes[0]


@pytest.mark.parametrize(("item", "outcome"), [("", Outcome.NEEDS_REVIEW), ("another", Outcome.NOT_ASSESSED)])
def test_a_rule_that_could_not_answer_closes_nothing(item: str, outcome: Outcome) -> None:
    now = asked({item: outcome, "second": Outcome.PARTLY_MET} if item else {item: outcome}, rule="plan.challenge")

    (row,) = carried(
        a_row("plan.challenge/Breaks", evidence="ffff", owner="Ida"),
        to=replace(now, assessments={"self-assessment.docx"}),
    )

    assert row.carried.state is GapState.TO_DECIDE


def test_a_mistyped_id_gets_the_one_that_was_probably_meant() -> None:
    now = asked({"new.csv": Outcome.PARTLY_MET})

    (row,) = carried(a_row("libary.recent/new.csv", owner="Ida"), to=now)

    assert row.carried.notes == (f"No rule has the id “libary.recent/new.csv”: did you mean “{RECENT}/new.csv”?",)


def test_many_rows_that_were_taken_over_are_told_in_one_warning() -> None:
    names = {f"new {number}.csv": f"{number}{number}{number}" for number in range(1, 6)}
    rows = [a_row(f"{RECENT}/old {one[0]}.csv", evidence=one, owner="Ida") for one in names.values()]
    plan = carry_over(
        ActionPlan(name="plan.xlsx", rows=tuple(rows)), asked(dict.fromkeys(names, Outcome.PARTLY_MET), files=names)
    )

    (warning,) = plan_warnings(plan, ())

    assert warning.startswith("5 rows of the action plan were taken over: ")
    assert warning.count("Taken over from") == 3
    assert warning.endswith("The others: see the notes beside the rows, in the new sheet and the JSON report.")

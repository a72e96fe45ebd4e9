"""Putting a plan beside the gaps of a run: nothing typed is lost, and what has changed is said."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain.actions import ActionPlan, ActionRow, GapState, PlannedAction
from checker.domain.assessment import Assessment
from checker.domain.finding import Finding, Flag, Outcome
from checker.domain.report import GapReport
from checker.stages.actions import masked_plan, plan_warnings, planned_actions
from checker.stages.gap_report import build_gap_report
from checker.stages.profile import profile
from checker.testing import STATEMENT, a_book, a_rule, a_run, an_assessment, an_expectation

GAP = f"{STATEMENT}/data-sharing/data-sharing.evidenced"


def a_report(outcome: Outcome = Outcome.NOT_MET, *, flags: Sequence[Flag] = ()) -> GapReport:
    assessment: Assessment = an_assessment(book=a_book(an_expectation(rules=[a_rule()])))
    finding = Finding(
        rule_id="data-sharing.evidenced", outcome=outcome, reason="Because.", searched=("x",), flags=tuple(flags)
    )
    found = profile(assessment, [finding])
    return build_gap_report(assessment=assessment, findings=[finding], profile=found, run=a_run())


def a_row(
    gap_id: str = GAP, *, place: str = "plan.xlsx, row 2", seen: dict[str, str] | None = None, **typed: str
) -> ActionRow:
    return ActionRow(gap_id=gap_id, typed=typed, seen=seen or {}, place=place)


def merged(report: GapReport, *rows: ActionRow, not_for: Sequence[str] = ()) -> tuple[PlannedAction, ...]:
    return planned_actions(report, ActionPlan(name="plan.xlsx", rows=rows), not_for)


def test_without_a_plan_every_gap_has_an_empty_row() -> None:
    actions = planned_actions(a_report(), None)

    assert [(one.gap_id, one.state, dict(one.typed)) for one in actions] == [(GAP, GapState.OPEN, {})]


def test_what_was_typed_stands_beside_its_gap() -> None:
    actions = merged(a_report(), a_row(owner="Ida Marsh"))

    assert [(one.gap_id, one.typed["owner"]) for one in actions] == [(GAP, "Ida Marsh")]


def test_a_row_whose_gap_is_closed_is_kept_and_says_so() -> None:
    actions = merged(a_report(Outcome.MET), a_row(owner="Ida Marsh", seen={"outcome": "Not met"}))

    assert [one.state for one in actions] == [GapState.CLOSED]
    assert actions[0].notes == ("Changed since: it was not met, and is met now.",)
    assert actions[0].row.typed == {"owner": "Ida Marsh"}


def test_an_action_that_is_done_says_so_where_its_gap_is_still_open() -> None:
    still_open, waived = (
        merged(a_report(flags=flags), a_row(action="Ask", status="Done 3/3/26")) for flags in ((), (Flag.WAIVED,))
    )

    assert still_open[0].notes == ("Its status is “Done 3/3/26”, and its gap is still open.",)
    assert waived[0].notes == ()


def test_a_row_whose_gap_nobody_asks_about_is_kept_with_what_was_known() -> None:
    actions = merged(a_report(), a_row("old/gap", owner="Ida Marsh", seen={"title": "An old question"}))

    assert [(one.gap_id, one.state, one.title) for one in actions] == [
        (GAP, GapState.OPEN, "Not met: evidenced of data-sharing"),
        ("old/gap", GapState.NOT_ASKED, "An old question"),
    ]


def test_an_empty_row_of_a_gap_that_has_gone_is_dropped() -> None:
    actions = merged(a_report(), a_row("old/gap"))

    assert [one.gap_id for one in actions] == [GAP]


def test_rows_without_a_gap_are_kept_as_own_actions_each() -> None:
    actions = merged(a_report(), a_row("", action="Ask carers"), a_row("", action="Ask carers"))

    assert [one.state for one in actions] == [GapState.OPEN, GapState.OWN, GapState.OWN]


def test_a_waived_gap_keeps_its_row() -> None:
    actions = planned_actions(a_report(flags=[Flag.WAIVED]), None)

    assert [one.state for one in actions] == [GapState.WAIVED]


def test_two_rows_that_contradict_each_other_are_both_kept_and_shown() -> None:
    plan = ActionPlan(name="p", rows=(a_row(owner="Ida"), a_row(owner="Bo", place="plan.xlsx, row 9")))

    actions = planned_actions(a_report(), plan)

    assert sorted(one.typed["owner"] for one in actions) == ["Bo", "Ida"]
    assert all("Two rows of this gap differ: Owner" in one.notes[0] for one in actions)
    (once,) = plan_warnings(plan, actions)
    assert "'Bo' in plan.xlsx, row 9" in once


def test_two_different_actions_for_one_gap_are_no_conflict() -> None:
    actions = merged(a_report(), a_row(action="Ask carers", owner="Ida"), a_row(action="Train staff", owner="Bo"))

    assert [one.notes for one in actions] == [(), ()]


def test_a_row_that_was_copied_is_kept_once() -> None:
    actions = merged(a_report(), a_row(owner="Ida"), a_row(owner="Ida"), a_row())

    assert len(actions) == 1


def test_gaps_of_rules_about_the_plan_itself_need_no_row() -> None:
    assert merged(a_report(), not_for=["data-sharing.evidenced"]) == ()
    assert len(merged(a_report(), a_row(owner="Ida"), not_for=["data-sharing.evidenced"])) == 1


def test_a_likely_action_is_proposed_with_its_score_and_how_to_confirm_it() -> None:
    own = a_row("", action="Data sharing with the hospital", place="plan.xlsx, row 7")

    gap = merged(a_report(), own)[0]

    assert gap.notes == (
        "Perhaps ‘Data sharing with the hospital’ (plan.xlsx, row 7) shares 2 of 2 words: data, sharing. "
        "To confirm, type this gap id under Answers there.",
    )


def test_a_confirmed_match_is_not_proposed_again() -> None:
    gap = merged(a_report(), a_row("", action="Data sharing with the hospital", answers=GAP))[0]

    assert gap.notes == ()


def test_what_may_be_shown_anywhere_is_masked_and_the_row_is_not() -> None:
    action = merged(a_report(), a_row(owner="ida.marsh@example.org"))[0]

    assert action.row.typed["owner"] == "ida.marsh@example.org"
    assert "ida.marsh" not in action.typed["owner"]


def test_rules_see_the_plan_masked() -> None:
    plan = masked_plan(ActionPlan(name="p", rows=(a_row("", action="Call 020 7946 0018 for help"),)))

    assert "7946" not in plan.rows[0].said("action")


def test_notes_about_contradictions_are_masked_too() -> None:
    rows = (a_row(owner="ida.marsh@example.org"), a_row(owner="bo.lane@example.org", place="plan.xlsx, row 9"))

    notes = [note for one in merged(a_report(), *rows) for note in one.notes]

    assert len(notes) == 2
    assert not any("@" in note for note in notes)

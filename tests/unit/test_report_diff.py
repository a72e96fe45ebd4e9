"""Two gap reports are compared gap by gap; nothing that is merely not asked any more counts as closed."""

from __future__ import annotations

from typing import Any

import pytest

from checker.report_diff import ChangeKind, compare_reports


def a_finding(
    outcome: str, *flags: str, gap_id: str = "s/e/e.rule", weight: str = "essential", priority: int = 1
) -> Any:
    return {
        "gap_id": gap_id,
        "rule": gap_id.rsplit("/", 1)[-1],
        "title": "A rule",
        "outcome": outcome,
        "weight": weight,
        "reason": "Because.",
        "flags": list(flags),
        "priority": priority,
    }


def a_report(*findings: Any, status: str = "supported", failed: tuple[str, ...] = (), pack: str = "1") -> Any:
    expectation = {"id": "e", "title": "An expectation", "status": status, "findings": list(findings)}
    return {
        "schema": "gap-report/1",
        "run": {"as_of": "2025-01-01", "checker": "1", "edition": "1", "packs": [{"name": "p", "origin": pack}]},
        "councils": ["Aldermere Council"],
        "documents": [{"name": "a.txt"}],
        "statements": [{"id": "s", "in_scope": True, "expectations": [expectation], "findings": []}],
        "findings": [],
        "not_assessed": [{"what": "file", "name": name, "reason": "It is empty."} for name in failed],
    }


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (a_finding("met"), a_finding("not met"), ChangeKind.NEW),
        (a_finding("needs review"), a_finding("partly met"), ChangeKind.NEW),
        (a_finding("not assessed"), a_finding("not met"), ChangeKind.NEW),
        (a_finding("not met", "waived"), a_finding("not met"), ChangeKind.NEW),
        (None, a_finding("not met"), ChangeKind.NEW),
        (a_finding("partly met"), a_finding("not met"), ChangeKind.WORSE),
        (a_finding("not met"), a_finding("not assessed"), ChangeKind.WORSE),
        (a_finding("not applicable"), a_finding("not assessed"), ChangeKind.WORSE),
        (None, a_finding("not assessed"), ChangeKind.WORSE),
        (a_finding("met", "attested"), a_finding("met", "attested", "suspect"), ChangeKind.WORSE),
        (a_finding("met"), a_finding("met", "stale"), ChangeKind.NEWLY_STALE),
        (a_finding("not met"), a_finding("partly met"), ChangeKind.BETTER),
        (a_finding("not assessed"), a_finding("met"), ChangeKind.BETTER),
        (a_finding("not met"), a_finding("met"), ChangeKind.CLOSED),
        (a_finding("not met"), None, ChangeKind.OTHER),
        (a_finding("not met"), a_finding("not met", "waived"), ChangeKind.OTHER),
        (a_finding("not met"), a_finding("not applicable"), ChangeKind.OTHER),
        (a_finding("met"), a_finding("needs review"), ChangeKind.OTHER),
    ],
)
def test_each_change_of_a_finding_has_its_kind(before: Any, after: Any, kind: ChangeKind) -> None:
    old, new = (a_report(*([finding] if finding else [])) for finding in (before, after))

    (change,) = compare_reports(old, new).changes

    assert change.kind is kind
    assert change.id == "s/e/e.rule"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (a_finding("not met"), a_finding("not met")),
        (a_finding("met", "stale"), a_finding("met", "stale")),
        (a_finding("met"), None),
        (None, a_finding("met")),
        (None, a_finding("not met", "waived")),
    ],
)
def test_what_is_no_change_is_not_listed(before: Any, after: Any) -> None:
    old, new = (a_report(*([finding] if finding else [])) for finding in (before, after))

    assert compare_reports(old, new).changes == ()


def test_a_gap_that_gets_worse_and_old_at_once_is_listed_under_both() -> None:
    old, new = a_report(a_finding("partly met")), a_report(a_finding("not met", "stale"))

    kinds = [change.kind for change in compare_reports(old, new).changes]

    assert kinds == [ChangeKind.WORSE, ChangeKind.NEWLY_STALE]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("supported", "mixed", ChangeKind.WORSE),
        ("absent", "not assessed", ChangeKind.WORSE),
        ("mixed", "supported", ChangeKind.BETTER),
        ("absent", "shortfall", ChangeKind.OTHER),
    ],
)
def test_a_change_of_an_expectation_s_status_has_its_kind(before: str, after: str, kind: ChangeKind) -> None:
    (change,) = compare_reports(a_report(status=before), a_report(status=after)).changes

    assert (change.what, change.kind, change.before, change.after) == ("expectation", kind, before, after)


def test_a_file_that_can_no_longer_be_read_is_worse_and_the_other_way_round_better() -> None:
    fine, broken = a_report(), a_report(failed=("a.txt",))

    (worse,), (better,) = compare_reports(fine, broken).changes, compare_reports(broken, fine).changes

    assert (worse.kind, worse.reason) == (ChangeKind.WORSE, "It is empty.")
    assert (better.kind, better.after) == (ChangeKind.BETTER, "read in full")


def test_a_broken_file_that_was_taken_away_is_not_said_to_be_read() -> None:
    old, new = a_report(failed=("gone.txt",)), a_report()

    (change,) = compare_reports(old, new).changes

    assert change.after == "no longer among the files"


def test_worst_comes_first_then_the_heavier_weight_then_the_higher_priority() -> None:
    def named(name: str, outcome: str, weight: str, priority: int) -> Any:
        return a_finding(outcome, gap_id=name, weight=weight, priority=priority)

    old = a_report(named("closed", "not met", "essential", 9))
    new = a_report(
        named("closed", "met", "essential", 9),
        named("light", "not met", "helpful", 9),
        named("heavy", "not met", "essential", 1),
        named("heavier", "not met", "essential", 2),
    )

    assert [change.id for change in compare_reports(old, new).changes] == ["heavier", "heavy", "light", "closed"]


def test_other_rules_or_another_council_are_noted() -> None:
    other = a_report(pack="2") | {"councils": ["Bexmoor Council"]}

    notes = compare_reports(a_report(), other).notes

    assert any("Aldermere Council; now Bexmoor Council" in note for note in notes)
    assert any("The rules differ" in note and note.endswith(": p.") for note in notes)


@pytest.mark.parametrize("other", [{}, {"schema": "gap-report/2"}, {"schema": "gap-report/1", "statements": [1]}])
def test_what_is_no_gap_report_is_refused(other: Any) -> None:
    with pytest.raises(ValueError, match="gap report"):
        compare_reports(a_report(), other)


def _of_the_run(report: Any, *findings: Any, **settings: str) -> Any:
    run = report["run"] | {"settings": settings}
    return report | {"findings": list(findings), "run": run}


def test_questions_that_a_plan_makes_possible_are_newly_asked_and_not_new() -> None:
    unasked = a_finding("not applicable", gap_id="plan.smart")
    gap = a_finding("not met", gap_id="plan.smart/row 1") | {"rule": "plan.smart"}

    found = compare_reports(_of_the_run(a_report(), unasked), _of_the_run(a_report(), gap, actions="plan.xlsx"))

    assert [(one.kind, one.id) for one in found.changes] == [(ChangeKind.NEWLY_ASKED, "plan.smart/row 1")]
    assert (
        "An action plan was given and was not before: questions about it are asked for the first time." in found.notes
    )


@pytest.mark.parametrize(
    ("old", "settings"),
    [
        (a_finding("met", gap_id="plan.smart"), {"actions": "plan.xlsx"}),
        (a_finding("not applicable", gap_id="plan.smart"), {}),
    ],
    ids=["it was asked before", "no sheet is new"],
)
def test_a_gap_is_new_where_it_was_asked_before_or_no_sheet_is_new(old: Any, settings: dict[str, str]) -> None:
    gap = a_finding("not met", gap_id="plan.smart")

    found = compare_reports(_of_the_run(a_report(), old), _of_the_run(a_report(), gap, **settings))

    assert [one.kind for one in found.changes] == [ChangeKind.NEW]


def test_a_sheet_that_is_no_longer_given_is_told() -> None:
    found = compare_reports(_of_the_run(a_report(), register="register.csv"), _of_the_run(a_report()))

    assert found.notes == (
        "A register of evidence was given before and is not now: questions about it are no longer asked.",
    )


def test_an_attestation_that_has_become_suspect_is_said_to_be_so() -> None:
    (change,) = compare_reports(
        a_report(a_finding("not met", "attested")), a_report(a_finding("not met", "suspect"))
    ).changes

    assert (change.kind, change.before) == (ChangeKind.WORSE, "not met")
    assert change.after == "not met, what its attestation rests on has changed"

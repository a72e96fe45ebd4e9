"""Waivers and attestations mark findings, for a time, and change no outcome."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.domain.actions import ActionPlan, ActionRow
from checker.domain.assessment import Assessment
from checker.domain.decision import Attestation, DecisionState, Method, Waiver
from checker.domain.finding import Finding, Flag, Outcome
from checker.errors import DataError
from checker.stages.waivers import (
    Decisions,
    Marked,
    decisions_of_plan,
    mark_findings,
    read_attestations,
    read_waivers,
)
from checker.testing import STATEMENT, a_book, a_finding, a_rule, an_assessment, an_expectation

GAP = f"{STATEMENT}/data-sharing/data-sharing.evidenced"
DAY = "2026-01-31"
DOCUMENT_HASH = "1" * 64


def a_waiver(gap_id: str = GAP, *, start: str = "2026-01-01", end: str = "2026-12-31") -> Waiver:
    return Waiver(
        gap_id=gap_id, person="Ida Marsh", role="Director", reason="R", risk="K", start=start, end=end, place="w.yaml:2"
    )


def an_attestation(*evidence: str, start: str = "2026-01-01", end: str = "2026-12-31") -> Attestation:
    return Attestation(
        gap_id=GAP,
        person="Bo Lane",
        role="Head",
        reason="R",
        start=start,
        end=end,
        place="a.yaml:2",
        method=Method.INTERVIEW,
        evidence=evidence,
    )


def the_assessment(day: str = DAY) -> Assessment:
    return an_assessment(book=a_book(an_expectation(rules=[a_rule()])), as_of=day)


def marked(*decisions: Waiver | Attestation, outcome: Outcome = Outcome.NOT_MET, day: str = DAY) -> Marked:
    both = Decisions(
        waivers=tuple(one for one in decisions if isinstance(one, Waiver)),
        attestations=tuple(one for one in decisions if isinstance(one, Attestation)),
    )
    finding = Finding(rule_id="data-sharing.evidenced", outcome=outcome, reason="Because.", searched=("x",))
    return mark_findings([finding], both, the_assessment(day))


def test_a_gap_under_a_waiver_in_force_stays_a_gap_and_is_waived() -> None:
    found = marked(a_waiver())

    assert found.findings[0].outcome is Outcome.NOT_MET
    assert found.findings[0].flags == (Flag.WAIVED,)
    assert found.waivers[0].state is DecisionState.IN_FORCE
    assert found.warnings == ()


@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-31"])
def test_the_first_and_the_last_day_count(day: str) -> None:
    assert marked(a_waiver(), day=day).findings[0].flags == (Flag.WAIVED,)


def test_an_expired_waiver_covers_nothing_and_says_so() -> None:
    found = marked(a_waiver(end="2026-01-30"))

    assert found.findings[0].flags == ()
    assert found.waivers[0].state is DecisionState.EXPIRED
    assert found.warnings == (
        f"The waiver of {GAP} by Ida Marsh expired on 2026-01-30: the gap counts as open (w.yaml:2).",
    )


def test_a_waiver_that_was_renewed_is_not_complained_of() -> None:
    found = marked(a_waiver(end="2026-01-30"), a_waiver())

    assert found.findings[0].flags == (Flag.WAIVED,)
    assert found.warnings == ()


def test_a_waiver_before_its_first_day_covers_nothing() -> None:
    found = marked(a_waiver(start="2026-02-01"))

    assert found.findings[0].flags == ()
    assert found.waivers[0].state is DecisionState.NOT_YET


@pytest.mark.parametrize(("end", "soon"), [("2026-03-02", True), ("2026-03-03", False)])
def test_a_waiver_that_ends_within_30_days_is_announced(end: str, soon: bool) -> None:
    found = marked(a_waiver(end=end))

    assert found.waivers[0].ends_soon is soon
    assert [f"ends soon, on {end}" in warning for warning in found.warnings] == ([True] if soon else [])


def test_a_waiver_of_what_is_no_gap_is_unused() -> None:
    found = marked(a_waiver(), outcome=Outcome.MET)

    assert found.findings[0].flags == ()
    assert found.waivers[0].state is DecisionState.UNUSED
    assert "is not used: this run found no such gap" in found.warnings[0]


def test_a_waiver_of_a_statement_out_of_scope_is_not_called_unused() -> None:
    found = marked(a_waiver("quiet-homes/x/x.evidenced"))

    assert found.waivers[0].state is DecisionState.NOT_ASKED
    assert found.warnings == ()


def test_an_attestation_stands_beside_the_outcome() -> None:
    found = marked(an_attestation(DOCUMENT_HASH[:12]))

    assert found.findings[0].outcome is Outcome.NOT_MET
    assert found.findings[0].flags == (Flag.ATTESTED,)


def test_an_attestation_whose_evidence_has_changed_is_suspect() -> None:
    found = marked(an_attestation(DOCUMENT_HASH[:12], "2" * 64))

    assert found.findings[0].flags == (Flag.SUSPECT,)
    assert found.attestations[0].suspect
    assert "rests on a file that has changed or gone" in found.warnings[0]


def test_an_expired_attestation_marks_nothing() -> None:
    found = marked(an_attestation("2" * 64, end="2026-01-30"))

    assert found.findings[0].flags == ()
    assert found.warnings[0].endswith("expired on 2026-01-30 (a.yaml:2).")


def test_findings_keep_their_order_and_their_own_flags() -> None:
    stale = replace(a_finding(), flags=(Flag.STALE,))
    other = Finding(rule_id="data-sharing.evidenced", outcome=Outcome.MET, reason="R.", searched=("x",), item="b")

    found = mark_findings([other, stale], Decisions(waivers=(a_waiver(),)), the_assessment())

    assert [one.flags for one in found.findings] == [(), (Flag.STALE, Flag.WAIVED)]


WAIVER = """\
waivers:
  - gap: a/b/c
    person: Ida Marsh
    role: Director
    reason: A new system comes.
    risk: It may stay unseen.
    start: 2026-01-01
    end: "2026-06-30"
"""


def test_a_file_of_waivers_is_read_with_the_place_of_each(tmp_path: Path) -> None:
    (tmp_path / "waivers.yaml").write_text(WAIVER, encoding="utf-8")

    (waiver,) = read_waivers(tmp_path / "waivers.yaml")

    assert (waiver.gap_id, waiver.start, waiver.end, waiver.place) == (
        "a/b/c",
        "2026-01-01",
        "2026-06-30",
        "waivers.yaml:2",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    risk: It may stay unseen.\n", "", "waivers.yaml:2: the key 'risk' is missing"),
        ('"2026-06-30"', '"2026-06-31"', "waivers.yaml:8: '2026-06-31' is not a day of the calendar"),
        ('"2026-06-30"', '"2025-06-30"', "waivers.yaml:8: it ends before it starts"),
        ('"2026-06-30"', "never", "waivers.yaml:8: "),
        ("role: Director", "role: Director\n    rule: x", "waivers.yaml:5: unknown key 'rule'"),
    ],
)
def test_a_mistake_in_a_file_of_waivers_has_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "waivers.yaml").write_text(WAIVER.replace(old, new), encoding="utf-8")

    with pytest.raises(DataError) as error:
        read_waivers(tmp_path / "waivers.yaml")

    assert message in str(error.value)


def test_an_attestation_says_its_method_and_its_evidence(tmp_path: Path) -> None:
    text = WAIVER.replace("waivers:", "attestations:").replace(
        "risk: It may stay unseen.", 'method: test\n    evidence: ["0123456789ab"]'
    )
    (tmp_path / "attestations.yaml").write_text(text, encoding="utf-8")

    (attestation,) = read_attestations(tmp_path / "attestations.yaml")

    assert attestation.method is Method.TEST
    assert attestation.evidence == ("0123456789ab",)


def a_typed_waiver(**other: str) -> ActionPlan:
    typed = {
        "waived_by": "Ida Marsh",
        "waived_role": "Director",
        "waived_reason": "A new system comes.",
        "waived_risk": "It may stay unseen.",
        "waived_from": "1/1/26",
        "waived_until": "30/6/26",
    } | other
    days = {"waived_from": "2026-01-01", "waived_until": "2026-06-30"}
    typed = {key: text for key, text in typed.items() if text}
    days = {key: day for key, day in days.items() if key in typed and other.get(key) is None}
    return ActionPlan(name="p", rows=(ActionRow(gap_id=GAP, typed=typed, days=days, place="plan.xlsx, row 2"),))


def test_a_waiver_typed_into_the_plan_counts_like_one_in_a_file() -> None:
    decisions = decisions_of_plan(a_typed_waiver())

    assert [(one.gap_id, one.end) for one in decisions.waivers] == [(GAP, "2026-06-30")]
    assert decisions.problems == ()


def test_a_waiver_that_is_not_complete_does_not_count_and_says_what_it_lacks() -> None:
    decisions = decisions_of_plan(a_typed_waiver(waived_risk="", waived_until="soon"))

    assert decisions.waivers == ()
    assert decisions.problems == (
        "plan.xlsx, row 2: this waiver does not count: Risk of waiving is empty; Waived until is no date.",
    )


def test_an_attestation_typed_into_the_plan_is_bound_to_the_evidence_seen() -> None:
    typed = {
        "attested_by": "Bo Lane",
        "attested_role": "Head",
        "attested_method": "Interview",
        "attested_reason": "Asked three managers.",
        "attested_from": "1/1/26",
        "attested_until": "30/6/26",
    }
    days = {"attested_from": "2026-01-01", "attested_until": "2026-06-30"}
    row = ActionRow(gap_id=GAP, typed=typed, days=days, seen={"evidence": "aaaaaaaaaaaa bbbbbbbbbbbb"})

    (attestation,) = decisions_of_plan(ActionPlan(name="p", rows=(row,))).attestations

    assert attestation.method is Method.INTERVIEW
    assert attestation.evidence == ("aaaaaaaaaaaa", "bbbbbbbbbbbb")

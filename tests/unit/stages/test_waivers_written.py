"""Waivers and attestations as people write them: in files, and typed into the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain.actions import ActionPlan, ActionRow
from checker.domain.decision import Method
from checker.errors import DataError
from checker.stages.waivers import decisions_of_plan, read_attestations, read_waivers

from .deciding import GAP

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
        ("plan.xlsx, row 2", "this waiver does not count: Risk of waiving is empty; Waived until is no date."),
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

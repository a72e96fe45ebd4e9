"""Waivers and attestations mark findings, for a time, and change no outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain.decision import DecisionState
from checker.domain.finding import Finding, Flag, Outcome
from checker.stages.waivers import Decisions, mark_findings
from checker.testing import a_finding

from .deciding import DOCUMENT_HASH, GAP, a_waiver, an_attestation, marked, the_assessment


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


def test_a_decision_that_must_be_confirmed_marks_nothing_and_is_listed_as_unused() -> None:
    unconfirmed = replace(a_waiver(), to_confirm="Waived from"), replace(an_attestation(), to_confirm="Attested from")

    found = marked(*unconfirmed)

    assert found.findings[0].flags == ()
    assert {one.state for one in (*found.waivers, *found.attestations)} == {DecisionState.UNUSED}
    assert "a new day under Attested from confirms it" in found.warnings[0]


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

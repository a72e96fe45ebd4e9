"""Waivers and attestations, and a finding marked by them."""

from __future__ import annotations

from checker.domain.assessment import Assessment
from checker.domain.decision import Attestation, Method, Waiver
from checker.domain.finding import Finding, Outcome
from checker.stages.waivers import Decisions, Marked, mark_findings
from checker.testing import STATEMENT, a_book, a_rule, an_assessment, an_expectation

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

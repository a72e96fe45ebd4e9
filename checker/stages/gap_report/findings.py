"""Findings as the gap report shows them: with their rule's words, a stable id and a priority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.domain.assessment import Assessment
from checker.domain.finding import Citation, Finding, Outcome
from checker.domain.gap_headlines import urgency
from checker.domain.gap_id import gap_id_of
from checker.domain.pack import Expectation, Rule, Weight
from checker.domain.report import ReportedFinding

TOP_GAPS = 5
WEIGHT_POINTS = {Weight.ESSENTIAL: 3, Weight.EXPECTED: 2, Weight.HELPFUL: 1}
OUTCOME_POINTS = {Outcome.NOT_MET: 2, Outcome.PARTLY_MET: 1}
FORMULA = (
    "Priority = weight (essential 3, expected 2, helpful 1) × outcome (not met 2, partly met 1) × number of "
    "I statements and parts of the commitment that the expectation serves (1 for a rule without an expectation); "
    "essential gaps that are not met come before all others; the first gap of each expectation is listed; of equal "
    "ones the quality statements take turns."
)


def reported_findings(assessment: Assessment, findings: Iterable[Finding]) -> tuple[ReportedFinding, ...]:
    """Return the findings with their rules' words, sorted by gap id. Every finding's rule must be in the book."""
    rules = {rule.id: rule for rule in assessment.book.rules}
    expectations = {expectation.id: expectation for expectation in assessment.book.expectations}
    reported = (
        _reported(finding, rules[finding.rule_id], expectations.get(rules[finding.rule_id].expectation))
        for finding in findings
    )
    return tuple(sorted(reported, key=lambda finding: finding.gap_id))


def top_gaps(findings: Iterable[ReportedFinding]) -> tuple[str, ...]:
    """
    Return the ids of the open gaps that matter most, at most one for each expectation.

    Essential gaps that are not met come before all others, whatever their priority. Of equal ones the quality
    statements take turns, else by gap id: five gaps of one statement would hide the others.
    """
    chosen: dict[str, ReportedFinding] = {}
    for finding in sorted(findings, key=urgency):
        if finding.is_open:
            chosen.setdefault(finding.expectation or finding.gap_id, finding)
    turns: Counter[tuple[object, ...]] = Counter()
    ordered = []
    for finding in chosen.values():
        *rank, gap_id = urgency(finding)
        place = *rank, finding.statement
        ordered.append((*rank, turns[place], gap_id))
        turns[place] += 1
    return tuple(str(gap_id) for *_, gap_id in sorted(ordered)[:TOP_GAPS])


def _reported(finding: Finding, rule: Rule, expectation: Expectation | None) -> ReportedFinding:
    statement = expectation.statement if expectation else rule.statement
    return ReportedFinding(
        gap_id=gap_id_of(rule, statement, finding.item),
        rule=rule.id,
        title=rule.title,
        outcome=finding.outcome,
        weight=rule.weight,
        reason=finding.reason,
        remedy=rule.remedy,
        why=rule.why,
        statement=statement,
        expectation=rule.expectation,
        flags=finding.flags,
        citations=tuple(Citation.of(passage) for passage in finding.citations),
        searched=finding.searched,
        priority=_priority(finding, rule, expectation),
        item=finding.item,
        not_before=finding.not_before,
        exposes=rule.exposes,
        gap_title=rule.gap_title,
    )


def _priority(finding: Finding, rule: Rule, expectation: Expectation | None) -> int:
    served = len(set(expectation.serves)) if expectation else 0
    return WEIGHT_POINTS[rule.weight] * OUTCOME_POINTS.get(finding.outcome, 0) * max(1, served)

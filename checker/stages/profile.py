"""
The profile: counts of statuses, outcomes and open gaps, with what serves each I statement and part of a commitment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from checker.domain.assessment import Assessment, ExpectationStatus
from checker.domain.finding import Finding, Flag, Outcome
from checker.domain.framework import QualityStatement
from checker.domain.pack import Expectation, Weight
from checker.domain.profile import Profile, ServedProfile


def profile(assessment: Assessment, findings: Iterable[Finding]) -> Profile:
    """Return the counts. If no document could be read, every expectation in scope is `not assessed`."""
    expectations = [each for each in assessment.book.expectations if each.statement in assessment.scope]
    statuses = {each.id: _status(each, assessment) for each in expectations}
    statements = [each for each in assessment.book.framework.statements if each.id in assessment.scope]
    of = {each.id: [one for one in expectations if one.statement == each.id] for each in statements}
    found = tuple(findings)
    return Profile(
        statuses=statuses,
        expectation_statuses=_by_status(statuses.values()),
        outcomes=_outcomes(found),
        open_gaps=_open_gaps(found, assessment),
        statements={each: _by_status(statuses[one.id] for one in own) for each, own in of.items()},
        served={each.id: _served(each, of[each.id], statuses) for each in statements},
    )


def _status(expectation: Expectation, assessment: Assessment) -> ExpectationStatus:
    if not assessment.readable:
        return ExpectationStatus.NOT_ASSESSED
    return assessment.evidence(expectation.id).status


def _by_status(statuses: Iterable[ExpectationStatus]) -> dict[ExpectationStatus, int]:
    counts = Counter(statuses)
    return {status: counts[status] for status in ExpectationStatus}


def _outcomes(findings: tuple[Finding, ...]) -> dict[Outcome, int]:
    counts = Counter(finding.outcome for finding in findings)
    return {outcome: counts[outcome] for outcome in Outcome}


def _open_gaps(findings: tuple[Finding, ...], assessment: Assessment) -> dict[Weight, int]:
    weights = {rule.id: rule.weight for rule in assessment.book.rules}
    counts = Counter(
        weights[finding.rule_id] for finding in findings if finding.outcome.is_gap and Flag.WAIVED not in finding.flags
    )
    return {weight: counts[weight] for weight in Weight}


def _served(
    statement: QualityStatement, expectations: list[Expectation], statuses: Mapping[str, ExpectationStatus]
) -> dict[str, ServedProfile]:
    serving = {each.id: [one.id for one in expectations if each.id in one.serves] for each in statement.served}
    return {
        each: ServedProfile(expectations=tuple(ids), statuses=_by_status(statuses[one] for one in ids))
        for each, ids in serving.items()
    }

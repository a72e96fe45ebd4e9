"""What rests on one document, on the council's own word, or on figures that contradict each other. Part of `plans`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.domain.assessment import Assessment, ExpectationStatus, Side
from checker.domain.plans import Contradiction, Plans, SingleSupport
from checker.domain.report import GapReport, ReportedExpectation
from checker.stages.plans.least_effort import least_effort

_AFFIRMED = frozenset({ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED})


def plans(report: GapReport, assessment: Assessment, contradicting: frozenset[str]) -> Plans:
    """Return what follows from a report; `contradicting` are the rules that find what contradicts."""
    return Plans(
        least_effort=least_effort(report),
        single_supports=_single_supports(report),
        contradictions=tuple(_contradictions(report, contradicting)),
        own_word_only=tuple(one.id for one in _expectations(report) if _own_word(one, assessment)),
    )


def _expectations(report: GapReport) -> Iterator[ReportedExpectation]:
    for statement in report.statements:
        yield from statement.expectations


def _single_supports(report: GapReport) -> tuple[SingleSupport, ...]:
    resting: dict[str, list[str]] = defaultdict(list)
    for one in _expectations(report):
        affirming = [name for name, status in one.by_document.items() if status in _AFFIRMED]
        if len(affirming) == 1:
            resting[affirming[0]].append(one.id)
    found = [SingleSupport(document=name, expectations=tuple(ids)) for name, ids in resting.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.expectations), one.document)))


def _own_word(one: ReportedExpectation, assessment: Assessment) -> bool:
    voices = assessment.evidence(one.id).voices(Side.FOR)
    return bool(voices) and assessment.own_voices.issuperset(voices)


def _contradictions(report: GapReport, rules: frozenset[str]) -> Iterator[Contradiction]:
    for finding in report.all_findings:
        if finding.rule in rules and finding.is_gap:
            documents = tuple(sorted({citation.document for citation in finding.citations}))
            yield Contradiction(gap_id=finding.gap_id, item=finding.item, documents=documents)

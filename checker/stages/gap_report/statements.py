"""Quality statements and expectations as the gap report shows them; every statement of the framework is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.domain.assessment import SIDE_OF, Assessment, Evidence, EvidenceKey, ExpectationStatus, Side
from checker.domain.document import ReadStatus
from checker.domain.evidence import Claim, Passage, Polarity
from checker.domain.finding import Citation
from checker.domain.framework import Framework, QualityStatement, Served
from checker.domain.pack import Expectation
from checker.domain.packed_statuses import PackedStatuses
from checker.domain.profile import Profile, ServedProfile
from checker.domain.report import Counts, ReportedExpectation, ReportedFinding, ReportedServed, ReportedStatement
from checker.stages.gap_report.sections import reported_section

KEPT_A_SIDE = 5


def reported_statements(
    assessment: Assessment, findings: Sequence[ReportedFinding], profile: Profile
) -> tuple[ReportedStatement, ...]:
    """Return every quality statement, in the framework's order."""
    return tuple(
        _statement(statement, assessment, findings, profile) for statement in assessment.book.framework.statements
    )


def kept_passages(evidence: Evidence) -> tuple[Passage, ...]:
    """Return the passages that the report shows of an expectation: at most five a side, those for it first."""
    return tuple(passage for side in Side for passage in evidence.on(side)[:KEPT_A_SIDE])


def _statement(
    statement: QualityStatement, assessment: Assessment, findings: Sequence[ReportedFinding], profile: Profile
) -> ReportedStatement:
    book = assessment.book
    own = [expectation for expectation in book.expectations if expectation.statement == statement.id]
    has_pack = bool(own) or any(rule.statement == statement.id for rule in book.rules)
    in_scope = has_pack and statement.id in assessment.scope
    served = profile.served.get(statement.id, {}) if in_scope else {}
    return ReportedStatement(
        id=statement.id,
        number=statement.number,
        title=statement.title,
        theme=statement.theme,
        in_scope=in_scope,
        has_pack=has_pack,
        i_statements=_served(statement.i_statements, served),
        commitment=statement.commitment,
        commitment_parts=_served(statement.commitment_parts, served),
        statuses=_statuses(profile.statements.get(statement.id, {}) if in_scope else {}),
        expectations=tuple(_expectation(each, assessment, findings, profile) for each in own if in_scope),
        findings=tuple(each for each in findings if each.statement == statement.id and not each.expectation),
        section=reported_section(statement.id, assessment),
    )


def _served(served: Iterable[Served], profiles: Mapping[str, ServedProfile]) -> tuple[ReportedServed, ...]:
    nothing = ServedProfile(expectations=(), statuses={})
    return tuple(
        ReportedServed(
            id=each.id,
            text=each.text,
            statuses=_statuses(profiles.get(each.id, nothing).statuses),
            expectations=profiles.get(each.id, nothing).expectations,
        )
        for each in served
    )


def _statuses(counts: Mapping[ExpectationStatus, int]) -> dict[str, int]:
    return {status.value: counts.get(status, 0) for status in ExpectationStatus}


def _expectation(
    expectation: Expectation, assessment: Assessment, findings: Iterable[ReportedFinding], profile: Profile
) -> ReportedExpectation:
    evidence = assessment.evidence(expectation.id)
    return ReportedExpectation(
        id=expectation.id,
        title=expectation.title,
        serves=expectation.serves,
        why=expectation.why,
        looked_for=tuple(phrase.text for phrase in expectation.look_for),
        status=profile.statuses[expectation.id],
        by_document=_by_document(evidence, assessment),
        counts=counts_of(evidence, assessment.book.framework),
        strengths=evidence.count(side=Side.FOR),
        against=evidence.count(side=Side.AGAINST),
        latest_evidence=evidence.latest or None,
        evidence=tuple(Citation.of(passage) for passage in kept_passages(evidence)),
        findings=tuple(each for each in findings if each.expectation == expectation.id),
        subtopic=expectation.subtopic,
        fact_status=expectation.status.value,
        cannot_tell=expectation.cannot_tell,
        reliability=expectation.reliability,
        measured=expectation.measured,
        suspect=expectation.suspect,
        latest_by_category=evidence.latest_by_category,
    )


def _by_document(evidence: Evidence, assessment: Assessment) -> Mapping[str, ExpectationStatus]:
    """Return what each document alone says; documents in which nothing was found are left out, unread ones are not."""
    unread = [record.name for record in assessment.documents if record.status is ReadStatus.FAILED]
    if not unread and ExpectationStatus.ABSENT not in evidence.by_document.values():
        return evidence.by_document
    found = {name: status for name, status in evidence.by_document.items() if status is not ExpectationStatus.ABSENT}
    return PackedStatuses.of({**found, **dict.fromkeys(unread, ExpectationStatus.NOT_ASSESSED)}, ExpectationStatus)


def counts_of(evidence: Evidence, framework: Framework) -> Counts:
    """
    Return the counts of an expectation's passages; a passage against counts only where this is its main expectation.

    Every value that the framework knows is listed, 0 too; a value that it does not know follows, sorted.
    """
    counted = {key: number for key, number in evidence.counts.items() if key.main or not key.polarity.reports_shortfall}
    categories = [category.id for category in framework.used_categories]
    return Counts(
        polarity=_tally(counted, "polarity", [each.value for each in Polarity]),
        voice=_tally(counted, "voice", [voice.id for voice in framework.voices]),
        evidence_category=_tally(counted, "evidence_category", categories),
        claim=_tally(counted, "claim", [each.value for each in Claim]),
        strengths_by_category=_tally(_on(Side.FOR, counted), "evidence_category", categories),
        shortfalls_by_category=_tally(_on(Side.AGAINST, counted), "evidence_category", categories),
    )


def _on(side: Side, counts: Mapping[EvidenceKey, int]) -> dict[EvidenceKey, int]:
    return {key: number for key, number in counts.items() if SIDE_OF[key.polarity] is side}


def _tally(counts: Mapping[EvidenceKey, int], attribute: str, known: Sequence[str]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for key, number in counts.items():
        found[str(getattr(key, attribute))] += number
    return {value: found[value] for value in [*known, *sorted(set(found) - set(known))]}

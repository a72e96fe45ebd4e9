"""The gap report as a value: everything that any output format shows, in one fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.councils import council_key
from checker.domain.assessment import Assessment, DocumentRecord
from checker.domain.decision import ReportedAttestation, ReportedWaiver
from checker.domain.document import ReadStatus
from checker.domain.evidence import Passage
from checker.domain.finding import Finding, Outcome
from checker.domain.framework import FactStatus, Framework
from checker.domain.profile import Profile
from checker.domain.report import GapReport, NotAssessed, ReportedFinding, ReportedStatement, RunRecord, Summary
from checker.stages.gap_report.findings import FORMULA, reported_findings, top_gaps
from checker.stages.gap_report.pack_notes import pack_warnings
from checker.stages.gap_report.statements import kept_passages, reported_statements
from checker.values import replace

MOST_NOT_RECOGNISED = 100
_NUMBER = re.compile(r"(\d+)")
_DIGITS = 12


def build_gap_report(
    *,
    assessment: Assessment,
    findings: Iterable[Finding],
    profile: Profile,
    run: RunRecord,
    not_assessed: Iterable[NotAssessed] = (),
    warnings: Iterable[str] = (),
    sentences: Callable[[], Iterator[Mapping[str, object]]] = lambda: iter(()),
    title: str = "",
    waivers: Iterable[ReportedWaiver] = (),
    attestations: Iterable[ReportedAttestation] = (),
) -> GapReport:
    """
    Return the gap report.

    `not_assessed` and `warnings` are what only the run knows, e.g. plugins that failed; files that could not be read
    and rules that could not be asked are added here, so that none can be forgotten. Without `title` the council's name
    makes one.
    """
    found = tuple(findings)
    report = _of_assessment(assessment, found, profile, run)
    return replace(
        report,
        title=title or _title(report.councils),
        not_assessed=_not_assessed(assessment, found, not_assessed),
        warnings=_warnings(assessment, report.councils, warnings),
        waivers=tuple(waivers),
        attestations=tuple(attestations),
        sentences=sentences,
    )


def _of_assessment(assessment: Assessment, found: tuple[Finding, ...], profile: Profile, run: RunRecord) -> GapReport:
    """Return the report without what only the run knows."""
    reported = reported_findings(assessment, found)
    statements = reported_statements(assessment, reported, profile)
    return GapReport(
        framework=assessment.book.framework,
        run=run,
        title="",
        councils=_councils(assessment),
        notice=_notice(assessment.book.framework, statements),
        summary=_summary(assessment, reported, profile),
        documents=tuple(sorted(assessment.documents, key=lambda record: record.name)),
        statements=statements,
        findings=tuple(finding for finding in reported if not finding.statement and not finding.expectation),
        passages=_passages(assessment, found),
        not_recognised=_not_recognised(assessment.documents),
        not_assessed=(),
        warnings=(),
        observations=assessment.observations,
        tailoring=assessment.book.overrides,
    )


def _councils(assessment: Assessment) -> tuple[str, ...]:
    """Return the councils that documents name, each once by its fullest name, whatever its form."""
    names = {record.council for record in assessment.readable if record.council}
    once = {council_key(name): name for name in sorted(names, key=lambda name: (len(name), name))}
    return tuple(sorted(once.values()))


def _title(councils: Sequence[str]) -> str:
    return f"Gap report: {councils[0]}" if len(councils) == 1 else "Gap report"


def _notice(framework: Framework, statements: Iterable[ReportedStatement]) -> tuple[str, ...]:
    shown = [expectation for statement in statements for expectation in statement.expectations]
    ours = sum(1 for expectation in shown if expectation.fact_status != FactStatus.CONFIRMED)
    expectations = "expectation" if len(shown) == 1 else "expectations"
    unconfirmed = (
        f"Not confirmed: {ours} of {len(shown)} {expectations}. What is marked so is a reading of the framework, not "
        f"words of {framework.publisher}."
    )
    return (
        "This report is not a rating and not a prediction of one.",
        f"It is not endorsed by {framework.publisher}.",
        "Supported means that evidence was found in these documents and says so, not that a duty is met.",
        "Absent means that nothing was found by the words looked for, not that there is no evidence.",
        "Not assessed means that something could not be read or asked. It is never good news.",
        *([unconfirmed] if ours else []),
        *framework.attribution,
    )


def _summary(assessment: Assessment, findings: Sequence[ReportedFinding], profile: Profile) -> Summary:
    """Files are counted once: read, read only in part, or not read."""
    statuses = [record.status for record in assessment.documents]
    return Summary(
        files_total=len(statuses),
        files_read=statuses.count(ReadStatus.OK),
        files_partial=statuses.count(ReadStatus.PARTIAL),
        files_failed=statuses.count(ReadStatus.FAILED),
        sentences=sum(record.sentences for record in assessment.documents),
        sentences_recognised=sum(record.recognised for record in assessment.documents),
        expectation_statuses={status.value: number for status, number in profile.expectation_statuses.items()},
        outcomes={outcome.value: number for outcome, number in profile.outcomes.items()},
        open_gaps={weight.value: number for weight, number in profile.open_gaps.items()},
        top_gaps=top_gaps(findings),
        formula=FORMULA,
    )


def _passages(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Passage, ...]:
    """Return every passage that an expectation or a finding cites, once, in the order of the documents."""
    shown = [
        passage
        for expectation in assessment.book.expectations
        if expectation.statement in assessment.scope
        for passage in kept_passages(assessment.evidence(expectation.id))
    ]
    cited = shown + [passage for finding in findings for passage in finding.citations]
    once = {(passage.document, passage.start, passage.end): passage for passage in reversed(cited)}
    return tuple(once[place] for place in sorted(once))


def _not_recognised(documents: Iterable[DocumentRecord]) -> tuple[Passage, ...]:
    """Return a few sentences that no expectation recognised, spread evenly over the documents."""
    ranked = [
        (rank, passage.document, passage.start, passage)
        for record in documents
        for rank, passage in enumerate(record.not_recognised)
    ]
    few = [passage for *_, passage in sorted(ranked, key=lambda each: each[:3])[:MOST_NOT_RECOGNISED]]
    return tuple(sorted(few, key=lambda passage: (passage.document, passage.start)))


def _not_assessed(
    assessment: Assessment, findings: Iterable[Finding], told: Iterable[NotAssessed]
) -> tuple[NotAssessed, ...]:
    """
    Return everything that failed, each once; what the run told goes before what is seen here.

    Where no document could be read at all, the files say it and the rules, none of which was asked, are not listed.
    """
    files = [
        NotAssessed(what="file", name=record.name, reason=record.reason or "It could not be read in full.")
        for record in assessment.documents
        if record.status is not ReadStatus.OK
    ]
    rules = [
        NotAssessed(what="rule", name=finding.rule_id, reason=finding.reason)
        for finding in findings
        if finding.outcome is Outcome.NOT_ASSESSED and assessment.readable
    ]
    reasons: dict[tuple[str, str], list[str]] = {}
    for each in [*told, *files, *rules]:
        found = reasons.setdefault((each.what, each.name), [])
        if each.reason not in found:
            found.append(each.reason)
    return tuple(
        NotAssessed(what=what, name=name, reason=" ".join(reasons[what, name])) for what, name in sorted(reasons)
    )


def _warnings(assessment: Assessment, councils: Sequence[str], told: Iterable[str]) -> tuple[str, ...]:
    mixed = (
        f"These documents name different councils ({', '.join(councils)}). Statuses over all documents mix councils; "
        "see each document, or run them apart."
    )
    unread = sum(1 for record in assessment.documents if record.status is not ReadStatus.OK)
    files = f"{len(assessment.documents)} {'file' if len(assessment.documents) == 1 else 'files'}"
    there = "in it" if unread == 1 else "in them"
    lost = f"{unread} of {files} could not be read in full: what is missing here may be {there}."
    of_packs = pack_warnings(assessment.book, assessment.scope)
    return (
        *([mixed] if len(councils) > 1 else []),
        *([lost] if unread else []),
        *of_packs,
        *sorted(set(told), key=_by_numbers),
    )


def _by_numbers(text: str) -> tuple[str, ...]:
    """Return a text as it sorts with "row 9" before "row 10"."""
    return tuple(part.zfill(_DIGITS) if part.isdecimal() else part for part in _NUMBER.split(text))

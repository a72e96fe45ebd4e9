"""Builders of whole gap reports for the tests of reporters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from checker.domain.actions import ActionRow, GapState, PlannedAction
from checker.domain.assessment import DocumentRecord, ExpectationStatus
from checker.domain.change import Change, ChangeKind
from checker.domain.decision import DecisionState, ReportedWaiver
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.evidence import Passage
from checker.domain.finding import Outcome
from checker.domain.observation import Observations
from checker.domain.pack import Weight
from checker.domain.plans import Contradiction, LeastEffort, Plans, SingleSupport, Step
from checker.domain.report import (
    GapReport,
    NotAssessed,
    ReportedExpectation,
    ReportedFinding,
    ReportedStatement,
    Summary,
)
from checker.stages.sharing import concerns
from checker.testing import STATEMENT, a_framework, a_passage, a_run

from .report_parts import SAID, a_reported_expectation, a_reported_finding, a_reported_statement, the_passages


def a_gap_report(
    statements: Sequence[ReportedStatement],
    passages: Sequence[Passage],
    documents: Sequence[DocumentRecord],
    **other: Any,
) -> GapReport:
    """Return a report whose summary fits its contents."""
    given: dict[str, Any] = {
        "framework": a_framework(),
        "run": a_run({"fail_on": "essential"}),
        "title": "Gap report: Larkmere County Council",
        "councils": ("Larkmere County Council",),
        "notice": ("This is not a rating and not a prediction of one.",),
        "summary": _summary(statements, documents),
        "documents": tuple(documents),
        "statements": tuple(statements),
        "findings": (),
        "passages": tuple(passages),
        "not_recognised": (),
        "not_assessed": (),
        "warnings": (),
        "before_sharing": concerns(documents, Observations()),
    }
    return GapReport(**(given | other))


def _summary(statements: Sequence[ReportedStatement], documents: Sequence[DocumentRecord]) -> Summary:
    found = [one for statement in statements for one in statement.expectations]
    findings = [finding for one in found for finding in one.findings]
    by_file = Counter(record.status for record in documents)
    gaps = sorted((one for one in findings if one.is_open), key=lambda one: (-one.priority, one.gap_id))
    return Summary(
        files_total=len(documents),
        files_read=by_file[ReadStatus.OK],
        files_partial=by_file[ReadStatus.PARTIAL],
        files_failed=by_file[ReadStatus.FAILED],
        sentences=sum(record.sentences for record in documents),
        sentences_recognised=sum(record.recognised for record in documents),
        expectation_statuses={status.value: sum(one.status is status for one in found) for status in ExpectationStatus},
        outcomes={outcome.value: sum(one.outcome is outcome for one in findings) for outcome in Outcome},
        open_gaps={weight.value: sum(one.weight is weight for one in gaps) for weight in Weight},
        top_gaps=tuple(one.gap_id for one in gaps[:5]),
        formula="Priority = weight (essential 3, expected 2, helpful 1) × (not met 2, partly met 1) × promises served.",
    )


def _documents(*names: str) -> tuple[DocumentRecord, ...]:
    return tuple(
        DocumentRecord(
            name=name,
            sha256="1" * 64,
            size=9,
            status=ReadStatus.OK,
            kind=DocumentKind.MINUTES,
            kind_reason="its folder",
            council="Larkmere County Council",
            date="2026-03-31",
            sentences=40,
            recognised=9,
            hidden={"comment": 2},
        )
        for name in names
    )


def _told(one: ReportedExpectation, text: Callable[[str], str]) -> ReportedExpectation:
    findings = tuple(
        replace(finding, title=text(finding.title), reason=text(finding.reason), remedy=text(finding.remedy))
        for finding in one.findings
    )
    looked_for = tuple(map(text, one.looked_for))
    return replace(one, title=text(one.title), why=text(one.why), looked_for=looked_for, findings=findings)


def build(text: Callable[[str], str] = str, *, document: str = "library/board-minutes.md") -> GapReport:
    """Return a rich report; `text` changes everything that comes from documents, packs and plugins."""
    framework = a_framework()
    said = {name: [(polarity, voice, text(words)) for polarity, voice, words in says] for name, says in SAID.items()}
    found = [a_reported_expectation(name, STATEMENT, framework, says, document) for name, says in said.items()]
    found = [_told(one, text) for one in found]
    passages = [passage for name, says in said.items() for passage in the_passages(name, says, document)]
    statements = [
        a_reported_statement(framework.statements[0], found),
        a_reported_statement(framework.statements[1], ()),
    ]
    broken = DocumentRecord(
        name=text("scan.txt"), sha256="2" * 64, size=1, status=ReadStatus.FAILED, reason=text("It is empty.")
    )
    partial = replace(_documents("survey.html")[0], status=ReadStatus.PARTIAL, reason=text("Two pages are pictures."))
    craft = a_reported_finding(
        "", "", Outcome.NOT_MET, passages[0], rule="craft.acronyms", item=text("ICB"), searched=(text("ICB"),)
    )
    return a_gap_report(
        statements,
        passages,
        (*_documents(document), partial, broken),
        findings=(craft,),
        title=text("Gap report: Larkmere"),
        councils=(text("Larkmere County Council"),),
        warnings=(text("These documents name different councils."),),
        not_assessed=(NotAssessed(what="file", name=text("scan.txt"), reason=text("It is empty.")),),
        not_recognised=(a_passage(text("The library has a new roof."), document=document),),
        actions=(_an_action(text), *_rows_without_action(found, craft)),
        waivers=(_a_waiver(text),),
        changes=(_a_change(text),),
        plans=_plans(text, document),
        sentences=lambda: iter([{"doc": "a", "text": text("x")}, {"doc": "a", "status": {"impact": "absent"}}]),
    )


CO_PRODUCTION = f"{STATEMENT}/co-production/co-production.evidenced"
OLD_EVIDENCE = f"{STATEMENT}/data-sharing/data-sharing.recent"


def _plans(text: Callable[[str], str], document: str) -> Plans:
    step = Step(
        title=text("Set up a panel"),
        statement=STATEMENT,
        expectation="co-production",
        gaps=(CO_PRODUCTION,),
        priority=12,
    )
    return Plans(
        least_effort=LeastEffort(steps=(step,), gaps=2, covered=1),
        single_supports=(SingleSupport(document=document, expectations=("data-sharing",)),),
        contradictions=(Contradiction(gap_id=CO_PRODUCTION, item=text("waits"), documents=(document, text("b.md"))),),
        own_word_only=("co-production",),
    )


def _an_action(text: Callable[[str], str]) -> PlannedAction:
    """The action beside the gap of co-production; its due date is before the date of the assessment."""
    typed = {"action": text("Set up a panel"), "owner": text("Head of commissioning"), "status": text("in progress")}
    typed |= {"due": "31/01/2025"}
    row = ActionRow(gap_id=CO_PRODUCTION, typed=typed, days={"due": "2025-01-31"})
    return PlannedAction(gap_id=CO_PRODUCTION, state=GapState.OPEN, due=row.due, typed=typed, row=row)


def _rows_without_action(found: Sequence[ReportedExpectation], craft: ReportedFinding) -> tuple[PlannedAction, ...]:
    gaps = [finding for one in found for finding in one.findings if finding.is_open] + [craft]
    return tuple(
        PlannedAction(gap_id=gap.gap_id, state=GapState.OPEN, title=gap.title)
        for gap in gaps
        if gap.gap_id != CO_PRODUCTION
    )


def _a_waiver(text: Callable[[str], str]) -> ReportedWaiver:
    return ReportedWaiver(
        gap_id=OLD_EVIDENCE,
        person=text("A. Director"),
        role=text("Director"),
        reason=text("The survey is every two years."),
        risk=text("Low"),
        start="2026-01-01",
        end="2027-03-31",
        state=DecisionState.IN_FORCE,
    )


def _a_change(text: Callable[[str], str]) -> Change:
    kind, title = ChangeKind.WORSE, text("Evidence is there: People and carers shape services")
    return Change(kind=kind, what="gap", id=CO_PRODUCTION, title=title, before="partly met", after="not met")


def nine_statements() -> GapReport:
    """Return a report over nine statements with five expectations each."""
    framework = a_framework()
    nine = [replace(framework.statements[0], id=f"s{number}", title=f"Statement {number}") for number in range(1, 10)]
    passages = [passage for name, says in SAID.items() for passage in the_passages(name, says, "minutes.md")]
    statements = []
    for statement in nine:
        found = (
            a_reported_expectation(name, statement.id, framework, says, "minutes.md") for name, says in SAID.items()
        )
        own = [_of_statement(one, statement.id) for one in found]
        statements.append(a_reported_statement(statement, own))
    return a_gap_report(statements, passages, _documents(*(f"evidence/file-{number:03}.docx" for number in range(60))))


def _of_statement(one: ReportedExpectation, statement: str) -> ReportedExpectation:
    own = f"{statement}-{one.id}"
    findings = tuple(replace(finding, expectation=own) for finding in one.findings)
    return replace(one, id=own, title=f"{one.title} ({statement})", findings=findings)


def nothing() -> GapReport:
    """Return the report of a run in which nothing was read and nothing was in scope."""
    statements = [a_reported_statement(one, ()) for one in a_framework().statements]
    return a_gap_report(statements, (), (), councils=(), title="")

"""Builders of what a gap report is made of: expectations and statements with what was found for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checker.domain.assessment import ExpectationStatus
from checker.domain.evidence import Claim, Passage, Polarity
from checker.domain.finding import Citation, Flag, Outcome
from checker.domain.framework import Framework, QualityStatement
from checker.domain.pack import Weight
from checker.domain.report import (
    Counts,
    ReportedExpectation,
    ReportedFinding,
    ReportedServed,
    ReportedStatement,
)
from checker.testing import a_passage

Says = Sequence[tuple[Polarity, str, str]]
"""Passages in short: polarity, voice, text."""

FOR, AGAINST, BOTH, PLANNED = Polarity.STRENGTH, Polarity.SHORTFALL, Polarity.MIXED, Polarity.PLANNED
SAID: Mapping[str, Says] = {
    "shared-objectives": (
        (
            FOR,
            "local-authority",
            "The five-year plan for care was agreed with the NHS, housing and police in March 2026.",
        ),
        (FOR, "partners", "NHS leaders said that they and the council set priorities together every spring."),
    ),
    "data-sharing": (
        (FOR, "staff", "Duty workers open the shared care record before each visit."),
        (FOR, "partners", "Ward managers said that they see the care plan on the day of admission."),
        (AGAINST, "providers", "Home care agencies told us that they wait for days to be told about a change of plan."),
        (BOTH, "staff", "The record saves calls, although night workers cannot open it."),
        (PLANNED, "local-authority", "We will give care homes access next year."),
    ),
    "vcs-funding": (
        (
            AGAINST,
            "partners",
            "Charities said that grants are renewed so late that they give notice to staff every February.",
        ),
    ),
    "co-production": (),
    "impact": (),
}
STATUS = {
    "shared-objectives": ExpectationStatus.SUPPORTED,
    "data-sharing": ExpectationStatus.MIXED,
    "vcs-funding": ExpectationStatus.SHORTFALL,
    "co-production": ExpectationStatus.ABSENT,
    "impact": ExpectationStatus.NOT_ASSESSED,
}
TITLES = {
    "shared-objectives": "Partners agree on what they want to achieve together",
    "data-sharing": "Care information reaches partners who need it, safely",
    "vcs-funding": "Voluntary groups know their funding in good time",
    "co-production": "People and carers shape services",
    "impact": "Partnership work changes something for people",
}
OUTCOME = {
    ExpectationStatus.SUPPORTED: Outcome.MET,
    ExpectationStatus.MIXED: Outcome.PARTLY_MET,
    ExpectationStatus.SHORTFALL: Outcome.NOT_MET,
    ExpectationStatus.ABSENT: Outcome.NOT_MET,
    ExpectationStatus.NOT_ASSESSED: Outcome.NOT_ASSESSED,
}


def the_passages(expectation: str, says: Says, document: str) -> tuple[Passage, ...]:
    start = sum(map(ord, expectation)) * 1000
    return tuple(
        replace(
            a_passage(
                text,
                document=document,
                start=start + 300 * place,
                expectations=[expectation],
                polarity=polarity,
                voice=voice,
            ),
            line=12 + place,
            heading_path=("Partnerships", "How we share"),
        )
        for place, (polarity, voice, text) in enumerate(says)
    )


def _counts(passages: Sequence[Passage], framework: Framework) -> Counts:
    def by(values: Iterator[str], allowed: Sequence[str]) -> dict[str, int]:
        found = Counter(values)
        return {value: found.get(value, 0) for value in allowed}

    categories = [category.id for category in framework.evidence_categories]
    return Counts(
        polarity=by((one.polarity.value for one in passages), [polarity.value for polarity in Polarity]),
        voice=by((one.voice for one in passages), [voice.id for voice in framework.voices]),
        evidence_category=by((one.evidence_category for one in passages), categories),
        claim=by((one.claim.value for one in passages), [claim.value for claim in Claim]),
        strengths_by_category=by((one.evidence_category for one in passages if one.affirmed), categories),
        shortfalls_by_category=by(
            (one.evidence_category for one in passages if one.polarity.reports_shortfall), categories
        ),
    )


def a_reported_finding(
    expectation: str, statement: str, outcome: Outcome, *cited: Passage, **other: Any
) -> ReportedFinding:
    """Return a finding of an expectation's rule `evidenced`, or of another `rule`."""
    rule = other.pop("rule", f"{expectation}.evidenced")
    given: dict[str, Any] = {
        "gap_id": f"{statement}/{expectation}/{rule}",
        "rule": rule,
        "title": f"Evidence is there: {TITLES.get(expectation, rule)}",
        "outcome": outcome,
        "weight": Weight.ESSENTIAL,
        "reason": f"{len(cited)} of 6 documents say so.",
        "remedy": "Add minutes or a survey that shows it, with its date.",
        "statement": statement,
        "expectation": expectation,
        "citations": tuple(Citation.of(passage) for passage in cited),
        "priority": 12 if outcome.is_gap else 0,
    }
    return ReportedFinding(**(given | other))


def a_reported_expectation(
    name: str, statement: str, framework: Framework, says: Says, document: str
) -> ReportedExpectation:
    """Return an expectation with its usual status, counts and findings, from what is said."""
    passages = the_passages(name, says, document)
    main = a_reported_finding(name, statement, OUTCOME[STATUS[name]], *passages[:3])
    return ReportedExpectation(
        id=name,
        title=TITLES.get(name, name),
        serves=("commitment.share",),
        why="People should not have to tell their story twice.",
        looked_for=("shared care record", "share|exchange ... information|data", "=GNCR"),
        status=STATUS[name],
        by_document={document: STATUS[name]} if passages else {},
        counts=_counts(passages, framework),
        strengths=sum(one.affirmed for one in passages),
        against=sum(one.polarity.reports_shortfall for one in passages),
        latest_evidence="2025-03-31" if any(one.affirmed for one in passages) else None,
        evidence=tuple(Citation.of(one) for one in passages),
        findings=(main, *_other_findings(name, statement)),
        fact_status="unconfirmed" if name == "vcs-funding" else "confirmed",
        cannot_tell="Whether what is shared is right.",
        reliability="https://example.org/data" if name == "data-sharing" else "",
    )


def _other_findings(name: str, statement: str) -> tuple[ReportedFinding, ...]:
    """Return what the other rules of an expectation say; those of `data-sharing` are of every kind."""
    rest = a_reported_finding(
        name, statement, Outcome.NOT_APPLICABLE, rule=f"{name}.voices", title="Enough voices are heard"
    )
    if name != "data-sharing":
        return (rest,)
    old = a_reported_finding(
        name,
        statement,
        Outcome.NOT_MET,
        rule=f"{name}.recent",
        title="The evidence is recent",
        weight=Weight.HELPFUL,
        flags=(Flag.STALE, Flag.WAIVED),
        priority=4,
    )
    review = a_reported_finding(
        name, statement, Outcome.NEEDS_REVIEW, rule=f"{name}.dated", title="The evidence has a date"
    )
    return (rest, old, review)


def _served(statement: QualityStatement, statuses: Mapping[str, int]) -> tuple[tuple[ReportedServed, ...], ...]:
    none = dict.fromkeys(statuses, 0)
    i_statements = tuple(ReportedServed(id=one.id, text=one.text, statuses=none) for one in statement.i_statements)
    parts = (ReportedServed(id=one.id, text=one.text, statuses=statuses) for one in statement.commitment_parts)
    return i_statements, tuple(parts)


def a_reported_statement(statement: QualityStatement, expectations: Sequence[ReportedExpectation]) -> ReportedStatement:
    """Return a statement; in scope if it has expectations."""
    found = Counter(one.status.value for one in expectations)
    statuses = {status.value: found.get(status.value, 0) for status in ExpectationStatus}
    i_statements, parts = _served(statement, statuses)
    return ReportedStatement(
        id=statement.id,
        number=statement.number,
        title=statement.title,
        theme=statement.theme,
        in_scope=bool(expectations),
        has_pack=bool(expectations),
        i_statements=i_statements,
        commitment=statement.commitment,
        commitment_parts=parts,
        statuses=statuses,
        expectations=tuple(expectations),
    )


def clashes(*outcomes: Outcome) -> tuple[ReportedFinding, ...]:
    """Return findings of one rule about the whole run, one for each outcome."""
    return tuple(
        a_reported_finding("", "", outcome, rule="figures.agree", item=f"item-{place}", gap_id=f"figures.agree/{place}")
        for place, outcome in enumerate(outcomes)
    )

"""Criterion `newer_evidence_cited`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from checker import Assessment, DocumentRecord, ExpectationStatus, Finding, Outcome, Rule, counted

from .asking import (
    NO_REGISTER,
    NO_SELF_ASSESSMENT,
    finding,
    named,
    not_applicable,
    number,
    parameters,
    self_assessments,
)
from .citing import Library, named_by

_AFFIRMING = frozenset({ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED})


class NewerEvidenceCited:
    """
    Is evidence that is much newer than the self-assessment cited in it?

    Evidence is what affirms an expectation or is listed for a quality statement. A self-assessment that cites what is
    much newer than its own date has a date that no longer holds, or cites something else than is meant: a person must
    look. So must one where it has no date. Of several self-assessments each is asked.
    """

    name = "newer_evidence_cited"
    about = "Evidence much newer than the self-assessment is cited in it."
    schema = parameters(
        months={
            "type": "integer",
            "minimum": 0,
            "description": "How many months evidence may be newer without being cited.",
        }
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return one finding for each self-assessment."""
        own = self_assessments(assessment)
        if not own:
            return [not_applicable(rule, NO_SELF_ASSESSMENT)]
        if assessment.register is None:
            return [not_applicable(rule, NO_REGISTER)]
        return [_finding(rule, assessment, record, own) for record in assessment.readable if record.name in own]


def _finding(rule: Rule, assessment: Assessment, record: DocumentRecord, own: tuple[str, ...]) -> Finding:
    item = record.name  # several parts of one self-assessment may share a title
    if not record.date:
        reason = "The self-assessment says no date, so that it cannot be compared with its evidence."
        return finding(rule, Outcome.NEEDS_REVIEW, reason, item=item)
    evidence = list(_evidence(assessment, own))
    last = _later(record.date, number(rule, "months"))
    newer = [one for one in evidence if one.date > last]
    uncited = _uncited(newer, assessment, own)
    looked = f"{counted(len(evidence), 'dated document')} of evidence"
    if uncited:
        told = named([f"{one.title or one.name} ({one.date})" for one in uncited])
        reason = f"It is dated {record.date}; newer evidence is not cited in it: {told}. Consider an update."
        return finding(rule, Outcome.PARTLY_MET, reason, searched=looked, item=item)
    if newer:
        told = named([f"{one.title or one.name} ({one.date})" for one in newer])
        reason = f"It is dated {record.date} and cites what is much newer: {told}. Is its date still right?"
        return finding(rule, Outcome.NEEDS_REVIEW, reason, searched=looked, item=item)
    reason = f"It is dated {record.date}; no evidence that it does not cite is much newer."
    return finding(rule, Outcome.MET, reason, searched=looked, item=item)


def _evidence(assessment: Assessment, own: tuple[str, ...]) -> Iterable[DocumentRecord]:
    return (record for record in assessment.readable if record.name not in own and record.date and _is_evidence(record))


def _is_evidence(record: DocumentRecord) -> bool:
    """Whether a document is evidence for something: it affirms an expectation, or is listed for a statement."""
    return bool(_AFFIRMING & set(record.statuses.values()) or record.tags.statements)


def _uncited(newer: list[DocumentRecord], assessment: Assessment, own: tuple[str, ...]) -> list[DocumentRecord]:
    library = Library(assessment)
    meant = frozenset[str]().union(*(library.meant(one) for one in named_by(assessment, own)))
    return [record for record in newer if record.name not in meant]


def _later(day: str, months: int) -> str:
    """Return the day so many months later; the last day of a month that is shorter."""
    start = date.fromisoformat(day)
    months += start.month - 1
    year, month = start.year + months // 12, months % 12 + 1
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month, min(start.day, last)).isoformat()
        except ValueError:
            continue
    return day

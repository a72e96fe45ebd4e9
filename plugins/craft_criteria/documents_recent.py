"""Criterion `documents_recent`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker import Assessment, DocumentRecord, Finding, Outcome, Rule, counted, find_periods, in_words, listed

from .asking import MOST_NAMED, fault, met, not_applicable, numbers, outcome_of
from .schemas import OUTCOME, named, numbers_by_name, parameters


class DocumentsRecent:
    """
    Is each document younger than its kind may be, and has no strategy's own last year passed?

    `months` names the kinds of document that are looked at and their limits. The date is the one that the document
    states; what the file system says of dates is never used. Documents without a date need a person: they are one
    finding. Not applicable: there is no document of these kinds.
    """

    name = "documents_recent"
    about = "Documents are younger than their kind may be."
    schema = parameters(
        ("months",),
        months=named(
            numbers_by_name("Months that a document of each kind may be old."),
            {"strategy-or-policy": "strategy or policy"},
        ),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each document that is too old, and one for all that have no date."""
        limits = numbers(rule, "months")
        looked_at = [record for record in assessment.readable if record.kind.value in limits]
        if not looked_at:
            return not_applicable(rule, "No document of these kinds was read.")
        findings = []
        undated = []
        for record in looked_at:
            reason = _too_old(record, limits[record.kind.value], assessment.as_of)
            if reason:
                findings.append(fault(rule, outcome_of(rule), reason, item=record.name, searched=record.name))
            elif not record.date and not _last_day(record):
                undated.append(record.name)
        if undated:
            findings.append(_undated(rule, undated))
        reason = f"{counted(len(looked_at), 'document')} of these kinds were read; none is older than its limit."
        return findings or met(rule, reason, sorted(limits))


def _too_old(record: DocumentRecord, months: int, as_of: str) -> str:
    """Say why a document is too old; empty if it is not."""
    kind = record.kind.value.replace("-", " ")
    last = _last_day(record)
    if last and last < as_of:
        return f"By its title it ran until {in_words(last)}, and this report is of {in_words(as_of)}."
    if not last and record.date and _months_between(record.date, as_of) >= months:
        old = counted(months, "month")
        return f"Its date is {in_words(record.date)}; by its kind ({kind}) it may be {old} old on {in_words(as_of)}."
    return ""


def _last_day(record: DocumentRecord) -> str:
    """Return the last day of the years that a title names ("Carers strategy 2019-2023"); empty if it names none."""
    periods = [period for period in find_periods(record.title) if period.start[:4] < period.end[:4]]
    return max((period.end for period in periods if _is_long(period.start, period.end)), default="")


def _is_long(start: str, end: str) -> bool:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days > 366


def _months_between(stated: str, as_of: str) -> int:
    first, last = date.fromisoformat(stated), date.fromisoformat(as_of)
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _undated(rule: Rule, names: Sequence[str]) -> Finding:
    few = listed(names[:MOST_NAMED]) if len(names) <= MOST_NAMED else ", ".join(names[:MOST_NAMED]) + " and others"
    reason = f"No date was found in {counted(len(names), 'document')}: {few}."
    return fault(rule, Outcome.NEEDS_REVIEW, reason, item="no date", searched="dates of documents")

"""Criterion `review_dates_ahead`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, DocumentRecord, Finding, Observation, Rule, counted, in_words

from .asking import fault, met, not_applicable, outcome_of
from .schemas import OUTCOME, parameters


class ReviewDatesAhead:
    """
    Does no document say that it was to be reviewed, or ends, on a day that has passed, and the register of none?

    The day of the assessment decides. What the document itself says last counts before the register. Not applicable:
    neither states such a day.
    """

    name = "review_dates_ahead"
    about = "No document's own review date has passed."
    schema = parameters((), outcome=OUTCOME)

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each document whose review date has passed."""
        stated = assessment.observations.kind("review-date")
        latest = {one.document: one for one in sorted(stated, key=lambda one: (one.value, one.start))}
        listed = [one for one in assessment.documents if one.tags.review and one.name not in latest]
        if not latest and not listed:
            return not_applicable(rule, "No document states when it is to be reviewed.")
        today = assessment.as_of
        findings = [
            *(_by_itself(rule, one, today) for _, one in sorted(latest.items()) if one.value < today),
            *(_by_its_tags(rule, one, today) for one in listed if one.tags.review < today),
        ]
        reason = f"Of the review dates that {counted(len(latest) + len(listed), 'document')} stated, none has passed."
        return findings or met(rule, reason, ["review dates"])


def _by_itself(rule: Rule, one: Observation, today: str) -> Finding:
    reason = f"It says “{one.text}”, and that day was {in_words(one.value)}; this report is of {in_words(today)}."
    return fault(rule, outcome_of(rule), reason, [one.citation], item=one.document)


def _by_its_tags(rule: Rule, record: DocumentRecord, today: str) -> Finding:
    source = f": {record.tags.reasons['review']}" if "review" in record.tags.reasons else ""
    reason = f"It was to be reviewed by {in_words(record.tags.review)}{source}. This report is of {in_words(today)}."
    return fault(rule, outcome_of(rule), reason, item=record.name)

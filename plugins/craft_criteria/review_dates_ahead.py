"""Criterion `review_dates_ahead`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Rule, counted, in_words

from .asking import fault, met, not_applicable, outcome_of
from .schemas import OUTCOME, parameters


class ReviewDatesAhead:
    """
    Does no document say that it was to be reviewed, or ends, on a day that has passed?

    The day of the assessment decides. Not applicable: no document states such a day.
    """

    name = "review_dates_ahead"
    about = "No document's own review date has passed."
    schema = parameters((), outcome=OUTCOME)

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each document whose review date has passed."""
        stated = assessment.observations.kind("review-date")
        if not stated:
            return not_applicable(rule, "No document states when it is to be reviewed.")
        latest = {one.document: one for one in sorted(stated, key=lambda one: (one.value, one.start))}
        passed = [one for _, one in sorted(latest.items()) if one.value < assessment.as_of]
        today = in_words(assessment.as_of)
        findings = [
            fault(
                rule,
                outcome_of(rule),
                f"It says “{one.text}”, and that day was {in_words(one.value)}; this report is of {today}.",
                [one.citation],
                item=one.document,
            )
            for one in passed
        ]
        reason = f"Of the review dates that {counted(len(latest), 'document')} stated, none has passed."
        return findings or met(rule, reason, ["review dates"])

"""Criterion `sections_long_enough`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Rule, counted

from .asking import (
    NO_SELF_ASSESSMENT,
    fault,
    met,
    not_applicable,
    outcome_of,
    self_assessments,
    whole_number,
)
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Sections


class SectionsLongEnough:
    """
    Has each section of the self-assessment about a quality statement in scope at least so many words?

    A short section is there: whether one is missing or empty is another rule's question. What stands under all
    headings of a statement counts together.
    """

    name = "sections_long_enough"
    about = "No section of the self-assessment is too short to say where the council stands."
    schema = parameters(("words",), words=a_number("Words that a section has at least.", least=1), outcome=OUTCOME)

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each section that is very short."""
        if not self_assessments(assessment):
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        parts = Sections(assessment).of_statements(assessment.scope)
        if not parts:
            return not_applicable(rule, "No heading of the self-assessment names a quality statement in scope.")
        least = whole_number(rule, "words", 1)
        findings = []
        for part in parts:
            words = part.counts["words"]
            if 0 < words < least:
                reason = f"The section “{part.title}” is there, but very short: {counted(words, 'word')}, not {least}."
                findings.append(fault(rule, outcome_of(rule), reason, [part.opening], item=part.item))
        reason = f"Each of {counted(len(parts), 'section')} has {least} words or more."
        return findings or met(rule, reason, ["words of each section"])

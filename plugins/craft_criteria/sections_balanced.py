"""Criterion `sections_balanced`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Rule

from .asking import (
    NO_SELF_ASSESSMENT,
    counted,
    fault,
    met,
    not_applicable,
    outcome_of,
    self_assessments,
    whole_number,
)
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections


class SectionsBalanced:
    """
    Is each statement's section of a length like the others', and the whole not too long?

    A section is measured against the median of all (`least` and `most`, in per cent of it); with fewer than `fewest`
    sections nothing is compared. `whole` is the most words of the whole self-assessment.
    """

    name = "sections_balanced"
    about = "Sections are of like length, and the whole is not too long."
    schema = parameters(
        ("least", "most", "fewest", "whole"),
        least=a_number("Per cent of the median length that a section has at least."),
        most=a_number("Per cent of the median length that a section has at most.", least=100),
        fewest=a_number("So many sections there must be to compare them.", least=2),
        whole=a_number("Words that the whole self-assessment has at most.", least=1),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each section that stands out, and one for the whole if it is too long."""
        if not self_assessments(assessment):
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        sections = Sections(assessment)
        parts = sections.of_statements(assessment.scope)
        total = sum(part.counts["words"] for part in sections.parts)
        most = whole_number(rule, "whole", 0)
        findings = list(_standing_out(rule, parts))
        if total > most:
            reason = f"The self-assessment has {total:,} words; at most {most:,} advised."
            findings.append(fault(rule, outcome_of(rule), reason, item="whole", searched="words"))
        reason = (
            f"{counted(len(parts), 'section')} about quality statements and {total:,} words in all: nothing stands out."
        )
        return findings or met(rule, reason, ["words of each section"])


def _standing_out(rule: Rule, parts: Sequence[Part]) -> list[Finding]:
    if len(parts) < whole_number(rule, "fewest", 2):
        return []
    from statistics import median  # with fractions and all: it costs more than the question

    middle = median(part.counts["words"] for part in parts)
    least, most = middle * whole_number(rule, "least", 0) / 100, middle * whole_number(rule, "most", 100) / 100
    findings = []
    for part in parts:
        words = part.counts["words"]
        if not least <= words <= most:
            than = "shorter" if words < least else "longer"
            has = f"“{part.title}” has {counted(words, 'word')}"
            reason = f"{has}: much {than} than the others, whose median is {middle:,.0f}."
            findings.append(fault(rule, outcome_of(rule), reason, [part.opening], item=part.item))
    return findings

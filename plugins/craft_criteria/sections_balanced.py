"""Criterion `sections_balanced`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Rule, counted

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections

_TIMES_AS_FAR = 6
_LEAST_SPREAD = 0.04
"""Of the median: how far sections are taken to differ from it at the least."""


class SectionsBalanced:
    """
    Is each statement's section of a length like the others', and the whole not too long?

    A section is measured against the median of all (`least` and `most`, in per cent of it); with fewer than `fewest`
    sections nothing is compared. Where the sections are much alike, one that is six times as far from the median as is
    usual stands out as well, beyond `least_alike` and `most_alike`. `whole` is the most words of the whole
    self-assessment.
    """

    name = "sections_balanced"
    about = "Sections are of like length, and the whole is not too long."
    schema = parameters(
        ("least", "most", "fewest", "whole"),
        least=a_number("Per cent of the median length that a section has at least."),
        most=a_number("Per cent of the median length that a section has at most.", least=100),
        least_alike=a_number("Per cent at least where the other sections are much alike."),
        most_alike=a_number("Per cent at most where the other sections are much alike.", least=100),
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

    lengths = [part.counts["words"] for part in parts]
    middle = median(lengths)
    usual = max(median(abs(words - middle) for words in lengths), _LEAST_SPREAD * middle)
    findings = []
    for part in parts:
        words = part.counts["words"]
        unlike = abs(words - middle) > _TIMES_AS_FAR * usual
        if _beyond(rule, words, middle) or (unlike and _beyond(rule, words, middle, "_alike")):
            than = "shorter" if words < middle else "longer"
            has = f"“{part.title}” has {counted(words, 'word')}"
            reason = f"{has}: much {than} than the others, whose median is {middle:,.0f}."
            findings.append(fault(rule, outcome_of(rule), reason, [part.opening], item=part.item))
    return findings


def _beyond(rule: Rule, words: int, middle: float, kind: str = "") -> bool:
    """Whether a length is beyond the rule's limits of this kind; a limit that it does not set holds nothing."""
    least, most = whole_number(rule, f"least{kind}", 0), whole_number(rule, f"most{kind}", 0)
    share = 100 * words / middle if middle else 100
    return share < least or bool(most and share > most)

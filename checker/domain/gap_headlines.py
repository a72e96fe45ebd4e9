"""What a gap is called, and which gap comes first: the same in every list of the report, the plan and the changes."""

from __future__ import annotations

from checker.domain.finding import Outcome
from checker.domain.pack import Weight
from checker.domain.report import ReportedFinding
from checker.values import replace

_WITHOUT_GAP_TITLE = {Outcome.NOT_MET: "Not met", Outcome.PARTLY_MET: "Only partly met"}

Urgency = tuple[bool, bool, int, bool, str]
"""Sorts first what is most urgent; the gap id comes last, so that no two are equal."""


def headline(finding: ReportedFinding) -> str:
    """Return what is missing where a finding is a gap, else the rule's title, which alone would read as good news."""
    if not finding.is_gap:
        return finding.title
    return finding.gap_title or f"{_WITHOUT_GAP_TITLE[finding.outcome]}: {finding.title}"


def question_headline(finding: ReportedFinding) -> str:
    """Return the headline without the expectation, which the words of a default rule name after a colon."""
    short = replace(finding, title=_first(finding.title), gap_title=_first(finding.gap_title))
    return headline(short)


def urgency(finding: ReportedFinding) -> Urgency:
    """Return what sorts findings: open gaps first, essential ones that are not met before all others, then priority."""
    essential = finding.weight is Weight.ESSENTIAL
    missing = essential and finding.outcome is Outcome.NOT_MET
    return not finding.is_open, not missing, -finding.priority, not essential, finding.gap_id


def _first(text: str) -> str:
    return text.partition(": ")[0]

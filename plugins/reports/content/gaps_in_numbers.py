"""How many gaps are open, in a sentence."""

from __future__ import annotations

from checker import Weight

from ..wording import count, listed, number
from .lookup import Lookup


def gaps_in_numbers(look: Lookup) -> str:
    """Return how many gaps are open, by weight."""
    gaps = look.report.summary.open_gaps
    total = sum(gaps.values())
    waived = sum(finding.is_gap and not finding.is_open for finding in look.findings.values())
    tail = f" {count(waived, 'gap is', 'gaps are')} waived and still listed." if waived else ""
    if not total:
        asked = any(look.report.summary.outcomes.values())
        return f"No gaps are open.{tail}" if asked else "No question was asked, so no gap could be found."
    kinds = listed([f"{number(gaps[weight.value])} {weight.value}" for weight in Weight if gaps.get(weight.value)])
    return f"{count(total, 'gap is', 'gaps are')} open: {kinds}.{tail}".capitalize()

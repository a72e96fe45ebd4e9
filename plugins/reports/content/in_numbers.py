"""The report in a sentence or two: how many gaps are open, and for how much there is evidence."""

from __future__ import annotations

from collections.abc import Mapping

from checker import ExpectationStatus, Weight, counted, listed

from ..wording import number, of
from .lookup import Lookup
from .open_questions import one_question_in_many


def lead(look: Lookup) -> str:
    """Return what a report says first: its open gaps; where none is open, what evidence there is."""
    if not any(look.report.summary.open_gaps.values()):
        return statuses_in_words(look.report.summary.expectation_statuses)
    told = (_open_gaps(look), one_question_in_many(look), _waived(look), _of_the_plan(look))
    return " ".join(filter(None, told))


def gaps_in_numbers(look: Lookup) -> str:
    """Return how many gaps are open, by weight, those of the action plan itself left out."""
    return " ".join(filter(None, (_open_gaps(look), _waived(look))))


def _open_gaps(look: Lookup) -> str:
    gaps = look.report.open_gaps
    total = sum(gaps.values())
    if not total:
        asked = any(look.report.summary.outcomes.values())
        return "No gaps are open." if asked else "No question was asked, so no gap could be found."
    kinds = listed([f"{number(gaps[weight.value])} {weight.value}" for weight in Weight if gaps.get(weight.value)])
    return f"{counted(total, 'gap is', 'gaps are')} open: {kinds}.".capitalize()


def _waived(look: Lookup) -> str:
    waived = sum(finding.is_gap and not finding.is_open for finding in look.findings.values())
    return f"{counted(waived, 'gap is', 'gaps are')} waived and still listed." if waived else ""


def _of_the_plan(look: Lookup) -> str:
    """Return how many gaps the action plan has: told apart, since a first plan is no worse than none."""
    own = sum(look.report.plan_gaps.values())
    return f"The action plan itself has {counted(own, 'gap', 'gaps')}, counted apart." if own else ""


def statuses_in_words(by_status: Mapping[str, int]) -> str:
    """Return in words how many expectations have each status, with the denominator."""
    total = sum(by_status.values())
    supported, mixed, shortfall, absent, failed = (by_status.get(status.value, 0) for status in ExpectationStatus)
    if not total:
        return "No expectation was in scope, so nothing is said of any."
    if failed == total:
        return f"Nothing could be assessed: {counted(total, 'expectation')} in scope, and no evidence could be read."
    parts = [f"Evidence was found for {of(supported + mixed, total, 'expectation')}."]
    parts += [f"For {number(mixed)} of these, shortfalls are reported too."] if mixed else []
    parts += [f"For {number(shortfall)}, only shortfalls were found."] if shortfall else []
    parts += [f"For {number(absent)}, nothing was found."] if absent else []
    parts += [f"{number(failed)} could not be assessed."] if failed else []
    return " ".join(parts)

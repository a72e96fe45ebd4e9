"""Every gap in one table that a reader can narrow down to their own rows."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Outcome, ReportedFinding, counted, urgency

from ..wording import FLAG_WORDS, number, plain
from .belonging import NO_OWNER, WHOLE, belongs
from .decided_briefly import actions_told
from .findings import outcome_tag
from .lookup import Lookup
from .naming import missing_and_expected
from .parts import Heading, Line, Link, Paragraph, Part, Table, words

_SHOWN = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NEEDS_REVIEW, Outcome.NOT_ASSESSED)


def all_gaps(look: Lookup) -> Iterator[Part]:
    """Yield the table, heaviest gap first and waived ones last; then what a person must decide."""
    if look.extent.brief:
        return
    found = [finding for finding in look.report.all_findings if finding.outcome in _SHOWN]
    yield Heading(level=2, text="Every gap, heaviest first", anchor="gaps")
    if not found:
        told = "No gap was found by the questions asked." if look.report.all_findings else "No question was asked."
        yield Paragraph(line=words(told))
        return
    ordered = sorted(found, key=_heaviest_first)
    gaps = sum(one.is_gap for one in found)
    own = sum(one.is_gap and one.rule in look.report.summary.plan_rules for one in found)
    rest = f", {number(own)} of them of the action plan itself" if own else ""
    rest += f", and {counted(len(found) - gaps, 'question')} for a person to decide or not assessed" * (
        gaps < len(found)
    )
    yield Table(
        caption=f"{counted(gaps, 'gap')}{rest}".capitalize(),
        head=("Gap or question", "Quality statement", "Outcome", "Weight and priority", "Owner and action"),
        rows=tuple(_row(finding, look) for finding in ordered),
        belongs=tuple(belongs(finding, look) for finding in ordered),
    )


def _heaviest_first(one: ReportedFinding) -> tuple[object, ...]:
    return not one.is_open, not one.is_gap, urgency(one)


def _row(finding: ReportedFinding, look: Lookup) -> tuple[Line, ...]:
    asked, wanted = missing_and_expected(finding, look)
    item = f" ({look.titles.get(finding.item) or plain(finding.item)})" if finding.item else ""
    question: Line = (Link(asked, f"#{look.gap_target(finding)}"), item)
    if wanted:
        question = (*question, f" ({wanted})")
    flags = "".join(f", {FLAG_WORDS[flag]}" for flag in finding.flags)
    priority = f", {number(finding.priority)}" if finding.is_open else ""
    return (
        question,
        words(look.titles.get(finding.statement) or WHOLE),
        (outcome_tag(finding.outcome),),
        words(f"{finding.weight.value.capitalize()}{priority}{flags}"),
        words(actions_told(finding, look) or NO_OWNER),
    )

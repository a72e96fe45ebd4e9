"""Findings about the documents as a whole, rule by rule: what is asked of many items is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker import Outcome, ReportedFinding, counted, headline

from ..wording import number, plain
from .belonging import WHOLE, belongs
from .decided_briefly import action_told, waiver_told
from .findings import TO_ACT_ON, finding_box, other_answers, outcome_tag
from .lookup import Lookup
from .parts import Belongs, Box, Fold, Heading, Line, Paragraph, Part, Strong, Table, words

_ORDER = tuple(Outcome)
_WHOSE = Belongs(statement=WHOLE)


def run_findings(look: Lookup) -> Iterator[Part]:
    """Yield what needs somebody to act, the heaviest rule first; then the other answers, folded."""
    found = look.report.findings
    if not found:
        return
    yield Heading(level=2, text="Questions about the documents as a whole", anchor="run", belongs=_WHOSE)
    to_act_on = sorted((one for one in found if one.outcome in TO_ACT_ON), key=lambda one: one.rule)
    rules = [tuple(group) for _, group in groupby(to_act_on, key=lambda one: one.rule)]
    for group in sorted(rules, key=lambda one: (-max(each.priority for each in one), one[0].rule)):
        yield finding_box(group[0], look, level=3) if len(group) == 1 else _box(group, look)
    yield from other_answers([one for one in found if one.outcome not in TO_ACT_ON], look)


def _box(found: Sequence[ReportedFinding], look: Lookup) -> Box:
    first = found[0]
    heaviest = min((one.outcome for one in found), key=_severity)
    parts: list[Part] = [Heading(level=3, text=_called(found)), Paragraph(line=(_in_numbers(found, first),))]
    if first.remedy:
        parts.append(Paragraph(line=(Strong("What to do: "), plain(first.remedy))))
    if first.why and not look.extent.brief:
        parts.append(Paragraph(line=(Strong("Why it matters: "), plain(first.why))))
    parts += [
        _items(found, look),
        *_quoted(found, look),
        Paragraph(line=words(f"Rule {plain(first.rule)}."), style="note"),
    ]
    return Box(parts=tuple(parts), value=heaviest.value, anchor=look.gap_target(first), belongs=_WHOSE)


def _quoted(found: Sequence[ReportedFinding], look: Lookup) -> Iterator[Part]:
    quotes = tuple(quote for one in found for quote in look.quotes(look.cited(one.citations)))
    if quotes:
        yield Fold(summary="The words that were found", about=_called(found), parts=quotes)


def _called(found: Sequence[ReportedFinding]) -> str:
    """Return what is missing where one is a gap, else what is asked."""
    return plain(headline(min(found, key=lambda one: (not one.is_gap, _severity(one.outcome)))))


def _severity(outcome: Outcome) -> int:
    worst_first = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NOT_ASSESSED, Outcome.NEEDS_REVIEW)
    return (*worst_first, *(one for one in _ORDER if one not in worst_first)).index(outcome)


def _in_numbers(found: Sequence[ReportedFinding], first: ReportedFinding) -> str:
    gaps = sum(one.is_gap for one in found)
    review = sum(one.outcome is Outcome.NEEDS_REVIEW for one in found)
    parts = [counted(gaps, "gap")] if gaps else []
    parts += [f"{number(review)} for a person to decide"] if review else []
    failed = len(found) - gaps - review
    parts += [f"{number(failed)} not assessed"] if failed else []
    return f"{', '.join(parts)} ({first.weight.value}).".capitalize()


def _items(found: Sequence[ReportedFinding], look: Lookup) -> Table:
    ordered = sorted(found, key=lambda one: (not one.is_open, _severity(one.outcome), one.item, one.gap_id))
    shown = ordered[: look.extent.rows]
    more = len(ordered) - len(shown)
    return Table(
        caption=f"What it concerns: {_called(found)}",
        head=("Concerns", "Answer", "Why"),
        rows=tuple(_row(one, look) for one in shown),
        belongs=tuple(belongs(one, look) for one in shown),
        note=f"And {number(more)} more." if more else "",
    )


def _row(finding: ReportedFinding, look: Lookup) -> tuple[Line, ...]:
    item = look.titles.get(finding.item) or plain(finding.item) or "–"
    waived = waiver_told(finding, look)
    why: Line = (look.reason(finding), f" {waived}" if waived else "", *action_told(finding, look))
    return (words(item), (outcome_tag(finding.outcome),), why)

"""Every gap, and what a person must decide or could not be assessed, with a passage that shows it."""

from __future__ import annotations

from checker import Outcome, ReportedFinding, headline, in_words, urgency

from ..content.lookup import Lookup
from ..wording import FLAG_WORDS, OUTCOME_WORDS, place, plain
from .table import Cell, Column, Sheet

_COLUMNS = (
    Column(heading="Gap or question", width=40),
    Column(heading="Concerns", width=24),
    Column(heading="Outcome", width=12),
    Column(heading="Open", width=7),
    Column(heading="Weight", width=10),
    Column(heading="Priority", width=8),
    Column(heading="Quality statement", width=22),
    Column(heading="Why", width=40),
    Column(heading="What to do", width=40),
    Column(heading="Waived by, until", width=22),
    Column(heading="A passage", width=44),
    Column(heading="Where", width=32, printed=False),
    Column(heading="Expectation", width=32, printed=False),
    Column(heading="Marks", width=24, printed=False),
    Column(heading="Rule", width=32, printed=False),
    Column(heading="Gap id", width=44, printed=False),
)
_SHOWN = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NEEDS_REVIEW, Outcome.NOT_ASSESSED)
_NOTE = "Heaviest first. A waived gap is still a gap; it is listed and not open. Nothing here is a rating."


def _heaviest_first(one: ReportedFinding) -> tuple[object, ...]:
    return not one.is_open, _SHOWN.index(one.outcome), urgency(one)


def gaps_sheet(look: Lookup) -> Sheet:
    """Return the sheet, in the order of priority."""
    found = [one for one in look.report.all_findings if one.outcome in _SHOWN]
    found.sort(key=_heaviest_first)
    waived = {
        one.gap_id: f"{one.person}, {in_words(one.end)}" for one in look.report.waivers if one.state.value == "in force"
    }
    rows = (_row(one, waived.get(one.gap_id, ""), look) for one in found)
    return Sheet(
        name="Gaps", title="Gaps and what needs a decision", note=_NOTE, columns=_COLUMNS, rows=rows, wide=True
    )


def _row(one: ReportedFinding, waived: str, look: Lookup) -> tuple[Cell, ...]:
    passage = next(iter(look.cited(one.citations)), None)
    return (
        plain(headline(one)),
        plain(look.titles.get(one.item, one.item)),
        OUTCOME_WORDS[one.outcome],
        "Yes" if one.is_open else "No",
        one.weight.value.capitalize(),
        one.priority,
        look.titles.get(one.statement, one.statement),
        plain(one.reason),
        plain(one.remedy),
        plain(waived),
        plain(passage.text) if passage else "",
        place(passage) if passage else "",
        look.titles.get(one.expectation, one.expectation),
        ", ".join(FLAG_WORDS[flag] for flag in one.flags),
        one.rule,
        one.gap_id,
    )

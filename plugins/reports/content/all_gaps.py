"""Every gap in one table that a reader can narrow down to their own rows."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Outcome, ReportedFinding

from ..wording import FLAG_WORDS, count, number, plain
from .findings import outcome_tag
from .lookup import Lookup
from .parts import Heading, Line, Link, Paragraph, Part, Table, words

_OWNER = "Owner"
_STATEMENT = "Quality statement"
_OUTCOME = "Outcome"
_WHOLE = "The documents as a whole"
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
    ordered = sorted(found, key=lambda one: (not one.is_open, one.is_gap is False, -one.priority, one.gap_id))
    gaps = sum(one.is_gap for one in found)
    rest = f", and {count(len(found) - gaps, 'question')} for a person to decide or not assessed" * (gaps < len(found))
    yield Table(
        caption=f"{count(gaps, 'gap')}{rest}".capitalize(),
        head=("What is asked", _STATEMENT, _OUTCOME, "Weight and priority", _OWNER),
        rows=tuple(_row(finding, look) for finding in ordered),
        filters=(_STATEMENT, _OUTCOME, _OWNER),
    )


def _row(finding: ReportedFinding, look: Lookup) -> tuple[Line, ...]:
    about = look.titles.get(finding.expectation, "")
    asked = plain(finding.title)
    item = f" ({plain(finding.item)})" if finding.item else ""
    question: Line = (Link(asked, f"#{look.gap_target(finding)}"), item)
    if about and about not in asked:
        question = (*question, f" {about}")
    flags = "".join(f", {FLAG_WORDS[flag]}" for flag in finding.flags)
    priority = f", {number(finding.priority)}" if finding.is_open else ""
    statement = look.titles.get(finding.statement) or _WHOLE
    return (
        question,
        words(statement),
        (outcome_tag(finding.outcome),),
        words(f"{finding.weight.value.capitalize()}{priority}{flags}"),
        words(_owner(finding, look)),
    )


def _owner(finding: ReportedFinding, look: Lookup) -> str:
    owners = [plain(action.typed.get("owner", "")) for action in look.actions.get(finding.gap_id, ())]
    return "; ".join(dict.fromkeys(owner for owner in owners if owner)) or "No owner yet"

"""One quality statement in the paper: what is asked, what was found, what is missing, what to do, who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import (
    Outcome,
    Polarity,
    ReportedExpectation,
    ReportedFinding,
    ReportedStatement,
    counted,
    in_words,
    urgency,
)

from ..safe_text import shortened
from ..wording import FLAG_WORDS, number, plain
from .decided_briefly import action_told, waiver_told
from .lookup import Lookup, quote, status_tag
from .naming import missing_and_expected
from .parts import Heading, Line, Link, Paragraph, Part, Quote, Strong, Table, words
from .reliability import ANCHOR, is_told
from .statement import promises, section

_LONGEST_QUOTE = 600
_SIDES = (("For", (Polarity.STRENGTH,)), ("Against", (Polarity.SHORTFALL, Polarity.MIXED)))


def statement_paper(statement: ReportedStatement, look: Lookup, *, new_page: bool) -> Iterator[Part]:
    """Yield a statement in scope; its quotes only where few statements are in scope."""
    title = look.titles[statement.id]
    anchor = look.anchor("statement", statement.id)
    yield Heading(level=2, text=f"Quality statement: {title}", anchor=anchor, new_page=new_page)
    yield from promises(statement, look)
    yield Heading(level=3, text="What was found")
    yield from section(statement)
    if statement.expectations:
        yield _found(statement, look)
        if is_told(look):
            yield Paragraph(line=(Link("How reliable is this?", f"#{ANCHOR}"),), style="note")
    else:
        yield Paragraph(line=words("No rule pack holds expectations for this statement, so nothing is said of it."))
    asked = [finding for one in statement.expectations for finding in one.findings]
    yield from to_do(title, [*asked, *statement.findings], look)
    if not look.large:
        yield Heading(level=3, text="What is said for and against")
        yield from quoted(statement, look, level=4)
    yield _sign_off(title)


def quoted(statement: ReportedStatement, look: Lookup, *, level: int) -> Iterator[Part]:
    """Yield the best few passages of each side of each expectation, under headings of `level`."""
    silent = True
    for one in statement.expectations:
        sides = [(name, look.on_side(one, *polarities)) for name, polarities in _SIDES]
        if any(passages for _, passages in sides):
            silent = False
            yield Heading(level=level, text=f"Expected: {plain(one.title)}", tag=status_tag(one.status))
            for _, passages in sides:
                yield from (_short(quote(one, look)) for one in passages[: look.extent.quotes])
    if silent:
        yield Paragraph(line=words("Nothing was found for or against any expectation."))


def _short(part: Quote) -> Quote:
    text = shortened(part.text, _LONGEST_QUOTE)
    return Quote(text=text, label=part.label, source=part.source, value=part.value)


def _found(statement: ReportedStatement, look: Lookup) -> Table:
    rows = tuple(_row(one, look) for one in statement.expectations)
    head = ("Expectation", "What was found", "For", "Against", "Latest evidence", "Open gaps")
    return Table(caption=f"What was found for each expectation: {look.titles[statement.id]}", head=head, rows=rows)


def _row(one: ReportedExpectation, look: Lookup) -> tuple[Line, ...]:
    latest = in_words(one.latest_evidence) if one.latest_evidence else "No date found" if one.strengths else "–"
    gaps = sum(finding.is_open for finding in one.findings)
    cells = (words(number(value)) for value in (one.strengths, one.against))
    return (words(look.titles[one.id]), (status_tag(one.status),), *cells, words(latest), words(number(gaps)))


def to_do(title: str, asked: Sequence[ReportedFinding], look: Lookup) -> Iterator[Part]:
    """Yield every gap with what to do, heaviest first and waived ones last; then what a person must decide."""
    gaps = sorted((one for one in asked if one.is_gap), key=urgency)
    others = [one for one in asked if one.outcome in (Outcome.NEEDS_REVIEW, Outcome.NOT_ASSESSED)]
    yield Heading(level=3, text="Gaps and what to do")
    if gaps:
        yield _gaps(f"Gaps, heaviest first: {title}", gaps, look)
    else:
        found = "No gap was found by the questions asked."
        yield Paragraph(line=words(found if asked else "No question was asked, so no gap could be found."))
    if others:
        yield _gaps(f"For a person to decide, or not assessed: {title}", others, look)
    met = sum(one.outcome is Outcome.MET for one in asked)
    rest = len(asked) - met - len(gaps) - len(others)
    tail = f"; {number(rest)} {'does' if rest == 1 else 'do'} not apply" if rest else ""
    yield Paragraph(line=words(f"Of {counted(len(asked), 'question')} asked, {number(met)} met{tail}."), style="note")


def _gaps(caption: str, findings: Sequence[ReportedFinding], look: Lookup) -> Table:
    shown = findings[: look.extent.rows]
    more = len(findings) - len(shown)
    note = f"And {number(more)} more: the other formats list every one." if more else ""
    first = "What is missing" if findings[0].is_gap else "What is asked"
    head = (first, "Why it is open", "What to do", "Weight, priority and gap id")
    return Table(caption=caption, head=head, rows=tuple(_gap(finding, look) for finding in shown), note=note)


def _gap(finding: ReportedFinding, look: Lookup) -> tuple[Line, ...]:
    asked, wanted = missing_and_expected(finding, look)
    question: Line = (Strong(asked), f" ({wanted})") if wanted else (Strong(asked),)
    remedy = plain(finding.remedy) if finding.outcome is not Outcome.NOT_ASSESSED else ""
    priority = f", priority {number(finding.priority)}" if finding.is_open else ""
    weight = f"{finding.weight.value.capitalize()}{priority}. {plain(finding.gap_id)}"
    return (question, words(_why(finding, look)), (remedy or "–", *action_told(finding, look)), words(weight))


def _why(finding: ReportedFinding, look: Lookup) -> str:
    flags = "".join(f", {FLAG_WORDS[flag]}" for flag in finding.flags)
    item = f" Concerns: {look.titles.get(finding.item) or plain(finding.item)}." if finding.item else ""
    waived = waiver_told(finding, look)
    return f"{finding.outcome.value.capitalize()}{flags}. {look.reason(finding)}{item}{f' {waived}' if waived else ''}"


def _sign_off(title: str) -> Table:
    rows = tuple((words(who), words(""), words(""), words("")) for who in ("Owner", "Reviewed by", "Approved by"))
    head = ("Sign-off", "Name and role", "Date", "Comment")
    return Table(caption=f"Sign-off: {title}", head=head, rows=rows, to_fill=True)

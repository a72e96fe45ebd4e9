"""One expectation: what was found for and against it, who says so, how sure and how recent, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from checker import (
    Claim,
    ExpectationStatus,
    Passage,
    Polarity,
    ReportedExpectation,
    ReportedStatement,
    Weight,
    counted,
    in_words,
)

from ..wording import CLAIM_WORDS, FACT_WORDS, STATUS_WORDS, age, number, phrases, plain, tally
from .findings import findings
from .lookup import Lookup, status_tag
from .parts import Facts, Fold, Heading, Line, Paragraph, Part, Strong, words
from .reliability import leads_there

_CLAIMS = {claim.value: CLAIM_WORDS[claim] for claim in reversed(Claim)}


def expectation(one: ReportedExpectation, statement: ReportedStatement, look: Lookup) -> Iterator[Part]:
    """Yield everything about one expectation under a heading of level 3."""
    anchor = look.anchor("expectation", one.id)
    yield Heading(level=3, text=f"Expected: {plain(one.title)}", anchor=anchor, tag=status_tag(one.status))
    if look.large:
        yield Paragraph(line=words(_in_a_line(one)))
        yield Fold(
            summary="Evidence, gaps and questions", about=plain(one.title), parts=tuple(_in_full(one, statement, look))
        )
    else:
        yield from _in_full(one, statement, look)


def _in_a_line(one: ReportedExpectation) -> str:
    gaps = [finding for finding in one.findings if finding.is_open]
    essential = sum(finding.weight is Weight.ESSENTIAL for finding in gaps)
    told = counted(len(gaps), "open gap") + (f", {number(essential)} essential" if essential else "")
    return f"{_passages(one)}. {told.capitalize()}."


def _in_full(one: ReportedExpectation, statement: ReportedStatement, look: Lookup) -> Iterator[Part]:
    yield from _introduction(one, brief=look.extent.brief)
    yield from leads_there(one, look)
    yield Facts(rows=tuple(_facts(one, statement, look)))
    yield from _evidence(one, look)
    yield from findings(one.findings, look, level=4)
    if one.cannot_tell and not look.extent.brief:
        yield Paragraph(line=(Strong("What this cannot tell you: "), plain(one.cannot_tell)), style="note")


def _introduction(one: ReportedExpectation, *, brief: bool) -> Iterator[Part]:
    if one.why and not brief:
        yield Paragraph(line=words(plain(one.why)))
    if doubt := FACT_WORDS.get(one.fact_status):
        yield Paragraph(line=words(doubt), style="note")
    if one.suspect:
        yield Paragraph(line=(Strong("Look at this expectation again: "), plain(one.suspect)), style="note")


def _facts(one: ReportedExpectation, statement: ReportedStatement, look: Lookup) -> Iterator[tuple[str, Line]]:
    serves = _serves(one, statement)
    if serves and not look.extent.brief:
        yield "Serves", words(serves)
    yield "Passages", words(_passages(one))
    rows = {
        "Who says so": tally(one.counts.voice, look.voices),
        "How far shown": tally(one.counts.claim, _CLAIMS),
        "Latest evidence": _latest(one, look),
        "By document": "" if look.extent.brief else _by_document(one, look),
    }
    for name, told in rows.items():
        if told:
            yield name, words(plain(told))
    if one.status is ExpectationStatus.ABSENT:
        yield "Looked for", words(phrases(one.looked_for, look.extent.phrases) or "Nothing: it has no phrases")


def _serves(one: ReportedExpectation, statement: ReportedStatement) -> str:
    texts = {served.id: plain(served.text) for served in statement.i_statements + statement.commitment_parts}
    return "; ".join(f"“{texts[served]}”" for served in one.serves if served in texts)


def _passages(one: ReportedExpectation) -> str:
    others = {"planned": "planned", "neutral": "neither for nor against"}
    rest = tally(one.counts.polarity, others)
    sides = f"{counted(one.strengths, 'strength')}, {counted(one.against, 'shortfall')}"
    return sides.capitalize() + (f"; {rest}" if rest else "")


def _latest(one: ReportedExpectation, look: Lookup) -> str:
    if not one.latest_evidence:
        return "No date was found for what affirms this" if one.strengths else ""
    before = age(one.latest_evidence, look.report.run.as_of)
    return in_words(one.latest_evidence) + (f", {before}" if before else "")


def _by_document(one: ReportedExpectation, look: Lookup) -> str:
    order = list(ExpectationStatus)
    spoken = {name: status for name, status in one.by_document.items() if status is not ExpectationStatus.NOT_ASSESSED}
    found = sorted(spoken.items(), key=lambda item: (order.index(item[1]), item[0]))
    parts = [f"{name}: {STATUS_WORDS[status].lower()}" for name, status in found[: look.extent.documents]]
    parts += [f"{counted(len(found) - len(parts), 'more document')}"] if len(found) > len(parts) else []
    unread = len(one.by_document) - len(spoken)
    parts += [f"{counted(unread, 'file')} not assessed"] if unread else []
    return "; ".join(parts)


def _evidence(one: ReportedExpectation, look: Lookup) -> Iterator[Part]:
    sides = (
        ("For", one.strengths, look.on_side(one, Polarity.STRENGTH)),
        ("Against", one.against, look.on_side(one, Polarity.SHORTFALL, Polarity.MIXED)),
        ("Planned", one.counts.polarity.get("planned", 0), look.on_side(one, Polarity.PLANNED)),
    )
    for title, total, passages in sides:
        if passages:
            yield Heading(level=4, text=_side(title, total, passages, look))
            yield from look.quotes(passages)


def _side(title: str, total: int, passages: tuple[Passage, ...], look: Lookup) -> str:
    shown = min(len(passages), look.extent.quotes)
    return f"{title}: {counted(max(total, shown), 'passage')}" + (f", {number(shown)} shown" if shown < total else "")

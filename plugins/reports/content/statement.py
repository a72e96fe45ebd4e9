"""One quality statement: what people expect, the commitment, and each expectation."""

from __future__ import annotations

from collections.abc import Iterator

from checker import ReportedExpectation, ReportedStatement, counted, listed

from ..wording import STATUS_WORDS, number, plain
from .balance import statement_charts
from .expectation import expectation
from .findings import findings
from .lookup import Lookup
from .parts import Belongs, Entry, Heading, Items, Paragraph, Part, Strong, words


def statement_page(statement: ReportedStatement, look: Lookup) -> Iterator[Part]:
    """Yield the page of a statement in scope."""
    title = f"Quality statement: {plain(statement.title)}"
    anchor, whose = look.anchor("statement", statement.id), Belongs(statement=look.titles[statement.id])
    yield Heading(level=2, text=title, anchor=anchor, short=plain(statement.title), belongs=whose)
    yield from promises(statement, look)
    yield from section(statement)
    if not statement.expectations:
        yield Paragraph(line=words("No rule pack holds expectations for this statement, so nothing is said of it."))
    if look.extent.brief and look.large:
        yield Items(items=tuple(words(_in_a_line(one)) for one in statement.expectations))
        return
    yield from statement_charts(statement, look)
    if statement.findings:
        yield Heading(level=3, text=f"The statement as a whole: {plain(statement.title)}")
        yield from findings(statement.findings, look, level=4)
    for one in statement.expectations:
        yield Entry(parts=tuple(expectation(one, statement, look)), belongs=whose)


def _in_a_line(one: ReportedExpectation) -> str:
    gaps = sum(finding.is_open for finding in one.findings)
    sides = f"{counted(one.strengths, 'strength')}, {counted(one.against, 'shortfall')}"
    return f"{STATUS_WORDS[one.status]}: {plain(one.title)} ({sides}, {counted(gaps, 'open gap')})"


def section(statement: ReportedStatement) -> Iterator[Part]:
    """Yield how much the self-assessment has under the statement's name, and how much of it speaks to it."""
    found = statement.section
    if found is None or not found.sentences:
        return
    under = listed([f"“{plain(heading)}”" for heading in found.headings])
    told = f"{counted(found.sentences, 'sentence')} under {under}" if under else counted(found.sentences, "sentence")
    rest = found.sentences - found.speaking
    verb = "speaks" if found.speaking == 1 else "speak"
    heard = (
        f"{number(found.speaking)} of them {verb} to what is expected here" if found.speaking else "none speaks to it"
    )
    others = f", {number(rest)} {'does' if rest == 1 else 'do'} not" if found.speaking and rest else ""
    shared = " The heading may stand for other statements too." if found.shared else ""
    line = (Strong("In the self-assessment: "), f"{told}; {heard}{others}.{shared}")
    yield Paragraph(line=line)


def promises(statement: ReportedStatement, look: Lookup) -> Iterator[Part]:
    """Yield what people expect and the commitment, in the framework's words."""
    if statement.i_statements:
        yield Heading(level=3, text=f"What people expect: {plain(statement.title)}")
        yield Items(items=tuple(words(f"“{plain(one.text)}”") for one in statement.i_statements))
    if statement.commitment:
        yield Heading(level=3, text=f"The commitment: {plain(statement.title)}")
        yield Paragraph(line=words(f"“{plain(statement.commitment)}”"))
    if statement.i_statements or statement.commitment:
        attribution = " ".join(plain(line) for line in look.report.framework.attribution)
        yield Paragraph(line=words(attribution), style="note")

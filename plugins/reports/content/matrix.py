"""Where the evidence comes from: expectations against the categories of evidence that are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import ReportedExpectation, ReportedStatement

from ..wording import how_many, number, plain
from .lookup import Lookup
from .parts import Fold, Heading, Line, Link, Paragraph, Part, Strong, Table, Tag, words

EXPLAINED = (
    "The word says how many passages affirm the expectation: None, One or Several. "
    "The numbers are passages for and against. A shortfall counts once, for the expectation that it is mainly about."
)
"""How to read the cells."""


def matrix(look: Lookup) -> Iterator[Part]:
    """Yield the matrix of each statement in scope, after one over all statements where there are several."""
    yield Heading(level=2, text="Where the evidence comes from", anchor="matrix")
    if not any(statement.expectations for statement in look.in_scope):
        yield Paragraph(line=words("No expectation was in scope."))
        return
    yield Paragraph(line=words(EXPLAINED))
    if len(look.in_scope) > 1:
        yield over_statements(look)
    for statement in () if look.extent.brief and look.large else look.in_scope:
        if statement.expectations:
            table = of_statement(statement, look)
            yield Fold(summary=plain(statement.title), parts=(table,)) if look.large else table


def of_statement(statement: ReportedStatement, look: Lookup) -> Table:
    """Return the table of one statement's expectations."""
    rows = (
        ((Link(plain(one.title), f"#{look.anchor('expectation', one.id)}"),), *_cells([one], look))
        for one in statement.expectations
    )
    caption = f"{plain(statement.title)}: passages by category of evidence"
    return Table(caption=caption, head=("Expectation", *_heads(look)), rows=tuple(rows))


def over_statements(look: Lookup) -> Table:
    """Return the table of all statements in scope."""
    rows = (
        ((Link(plain(one.title), f"#{look.anchor('statement', one.id)}"),), *_cells(one.expectations, look))
        for one in look.in_scope
    )
    head = ("Quality statement", *_heads(look))
    return Table(caption="All statements in scope: passages by category of evidence", head=head, rows=tuple(rows))


def _heads(look: Lookup) -> tuple[str, ...]:
    return tuple(plain(category.title) for category in look.report.framework.used_categories)


def _cells(expectations: Sequence[ReportedExpectation], look: Lookup) -> Iterator[Line]:
    for category in look.report.framework.used_categories:
        strengths = sum(one.counts.strengths_by_category.get(category.id, 0) for one in expectations)
        against = sum(one.counts.shortfalls_by_category.get(category.id, 0) for one in expectations)
        yield cell(strengths, against)


def cell(strengths: int, against: int) -> Line:
    """Return a cell: a word for the number of passages that affirm, and both numbers."""
    word = how_many(strengths)
    told: Line = (Tag(word, word.lower(), "cell"), f" {number(strengths)}\u00a0for")
    return (*told, ", ", Strong(f"{number(against)}\u00a0against")) if against else told

"""Heat maps: statements or expectations against the categories of evidence, each cell with a word and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import ReportedExpectation, ReportedStatement, counted

from ..charts import Cell, HeatMap
from ..wording import how_many, number, of, plain
from .lookup import Lookup
from .parts import Chart, Line, Link, Strong, Table, Tag

EXPLAINED = (
    "The word says how many passages affirm the expectation: None, One or Several; Old, where the latest of them is "
    "older than its rule allows. The numbers are passages for and against. A shortfall counts once, for the "
    "expectation that it is mainly about."
)
"""How to read the cells."""


def of_statement(statement: ReportedStatement, look: Lookup) -> Chart:
    """Return the heat map of one statement's expectations."""
    rows = [(one.title, f"#{look.anchor('expectation', one.id)}", (one,)) for one in statement.expectations]
    caption = f"{plain(statement.title)}: passages by category of evidence"
    return _chart(_weakest(statement.expectations, look), caption, "Expectation", rows, look)


def over_statements(look: Lookup) -> Chart:
    """Return the heat map of all statements in scope."""
    rows = [(one.title, f"#{look.anchor('statement', one.id)}", one.expectations) for one in look.in_scope]
    caption = "All statements in scope: passages by category of evidence"
    headline = _weakest([one for statement in look.in_scope for one in statement.expectations], look)
    return _chart(headline, caption, "Quality statement", rows, look)


def _chart(
    headline: str,
    caption: str,
    first: str,
    rows: Sequence[tuple[str, str, Sequence[ReportedExpectation]]],
    look: Lookup,
) -> Chart:
    drawn, cells = [], []
    for title, target, expectations in rows:
        found = tuple(_cells(expectations, look))
        drawn.append((plain(title), tuple(_drawn(one) for one in found)))
        cells.append(((Link(plain(title), target),), *(_told(one) for one in found)))
    heads = tuple(plain(category.title) for category in look.report.framework.used_categories)
    table = Table(caption=caption, head=(first, *heads), rows=tuple(cells))
    return Chart(headline=headline, told=EXPLAINED, drawing=HeatMap(columns=heads, rows=tuple(drawn)), table=table)


_Numbers = tuple[str, int, int]
"""The word of a cell, passages for, passages against."""


def _cells(expectations: Sequence[ReportedExpectation], look: Lookup) -> Iterator[_Numbers]:
    for category in look.report.framework.used_categories:
        strengths = sum(one.counts.strengths_by_category.get(category.id, 0) for one in expectations)
        against = sum(one.counts.shortfalls_by_category.get(category.id, 0) for one in expectations)
        yield _word(expectations, category.id, strengths), strengths, against


def _word(expectations: Sequence[ReportedExpectation], category: str, strengths: int) -> str:
    """Old, where every expectation with evidence of the category is dated by old evidence only."""
    affirmed = [one for one in expectations if one.counts.strengths_by_category.get(category, 0)]
    if affirmed and all(is_old(one, one.latest_by_category.get(category, "")) for one in affirmed):
        return "Old"
    return how_many(strengths)


def is_old(one: ReportedExpectation, day: str) -> bool:
    """Whether a day is before what the rules of an expectation allow; not without a day or such a rule."""
    limit = limit_of(one)
    return bool(day and limit) and day < limit


def limit_of(one: ReportedExpectation) -> str:
    """Return the day before which evidence is too old for an expectation; empty if no rule of it asks."""
    return max((finding.not_before for finding in one.findings), default="")


def _drawn(numbers: _Numbers) -> Cell:
    word, strengths, against = numbers
    below = f"{number(against)} against" if against else ""
    return Cell(value=word.lower(), word=word, number=strengths, below=below)


def _told(numbers: _Numbers) -> Line:
    word, strengths, against = numbers
    told: Line = (Tag(word, word.lower(), "cell"), f" {number(strengths)}\u00a0for")
    return (*told, ", ", Strong(f"{number(against)}\u00a0against")) if against else told


def _weakest(expectations: Sequence[ReportedExpectation], look: Lookup) -> str:
    """Say which category affirms the fewest expectations."""
    total = len(expectations)
    missing = {
        plain(category.title): sum(not one.counts.strengths_by_category.get(category.id, 0) for one in expectations)
        for category in look.report.framework.used_categories
    }
    most = max(missing.values(), default=0)
    if not most:
        return f"Each of {counted(total, 'expectation')} has evidence of every category"
    names = [name for name, number_missing in missing.items() if number_missing == most]
    return f"{names[0]} is the thinnest: {of(total - most, total, 'expectation')} {_has(total - most)} evidence of it"


def _has(value: int) -> str:
    return "has" if value == 1 else "have"

"""Where a council is exposed most, each place with the reason: statements, or expectations where one is in scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker import ExpectationStatus, ReportedExpectation, ReportedFinding, ReportedStatement, Weight, counted

from ..wording import STATUS_WORDS, number, of, plain
from .lookup import Lookup
from .open_questions import question_of
from .parts import Line, Link

MOST = 3
_Rank = tuple[int, int]


def exposed(look: Lookup) -> tuple[Line, ...]:
    """Return a line for each of the worst, those with essential gaps first, then by priority added up."""
    if len(look.in_scope) > 1:
        ranked = sorted((_rank(_open_gaps(one)), place) for place, one in enumerate(look.in_scope))
        worst = [look.in_scope[place] for rank, place in ranked if rank[1]]
        return tuple(_statement(one, look) for one in worst[:MOST])
    found = [one for statement in look.in_scope for one in statement.expectations]
    ranked = sorted((_rank(_open(one.findings)), place) for place, one in enumerate(found))
    return tuple(_expectation(found[place], look) for rank, place in ranked[:MOST] if rank[1])


def _rank(gaps: list[ReportedFinding]) -> _Rank:
    return -sum(gap.weight is Weight.ESSENTIAL for gap in gaps), -sum(gap.priority for gap in gaps)


def _open_gaps(statement: ReportedStatement) -> list[ReportedFinding]:
    within = [gap for one in statement.expectations for gap in _open(one.findings)]
    return within + _open(statement.findings)


def _open(findings: tuple[ReportedFinding, ...]) -> list[ReportedFinding]:
    return [finding for finding in findings if finding.is_open]


def _statement(statement: ReportedStatement, look: Lookup) -> Line:
    gaps = _open_gaps(statement)
    why = next(_reasons(statement.expectations), None) or _commonest(gaps)
    return (Link(plain(statement.title), f"#{look.anchor('statement', statement.id)}"), f": {_numbers(gaps)}; {why}")


def _expectation(one: ReportedExpectation, look: Lookup) -> Line:
    sides = f"{counted(one.strengths, 'strength')}, {counted(one.against, 'shortfall')}"
    told = f": {_numbers(_open(one.findings))}; {STATUS_WORDS[one.status].lower()} ({sides})"
    return (Link(f"Expected: “{plain(one.title)}”", f"#{look.anchor('expectation', one.id)}"), told)


def _numbers(gaps: list[ReportedFinding]) -> str:
    essential = sum(gap.weight is Weight.ESSENTIAL for gap in gaps)
    return counted(len(gaps), "open gap") + (f", {number(essential)} essential" if essential else "")


def _reasons(expectations: tuple[ReportedExpectation, ...]) -> Iterator[str]:
    """Yield what is bad about a statement's evidence, worst first."""
    total = len(expectations)
    status = Counter(one.status for one in expectations)
    if many := status[ExpectationStatus.NOT_ASSESSED]:
        yield f"{of(many, total, 'expectation')} could not be assessed"
    if many := status[ExpectationStatus.ABSENT]:
        yield f"nothing was found for {of(many, total, 'expectation')}"
    if many := status[ExpectationStatus.SHORTFALL]:
        yield f"only shortfalls were found for {of(many, total, 'expectation')}"
    if many := sum(one.against > one.strengths for one in expectations):
        yield f"shortfalls outweigh strengths for {of(many, total, 'expectation')}"


def _commonest(gaps: list[ReportedFinding]) -> str:
    """Return the question that is open most often; of equal ones the first."""
    asked = Counter(question_of(gap) for gap in gaps)
    title, many = asked.most_common(1)[0]
    return f"most often “{title}” ({number(many)})" if many > 1 else f"first “{title}”"

"""What follows from the report for whoever plans the work."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Step, counted, listed

from ..wording import expected, number, of, plain
from .lookup import Lookup
from .naming import called
from .parts import Heading, Items, Line, Link, Paragraph, Part, Piece, Strong, words

TITLE = "Where to begin, and what rests on little"
_BRIEF = 3
_NAMED = 8
"""Expectations that are named one by one; more would be a wall of words, and each says it of itself further down."""


def has_plans(look: Lookup) -> bool:
    """Whether there is anything to say of it."""
    found = look.report.plans
    return bool(found.least_effort.steps or found.single_supports or found.contradictions or found.own_word_only)


def plans(look: Lookup) -> Iterator[Part]:
    """Yield the least-effort plan, and what rests on one document, on contradicting figures or on own words."""
    found = look.report.plans
    if not has_plans(look):
        return
    yield Heading(level=2, text=TITLE, anchor="plans")
    yield from _least_effort(look)
    yield from _supports(look)
    if found.contradictions:
        yield Heading(level=3, text="Documents that contradict each other")
        lines = (_contradiction(one.gap_id, one.item, one.documents, look) for one in found.contradictions)
        yield Items(items=tuple(lines))
    if found.own_word_only:
        yield Heading(level=3, text="Only the council itself says so")
        told = f"{of(len(found.own_word_only), len(look.expectations), 'expectation')}: nobody else affirms "
        one = len(found.own_word_only) == 1
        yield Paragraph(line=(told, "it: " if one else "them: ", *_linked(found.own_word_only, look), "."))


def _least_effort(look: Lookup) -> Iterator[Part]:
    plan = look.report.plans.least_effort
    if not plan.steps:
        return
    shown = plan.steps[: _BRIEF if look.extent.brief else len(plan.steps)]
    covered = sum(len(step.gaps) for step in shown)
    yield Heading(level=3, text="Least effort first")
    told = f"{counted(len(shown), 'piece')} of work could close {of(covered, plan.gaps, 'open gap')} of expectations."
    yield Paragraph(line=words(told))
    yield Items(items=tuple(_step(step, look) for step in shown), ordered=True)
    yield Paragraph(line=words(plan.method), style="note")


def _step(step: Step, look: Lookup) -> Line:
    of_statements = len({look.findings[gap].statement for gap in step.gaps if gap in look.findings})
    within = look.titles.get(step.statement, step.statement) or f"in {counted(of_statements, 'quality statement')}"
    about = f" ({within}). "
    gaps: list[Piece] = [f"{counted(len(step.gaps), 'gap')}, priority {number(step.priority)} in sum"]
    if not step.expectation:
        named = [look.findings[gap].expectation for gap in step.gaps if gap in look.findings]
        gaps += [", for: ", *_linked(tuple(dict.fromkeys(named)), look)]
    return (Strong(_called(step, look)), about, *gaps, ".")


def _called(step: Step, look: Lookup) -> str:
    """Return what the work is about: what is missing, or the expectation of which several things are missing."""
    if not step.expectation:
        return plain(step.title)
    gaps = [look.findings[gap] for gap in step.gaps if gap in look.findings]
    if len(gaps) == 1:
        return called(gaps[0], look)
    return plain(f"{counted(len(gaps), 'gap')} of what is {expected(step.title)}")


def _supports(look: Lookup) -> Iterator[Part]:
    supports = look.report.plans.single_supports[: _BRIEF if look.extent.brief else look.extent.documents]
    if not supports:
        return
    yield Heading(level=3, text="Single points of failure")
    lines = tuple(
        (
            "If ",
            Strong(plain(one.document)),
            " is challenged, "
            f"{counted(len(one.expectations), 'expectation loses its', 'expectations lose their')} only support: ",
            *_linked(one.expectations, look),
            ".",
        )
        for one in supports
    )
    yield Items(items=lines)


def _contradiction(gap_id: str, item: str, documents: tuple[str, ...], look: Lookup) -> Line:
    finding = look.findings.get(gap_id)
    reason = f" {plain(finding.reason)}" if finding else ""
    return (Strong(plain(item or gap_id)), f", in {listed([plain(name) for name in documents])}.{reason}")


def _linked(expectations: tuple[str, ...], look: Lookup) -> list[Piece]:
    """Return the names of a few expectations; of many how many there are in each quality statement."""
    pieces: list[Piece] = []
    if len(expectations) > _NAMED and look.large:
        for statement in look.in_scope:
            if many := len({one.id for one in statement.expectations} & set(expectations)):
                link = Link(look.titles[statement.id], f"#{look.anchor('statement', statement.id)}")
                pieces += ["; " if pieces else "", f"{number(many)} in ", link]
        return pieces
    for name in expectations:
        pieces += ["; "] if pieces else []
        anchor = look.anchor("expectation", name)
        title = f"“{look.titles.get(name, plain(name))}”"
        pieces.append(Link(title, f"#{anchor}") if anchor else title)
    return pieces

"""The four questions of a reader who has two minutes, each with its answer."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Outcome, ReportedFinding, ReportedStatement

from ..wording import count, number, plain
from .decided_briefly import actions_in_numbers, changes_in_numbers
from .gaps_in_numbers import gaps_in_numbers
from .lookup import Lookup
from .parts import Box, Group, Heading, Items, Line, Link, Paragraph, Part, Strong, words

_THINGS = 3
_EXPOSED = 3
"""Statements that are named on the first page."""


def at_a_glance(look: Lookup) -> Iterator[Part]:
    """Yield the questions side by side."""
    answers = {
        "Where are we exposed?": tuple(_exposed(look)),
        "What would change that first?": tuple(_things(look)),
        "Is it better than last time?": tuple(_compared(look)),
        "Would anything embarrass us?": tuple(_embarrassing(look)),
    }
    yield Group(
        parts=tuple(
            Box(parts=(Heading(level=3, text=question), *told), value="question")
            for question, told in answers.items()
            if told
        )
    )


def _exposed(look: Lookup) -> Iterator[Part]:
    yield Paragraph(line=words(gaps_in_numbers(look)))
    if len(look.in_scope) < 2:
        return
    order = {one.id: place for place, one in enumerate(look.in_scope)}
    ranked = sorted(look.in_scope, key=lambda one: (-_load(one), order[one.id]))
    heaviest = [one for one in ranked[:_EXPOSED] if _load(one)]
    if heaviest:
        yield Paragraph(line=words("The heaviest open gaps, by priority added up:"))
        yield Items(items=tuple(_in_a_line(one, look) for one in heaviest))


def _open_gaps(statement: ReportedStatement) -> list[ReportedFinding]:
    own = [finding for one in statement.expectations for finding in one.findings]
    return [finding for finding in (*own, *statement.findings) if finding.is_open]


def _load(statement: ReportedStatement) -> int:
    return sum(finding.priority for finding in _open_gaps(statement))


def _in_a_line(statement: ReportedStatement, look: Lookup) -> Line:
    target = f"#{look.anchor('statement', statement.id)}"
    return (Link(plain(statement.title), target), f": {count(len(_open_gaps(statement)), 'open gap')}")


def _things(look: Lookup) -> Iterator[Part]:
    if look.top_gaps:
        top = look.top_gaps[:_THINGS]
        before = (None, *top)
        yield Items(items=tuple(_thing(one, last, look) for one, last in zip(top, before, strict=False)), ordered=True)
        planned = actions_in_numbers(look)
        if planned:
            yield Paragraph(line=words(planned))


def _thing(finding: ReportedFinding, before: ReportedFinding | None, look: Lookup) -> Line:
    """Return what to do about a gap; the same advice is not told twice running."""
    about = look.titles.get(finding.expectation) or plain(finding.title)
    again = before is not None and before.remedy == finding.remedy
    return (Link(about, f"#{look.gap_target(finding)}"), ": the same." if again else f". {plain(finding.remedy)}")


def _compared(look: Lookup) -> Iterator[Part]:
    told = changes_in_numbers(look)
    yield Paragraph(line=words(told or "No earlier report was given to compare with (--earlier FILE)."))


def _embarrassing(look: Lookup) -> Iterator[Part]:
    asked: dict[str, list[ReportedFinding]] = {}
    for finding in look.report.findings:
        if finding.exposes:
            asked.setdefault(plain(finding.exposes), []).append(finding)
    masked = sum(sum(record.masked.values()) for record in look.report.documents)
    lines = [_exposure(name, found, look) for name, found in asked.items()]
    if masked:
        times = count(masked, "place", "places")
        lines.append((Strong("Personal data"), f" is masked in {times}: see ", _SHARING, "."))
    if lines:
        yield Items(items=tuple(lines))
    else:
        yield Paragraph(line=("No rule about that was asked. See ", _SHARING, "."))


_SHARING = Link("Before you share", "#before-sharing")


def _exposure(name: str, found: list[ReportedFinding], look: Lookup) -> Line:
    open_gaps = [finding for finding in found if finding.is_open]
    review = [finding for finding in found if finding.outcome is Outcome.NEEDS_REVIEW]
    named = name[:1].upper() + name[1:]
    if not open_gaps and not review:
        return (f"{named}: {_none(found)}",)
    told = [f"{number(len(open_gaps))} found"] if open_gaps else []
    told += [f"{number(len(review))} for a person to decide"] if review else []
    first = (open_gaps or review)[0]
    return (Strong(named), ": ", Link(", ".join(told), f"#{look.gap_target(first)}"))


def _none(found: list[ReportedFinding]) -> str:
    if all(finding.outcome is Outcome.NOT_APPLICABLE for finding in found):
        return "not asked in this run"
    failed = any(finding.outcome is Outcome.NOT_ASSESSED for finding in found)
    return "could not be assessed" if failed else "waived" if any(one.is_gap for one in found) else "none found"

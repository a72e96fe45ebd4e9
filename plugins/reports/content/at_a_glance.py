"""The four questions of a reader who has two minutes, each with its answer."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Change, ChangeKind, ReportedFinding

from ..wording import expected, number, plain
from .decided_briefly import actions_in_numbers, changes_in_numbers
from .embarrassing import embarrassing
from .exposure import exposed
from .in_numbers import gaps_in_numbers, statuses_in_words
from .lookup import Lookup
from .open_questions import OpenQuestion, open_questions
from .parts import Box, Group, Heading, Items, Line, Link, Paragraph, Part, Piece, Strong, words

_THINGS = 3
_BEGIN = 2
"""Expectations that are named where a question is open for several."""

_BAD = (ChangeKind.NEW, ChangeKind.WORSE)
_NOT_COMPARED = "No earlier report was given to compare with (--earlier FILE, or --history FILE)."


def at_a_glance(look: Lookup) -> Iterator[Part]:
    """Yield the questions side by side."""
    answers = {
        "Where are we exposed?": tuple(_exposed(look)),
        "What would change that first?": tuple(_things(look)),
        "Is it better than last time?": tuple(_compared(look)),
        "Would anything embarrass us?": tuple(embarrassing(look)),
    }
    yield Group(
        parts=tuple(
            Box(parts=(Heading(level=3, text=question), *told), value="question")
            for question, told in answers.items()
            if told
        )
    )


def _exposed(look: Lookup) -> Iterator[Part]:
    lines = exposed(look)
    statuses = look.report.summary.expectation_statuses
    yield Paragraph(line=words(statuses_in_words(statuses) if lines else gaps_in_numbers(look)))
    if lines:
        yield Paragraph(line=words("Most exposed, essential gaps first:"))
        yield Items(items=lines)


def _things(look: Lookup) -> Iterator[Part]:
    found = open_questions(look)[:_THINGS]
    if found:
        yield Items(items=tuple(_thing(one, look) for one in found), ordered=True)
        planned = actions_in_numbers(look)
        if planned:
            yield Paragraph(line=words(planned))


def _thing(one: OpenQuestion, look: Lookup) -> Line:
    """Return a question, for how much it is open, what to do, and where to begin."""
    first = one.gaps[0]
    about = look.titles.get(first.expectation, "")
    if len(one.gaps) == 1 and about:
        link = Link(one.title, f"#{look.gap_target(first)}")
        return (link, f" ({expected(about)}). {plain(first.remedy)}")
    if len(one.gaps) == 1:
        return (Link(one.title, f"#{look.gap_target(first)}"), f". {plain(first.remedy)}")
    begin: list[Piece] = []
    lead = " Begin where this is expected: " if first.expectation in look.titles else " Begin with "
    for gap in one.gaps[:_BEGIN]:
        begin += ["; " if begin else lead, Link(_named(gap, look), f"#{look.gap_target(gap)}")]
    return (Strong(one.title), f": {one.spread}. {plain(first.remedy)}", *begin, ".")


def _named(gap: ReportedFinding, look: Lookup) -> str:
    if about := look.titles.get(gap.expectation):
        return f"“{about}”"
    return look.titles.get(gap.statement) or plain(gap.item or gap.title)


def _compared(look: Lookup) -> Iterator[Part]:
    told = changes_in_numbers(look)
    yield Paragraph(line=words(told or _NOT_COMPARED))
    notes = (words(plain(note)) for note in look.report.changes_notes)
    if worst := tuple(_changed(one, look) for one in _worst(look)):
        yield Items(items=worst)
    if closed := _closed(look):
        yield Paragraph(line=closed)
    if lines := tuple(notes):
        yield Paragraph(line=words("What makes the two hard to compare:"))
        yield Items(items=lines)


def _worst(look: Lookup) -> tuple[Change, ...]:
    """Return the gaps that are new or worse and weigh most; changes come worst first."""
    found = [one for one in look.report.changes or () if one.what == "gap" and one.kind in _BAD]
    return tuple(sorted(found, key=lambda one: -one.priority)[:_THINGS])


def _closed(look: Lookup) -> Line:
    """Return the names of gaps that are closed, so that nobody has to look for good news."""
    closed = [one for one in look.report.changes or () if one.what == "gap" and one.kind is ChangeKind.CLOSED]
    pieces: list[Piece] = []
    for one in closed[:_THINGS]:
        finding = look.findings.get(one.id)
        anchor = look.anchor("expectation", finding.expectation) if finding else ""
        named = _title_of(one)
        pieces += ["; " if pieces else "Closed: ", Link(named, f"#{anchor}") if anchor else named]
    more = len(closed) - _THINGS
    return (*pieces, f"; {number(more)} more." if more > 0 else ".") if closed else ()


def _title_of(change: Change) -> str:
    """Return what a change is about; of a question about the documents as a whole the item as well."""
    rule, _, item = change.id.partition("/")
    return plain(f"{change.title or change.id}{f' ({item})' if item and '.' in rule and change.title else ''}")


def _changed(change: Change, look: Lookup) -> Line:
    finding = look.findings.get(change.id)
    title = _title_of(change)
    target = f"#{look.gap_target(finding)}" if finding else ""
    return (f"{change.kind.value.capitalize()}: ", Link(title, target) if target else title)

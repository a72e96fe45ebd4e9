"""The report as a paper that people edit, sign and table: first page, coverage, statements, annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker import Change, GapReport, counted, in_words

from ..wording import plain
from .before_sharing import before_sharing, places
from .evidence_index import evidence_index
from .first_page import all_warnings, first_page, many_warnings
from .heat_maps import EXPLAINED, of_statement, over_statements
from .lookup import Lookup
from .method import method
from .paper_statement import quoted, statement_paper, to_do
from .parts import Extent, Fold, Heading, Items, Link, Paragraph, Part, Table, words
from .plans import TITLE as PLANS
from .plans import has_plans, plans
from .reliability import ANCHOR as RELIABILITY
from .reliability import TITLE as RELIABLE
from .reliability import is_told, reliability

_AS_A_WHOLE = "The documents as a whole"
_CHANGED = "What changed since the earlier report"


def board_paper(report: GapReport, extent: Extent) -> Iterator[Part]:
    """
    Yield the parts of the paper.

    What to act on comes first: with many statements in scope the quotes go to an annex.
    """
    look = Lookup.of(report, extent)
    yield from first_page(look)
    yield from _contents(look)
    yield from all_warnings(look)
    yield from (part for part in before_sharing(look) if not isinstance(part, Fold))
    yield from _coverage(look)
    yield from _plans(look)
    for place, statement in enumerate(look.in_scope):
        # The first one goes on where the plans end: a page break there often leaves a page nearly empty.
        yield from statement_paper(statement, look, new_page=place > 0)
    if report.findings:
        yield Heading(level=2, text=_AS_A_WHOLE, anchor="run")
        yield from to_do("the documents as a whole", report.findings, look)
    yield from _changes(look)
    yield from evidence_index(look)
    yield from _where_to_look(look)
    yield from reliability(look)
    yield from (part for part in method(look) if not isinstance(part, Fold))
    if look.large:
        yield from _annex(look)


def _where_to_look(look: Lookup) -> Iterator[Part]:
    """Yield the places behind "Before you share", which would be in the way at the front."""
    if look.report.before_sharing:
        yield Heading(level=3, text="Before you share: where to look")
        yield places(look)


def _contents(look: Lookup) -> Iterator[Part]:
    yield Heading(level=2, text="In this report", anchor="contents", new_page=True)
    lines = [("All warnings", "warnings")] if many_warnings(look) else []
    lines += [("Before you share", "before-sharing"), ("Where the evidence comes from", "matrix")]
    lines += [(PLANS, "plans")] if has_plans(look) else []
    lines += [(look.titles[one.id], look.anchor("statement", one.id)) for one in look.in_scope]
    lines += [(_AS_A_WHOLE, "run")] if look.report.findings else []
    lines += [(_CHANGED, "changes")] if look.report.changes else []
    lines += [("Evidence index", "read")]
    lines += [(RELIABLE, RELIABILITY)] if is_told(look) else []
    lines += [("Method and limits", "method")]
    lines += [("Annex: the words behind each status", "annex")] if look.large else []
    yield Items(items=tuple((Link(text, f"#{anchor}"),) for text, anchor in lines))


def _plans(look: Lookup) -> Iterator[Part]:
    """Yield the plans on a page of their own where contents and coverage fill the one before."""
    new_page = look.large and not many_warnings(look)
    for part in plans(look):
        yield replace(part, new_page=new_page) if isinstance(part, Heading) and part.level == 2 else part


def _coverage(look: Lookup) -> Iterator[Part]:
    yield Heading(level=2, text="Where the evidence comes from", anchor="matrix")
    spoken = [statement for statement in look.in_scope if statement.expectations]
    if not spoken:
        yield Paragraph(line=words("No expectation was in scope."))
        return
    yield Paragraph(line=words(EXPLAINED))
    yield over_statements(look).table
    if not look.large:
        yield from (of_statement(statement, look).table for statement in spoken)


def _changes(look: Lookup) -> Iterator[Part]:
    changes = look.report.changes or ()
    if not changes:
        return
    yield Heading(level=2, text=_CHANGED, anchor="changes")
    since = f"Since the report of {in_words(look.report.changed_since)}. " if look.report.changed_since else ""
    if told := since + " ".join(map(plain, look.report.changes_notes)):
        yield Paragraph(line=words(told.strip()), style="note")
    shown = changes[: look.extent.rows]
    rows = tuple(tuple(words(plain(cell) or "–") for cell in _change(change)) for change in shown)
    more = len(changes) - len(shown)
    note = f"And {counted(more, 'more change')}: the workbook lists every one." if more else ""
    yield Table(caption="Changes, worst first", head=("What", "Change", "Before", "Now", "Id"), rows=rows, note=note)


def _change(change: Change) -> tuple[str, ...]:
    return (change.title or change.id, f"{change.what} {change.kind.value}", change.before, change.after, change.id)


def _annex(look: Lookup) -> Iterator[Part]:
    yield Heading(level=2, text="Annex: the words behind each status", anchor="annex", new_page=True)
    for statement in look.in_scope:
        yield Heading(level=3, text=look.titles[statement.id])
        yield from quoted(statement, look, level=4)

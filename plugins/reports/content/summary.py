"""The first page: what was compared, what was found, what is missing, what to do first, and what this report is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from checker import (
    ExpectationStatus,
    GapReport,
    ReportedServed,
    ReportedStatement,
    counted,
    in_words,
    listed,
    replace,
)

from ..wording import STATUS_WORDS, number, of, plain, tally
from .at_a_glance import at_a_glance
from .before_sharing import sharing_row
from .findings import finding_box
from .in_numbers import lead
from .lookup import Lookup, status_tag
from .parts import Box, Facts, Fold, Heading, Items, Line, Link, Paragraph, Part, Piece, Strong, Table, text_of, words

_WARNINGS = 5
"""Warnings in sight at the top; more are folded below them."""

_TYPED = ("actions", "waivers")
"""Settings of a run that name a file in which people decide something."""

_STATUSES = {status.value: text.lower() for status, text in STATUS_WORDS.items()}


def summary(look: Lookup) -> Iterator[Part]:
    """Yield the first page, warnings first."""
    report = look.report
    yield Heading(level=1, text=plain(report.title) or "Gap report")
    yield from (_folded(one, look) for one in warnings(look))
    if rows := tuple(sharing_row(look)):
        yield Facts(rows=rows)
    yield Heading(level=2, text="Summary", anchor="summary")
    yield Paragraph(line=words(lead(look)), style="lead")
    yield from at_a_glance(look)
    yield Heading(level=3, text="What was compared, and with what", anchor="about")
    yield Facts(rows=tuple(about(look)))
    yield _by_status(look) if len(look.in_scope) < 2 else _by_statement(look)
    yield from _top_gaps(look)
    yield from _promises(look)
    yield Heading(level=3, text="What this report is not", anchor="notice")
    notice = (plain(line) for line in report.notice if line not in report.framework.attribution)
    yield Items(items=tuple(words(line) for line in notice))


def warnings(look: Lookup) -> Iterator[Part]:
    """Yield what a reader must know before the rest: warnings of the run, and what failed."""
    lines: list[Line] = []
    if not look.anything_read:
        lines.append(words("No file could be read, so this report says nothing about any council."))
    if look.report.not_assessed:
        told = f"{_failed(look.report)}. This is never good news: see "
        doubt = ". What was not found may be in what was not read." if look.unread else "."
        lines.append((told, Link("What was not assessed", "#not-assessed"), doubt))
    by_source = sorted(look.report.warnings, key=lambda one: not _is_about_typed(one, look))
    lines += [words(plain(warning)) for warning in by_source]
    if lines:
        shown = (Paragraph(line=(Strong("Warning: "), *line), style="warning") for line in lines)
        yield Box(parts=tuple(shown), value="warning")


def _folded(box: Part, look: Lookup) -> Part:
    """
    Fold all but the first few of many warnings: a summary that begins on the third screen is none.

    What is said of rows that people typed is never folded away: nobody else can put it right.
    """
    if not isinstance(box, Box):
        return box
    told = [text_of(one.line) if isinstance(one, Paragraph) else "" for one in box.parts]
    shown = max([_WARNINGS, *(place for place, one in enumerate(told, start=1) if _is_about_typed(one, look))])
    if len(box.parts) <= shown:
        return box
    first, rest = box.parts[:shown], box.parts[shown:]
    return replace(box, parts=(*first, Fold(summary=f"{counted(len(rest), 'more warning')}", parts=rest)))


def _is_about_typed(warning: str, look: Lookup) -> bool:
    """Whether a warning names a row of a file that people filled in: the action plan, or waivers and attestations."""
    given = look.report.run.settings
    return any(f"{given[name]}, " in warning or f"{given[name]}:" in warning for name in _TYPED if given.get(name))


def _failed(report: GapReport) -> str:
    kinds = Counter(one.what for one in report.not_assessed)
    names = [plain(one.name) for one in report.not_assessed]
    shown = names[:3] + ([f"{number(len(names) - 3)} more"] if len(names) > 3 else [])
    return f"{listed([counted(kinds[what], what) for what in sorted(kinds)])} could not be assessed ({listed(shown)})"


def about(look: Lookup) -> Iterator[tuple[str, Line]]:
    """Yield what was compared with what, as of when."""
    report = look.report
    yield _councils(report)
    yield "As of", words(in_words(report.run.as_of))
    yield "Compared with", words(_compared_with(report))
    yield "Read", words(_read(report))
    yield "In scope", words(listed([plain(one.title) for one in look.in_scope]) or "Nothing")
    outside = [plain(one.title) for one in report.statements if not one.in_scope]
    if outside:
        yield "Not in scope", words(listed(outside))


def _councils(report: GapReport) -> tuple[str, Line]:
    names = [plain(name) for name in report.councils]
    return "Council" if len(names) < 2 else "Councils", words(listed(names) or "No document names its council")


def _compared_with(report: GapReport) -> str:
    edition = report.framework.edition
    doubt = "" if edition.status.value == "confirmed" else ", not confirmed in every detail"
    packs = listed([f"{pack.name} {pack.version}" for pack in report.run.packs]) or "no pack"
    return plain(f"{report.framework.title} ({edition.label}{doubt}), with rules from {packs}")


def _read(report: GapReport) -> str:
    found = report.summary
    parts = [f"{of(found.files_read, found.files_total, 'file')} read{' in full' if found.files_partial else ''}"]
    parts += [f"{number(found.files_partial)} in part"] if found.files_partial else []
    parts += [f"{number(found.files_failed)} could not be read"] if found.files_failed else []
    spoken = of(found.sentences_recognised, found.sentences, "sentence")
    return f"{', '.join(parts)}; {spoken} {'speaks' if found.sentences == 1 else 'speak'} to an expectation"


def _by_status(look: Lookup) -> Table:
    rows = []
    for status in ExpectationStatus:
        found = [one for statement in look.in_scope for one in statement.expectations if one.status is status]
        if found or status is not ExpectationStatus.NOT_ASSESSED:
            names = [Link(plain(one.title), f"#{look.anchor('expectation', one.id)}") for one in found]
            rows.append(((status_tag(status),), words(number(len(found))), _joined(names) or words("–")))
    head = ("What was found", "Expectations", "Which")
    return Table(caption="Expectations by what was found", head=head, rows=tuple(rows))


def _joined(links: list[Link]) -> Line:
    line: list[Piece] = []
    for link in links:
        line += ["; ", link] if line else [link]
    return tuple(line)


def _by_statement(look: Lookup) -> Table:
    rows = []
    for statement in look.in_scope:
        counts = tuple(words(number(statement.statuses.get(status.value, 0))) for status in ExpectationStatus)
        rows.append(((Link(plain(statement.title), f"#{look.anchor('statement', statement.id)}"),), *counts))
    head = ("Quality statement", *STATUS_WORDS.values())
    return Table(caption="Expectations of each quality statement by what was found", head=head, rows=tuple(rows))


def _top_gaps(look: Lookup) -> Iterator[Part]:
    top = look.top_gaps
    if not top:
        return
    yield Heading(level=3, text=f"The {counted(len(top), 'gap that matters', 'gaps that matter')} most", anchor="first")
    for position, finding in enumerate(top, start=1):
        yield finding_box(finding, look, level=4, position=position)
    yield Paragraph(line=words(plain(look.report.summary.formula)), style="note")


def _promises(look: Lookup) -> Iterator[Part]:
    lists = {
        plain(one.title): tuple(_promise_counts(one))
        for one in look.in_scope
        if one.i_statements or one.commitment_parts
    }
    if look.large:
        parts = [part for title, items in lists.items() for part in (Paragraph(line=(Strong(title),)), *items)]
        yield Fold(summary="How each promise is evidenced, statement by statement", parts=tuple(parts))
        return
    for title, items in lists.items():
        yield Heading(level=3, text=f"How each promise is evidenced: {title}")
        yield from items


def _promise_counts(statement: ReportedStatement) -> Iterator[Part]:
    lines = [("People expect: ", one) for one in statement.i_statements]
    lines += [("The commitment: ", one) for one in statement.commitment_parts]
    if lines:
        yield Items(items=tuple((Strong(start), f"“{plain(one.text)}” {_served_by(one)}") for start, one in lines))


def _served_by(one: ReportedServed) -> str:
    total = sum(one.statuses.values())
    if not total:
        return "No expectation serves it yet."
    if total == 1:
        return f"One expectation serves it: {_only(one.statuses)}."
    return f"Of {number(total)} expectations that serve it: {tally(one.statuses, _STATUSES)}."


def _only(statuses: Mapping[str, int]) -> str:
    return next(text for status, text in _STATUSES.items() if statuses.get(status))

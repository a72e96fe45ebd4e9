"""The paper's first page: what was compared, a sentence for each theme, what to act on first, what this is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker import ExpectationStatus, ReportedFinding, ReportedStatement

from ..safe_text import shortened
from ..wording import count, listed, number, of, plain
from .before_sharing import sharing_row
from .decided_briefly import actions_in_numbers, changes_in_numbers
from .in_numbers import gaps_in_numbers, lead, statuses_in_words
from .lookup import Lookup
from .parts import Box, Facts, Heading, Items, Line, Link, Paragraph, Part, Piece, Strong, words
from .summary import about, warnings

_WARNINGS = 4
"""Warnings on the first page; it is to stay one page."""

_LONGEST = 220


def first_page(look: Lookup) -> Iterator[Part]:
    """Yield the first page. It has no tables and few words, so that it stays one page."""
    report = look.report
    yield Heading(level=1, text=plain(report.title) or "Gap report")
    yield from _first_warnings(look)
    # Edition and packs stand under "Method and limits": the page has no room for them.
    compared = (row for row in about(look) if "scope" not in row[0] and row[0] != "Compared with")
    against = ("Compared with", words(plain(report.framework.title)))
    yield Facts(rows=(*sharing_row(look), *compared, against, ("In scope", words(_scope(look)))))
    yield Heading(level=2, text="Summary", anchor="summary")
    first, by_status = lead(look), Counter(report.summary.expectation_statuses)
    yield Paragraph(line=words(first), style="lead")
    short = _in_short(by_status)
    second = gaps_in_numbers(look) if first == statuses_in_words(by_status) else f"{short[0].upper()}{short[1:]}"
    told = (second, actions_in_numbers(look), changes_in_numbers(look))
    yield Paragraph(line=words(" ".join(one for one in told if one)))
    yield Items(items=tuple(_themes(look)))
    yield from _act_on_first(look)
    yield Heading(level=3, text="What this report is not", anchor="notice")
    notice = (plain(text) for text in report.notice if text not in report.framework.attribution)
    yield Paragraph(line=words(" ".join(notice)), style="note")


def all_warnings(look: Lookup) -> Iterator[Part]:
    """Yield every warning under a heading of its own, where the first page had no room for all."""
    boxes = [one for one in warnings(look) if isinstance(one, Box)]
    if any(len(box.parts) > _WARNINGS for box in boxes):
        yield Heading(level=2, text="All warnings", anchor="warnings")
        yield from boxes


def _first_warnings(look: Lookup) -> Iterator[Part]:
    for box in warnings(look):
        if not isinstance(box, Box) or len(box.parts) <= _WARNINGS:
            yield box
        else:
            more = Link(f"all {number(len(box.parts))} warnings", "#warnings")
            rest = Paragraph(line=("See ", more, "."), style="warning")
            yield Box(parts=(*box.parts[: _WARNINGS - 1], rest), value=box.value)


def _scope(look: Lookup) -> str:
    """Return how many statements are in scope; their names only where they take no room."""
    told = of(len(look.in_scope), len(look.report.statements), "quality statement")
    return (
        told if look.large or not look.in_scope else f"{told}: {listed([look.titles[one.id] for one in look.in_scope])}"
    )


def _themes(look: Lookup) -> Iterator[Line]:
    """Yield a sentence for each theme of the framework."""
    for theme in look.report.framework.themes:
        within = [one for one in look.in_scope if one.theme == theme.id]
        yield (Strong(f"{plain(theme.title)}: "), _theme(within, theme.statements))


def _theme(within: list[ReportedStatement], statements: tuple[str, ...]) -> str:
    if not within:
        return "not in scope."
    by_status = sum((Counter(one.statuses) for one in within), Counter[str]())
    gaps = sum(finding.is_open for one in within for finding in _findings(one))
    whole = (
        ""
        if len(within) == len(statements)
        else f"{number(len(within))} of {number(len(statements))} statements in scope. "
    )
    return f"{whole}{_in_short(by_status)} {count(gaps, 'gap is', 'gaps are').capitalize()} open."


def _in_short(by_status: Counter[str]) -> str:
    """Return what `statuses_in_words` tells, in one line of the page."""
    total = by_status.total()
    if not total:
        return "No expectation."
    supported, mixed, shortfall, absent, failed = (by_status[status.value] for status in ExpectationStatus)
    parts = [f"evidence for {of(supported + mixed, total, 'expectation')}"]
    parts += [f"shortfalls too for {number(mixed)}"] if mixed else []
    parts += [f"only shortfalls for {number(shortfall)}"] if shortfall else []
    parts += [f"nothing for {number(absent)}"] if absent else []
    parts += [f"{number(failed)} not assessed"] if failed else []
    return f"{', '.join(parts)}."


def _findings(statement: ReportedStatement) -> Iterator[ReportedFinding]:
    for one in statement.expectations:
        yield from one.findings
    yield from statement.findings


def _act_on_first(look: Lookup) -> Iterator[Part]:
    if not look.top_gaps:
        return
    yield Heading(level=3, text="What to act on first", anchor="first")
    yield Items(items=tuple(_gaps(look)), ordered=True)
    yield Paragraph(line=words(plain(look.report.summary.formula)), style="note")


def _gaps(look: Lookup) -> Iterator[Line]:
    """Yield the gaps that matter most; advice that stands beside an earlier one is not told again."""
    told: dict[str, int] = {}
    for place, finding in enumerate(look.top_gaps, start=1):
        first = told.setdefault(finding.remedy, place)
        yield _gap(finding, look, f"as in {first}." if first < place else _first_sentence(finding.remedy))


def _first_sentence(text: str) -> str:
    """Return the first sentence, for the page has no room for more; the rest stands with the statement."""
    return shortened(f"{plain(text).rstrip('.').partition('. ')[0]}.", _LONGEST)


def _gap(finding: ReportedFinding, look: Lookup, remedy: str) -> Line:
    about = look.titles.get(finding.expectation) or plain(finding.title)
    statement = f"{look.titles[finding.statement]}, " if len(look.in_scope) > 1 and finding.statement else ""
    told: list[Piece] = [
        Strong(about),
        f" ({statement}priority {number(finding.priority)})",
        ". ",
        _first_sentence(finding.reason),
    ]
    told += [" ", Strong("What to do: "), remedy] if finding.remedy else []
    return tuple(told)

"""The paper's first page: what was compared, a sentence for each theme, what to act on first, what this is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker import ExpectationStatus, ReportedFinding, ReportedStatement, counted, listed

from ..safe_text import shortened
from ..wording import number, of, plain
from .before_sharing import sharing_row
from .decided_briefly import actions_in_numbers, changes_in_numbers, owners_told
from .embarrassing import embarrassing_in_a_line
from .in_numbers import gaps_in_numbers, lead, statuses_in_words
from .lookup import Lookup
from .naming import missing_and_expected
from .page_room import fits_on_a_page
from .parts import Box, Facts, Heading, Items, Line, Link, Paragraph, Part, Piece, Strong, text_of, words
from .summary import about, warnings

_WARNINGS = 4
"""Warnings on the first page; it is to stay one page."""

_ROOMY, _NARROW = 220, 60
_QUOTED = (_ROOMY, 180, 150, 120, 100)
_SILENT = (150, 120, 100, 80)
"""
Longest sentences on the first page, in signs, with and without the words that decided a gap: the first with which all
of it fits is taken.
"""

_A_LINE = 95
"""Signs of a warning that take no more room than fewer would."""

_TITLE = 150


def first_page(look: Lookup) -> tuple[Part, ...]:
    """Return the first page. It has no tables, and sentences are shortened as far as it needs to stay one page."""
    rooms = [(longest, True) for longest in _QUOTED] + [(longest, False) for longest in _SILENT]
    pages = (tuple(_page(look, longest, quoted=quoted)) for longest, quoted in rooms)
    return next((page for page in pages if fits_on_a_page(page)), tuple(_page(look, _NARROW, quoted=False)))


def _page(look: Lookup, longest: int, *, quoted: bool) -> Iterator[Part]:
    report = look.report
    yield Heading(level=1, text=shortened(plain(report.title), _TITLE) or "Gap report")
    yield from _first_warnings(look, max(longest, _A_LINE))
    # Edition and packs stand under "Method and limits": the page has no room for them.
    compared = [row for row in about(look) if "scope" not in row[0] and row[0] != "Compared with"]
    compared = [(name, words(shortened(text_of(told), _ROOMY))) for name, told in compared]
    against = ("Compared with", words(plain(report.framework.title)))
    yield Facts(rows=(*sharing_row(look), *compared, against, ("In scope", words(_scope(look)))))
    yield from _summary(look)
    embarrassing = embarrassing_in_a_line(look, max(2 * longest, _ROOMY))
    yield Paragraph(line=(Strong("Would anything embarrass us? "), embarrassing))
    yield from _act_on_first(look, longest, quoted=quoted)
    yield Heading(level=3, text="What this report is not", anchor="notice")
    notice = (plain(text) for text in report.notice if text not in report.framework.attribution)
    yield Paragraph(line=words(" ".join(notice)), style="note")


def _summary(look: Lookup) -> Iterator[Part]:
    yield Heading(level=2, text="Summary", anchor="summary")
    first, by_status = lead(look), Counter(look.report.summary.expectation_statuses)
    yield Paragraph(line=words(first), style="lead")
    short = _in_short(by_status)
    second = gaps_in_numbers(look) if first == statuses_in_words(by_status) else f"{short[0].upper()}{short[1:]}"
    told = " ".join(one for one in (second, actions_in_numbers(look)) if one)
    compared, colon, changed = changes_in_numbers(look).partition(":")
    since = (Link(compared, "#changes") if colon else compared, f"{colon}{changed}")
    yield Paragraph(line=(f"{told} ", *since) if compared else words(told))
    yield Items(items=tuple(_themes(look)))


def many_warnings(look: Lookup) -> bool:
    """Whether the first page has no room for all warnings in full."""
    whole = [box for box in warnings(look) if isinstance(box, Box)]
    shown = [part for part in first_page(look) if isinstance(part, Box)]
    return whole != shown


def all_warnings(look: Lookup) -> Iterator[Part]:
    """Yield every warning under a heading of its own, where the first page had no room for all."""
    if many_warnings(look):
        yield Heading(level=2, text="All warnings", anchor="warnings")
        yield from (one for one in warnings(look) if isinstance(one, Box))


def _first_warnings(look: Lookup, longest: int) -> Iterator[Part]:
    for box in warnings(look):
        if not isinstance(box, Box):
            yield box
            continue
        shown = box.parts if len(box.parts) <= _WARNINGS else box.parts[: _WARNINGS - 1]
        shown = tuple(_short(one, longest) for one in shown)
        if shown == box.parts:
            yield box
        else:
            more = Link(
                f"{'all' if len(box.parts) > 1 else 'the whole of'} {counted(len(box.parts), 'warning')}", "#warnings"
            )
            rest = Paragraph(line=("See ", more, "."), style="warning")
            yield Box(parts=(*shown, rest), value=box.value)


def _short(part: Part, longest: int) -> Part:
    """Return a warning with as much of it as there is room for; all of it stands further down."""
    if not isinstance(part, Paragraph) or len(text_of(part.line)) <= longest:
        return part
    first, *rest = part.line
    return Paragraph(line=(first, shortened(text_of(tuple(rest)), longest)), style=part.style)


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
    whole = "" if len(within) == len(statements) else f"{of(len(within), len(statements), 'statement')} in scope. "
    return f"{whole}{_in_short(by_status, '')} {counted(gaps, 'open gap').capitalize()}."


def _in_short(by_status: Counter[str], thing: str = "expectation") -> str:
    """Return what `statuses_in_words` tells, in one line of the page; `thing` is empty where it was named before."""
    total = by_status.total()
    if not total:
        return "No expectation."
    supported, mixed, shortfall, absent, failed = (by_status[status.value] for status in ExpectationStatus)
    things = of(supported + mixed, total, thing) if thing else f"{number(supported + mixed)} of {number(total)}"
    parts = [f"evidence for {things}"]
    parts += [f"shortfalls too for {number(mixed)}"] if mixed else []
    parts += [f"only shortfalls for {number(shortfall)}"] if shortfall else []
    parts += [f"nothing for {number(absent)}"] if absent else []
    parts += [f"{number(failed)} not assessed"] if failed else []
    return f"{', '.join(parts)}."


def _findings(statement: ReportedStatement) -> Iterator[ReportedFinding]:
    for one in statement.expectations:
        yield from one.findings
    yield from statement.findings


def _act_on_first(look: Lookup, longest: int, *, quoted: bool) -> Iterator[Part]:
    if not look.top_gaps:
        return
    yield Heading(level=3, text="What to act on first", anchor="first")
    yield Items(items=tuple(_gaps(look, longest, quoted=quoted)), ordered=True)
    if longest == _ROOMY:
        yield Paragraph(line=words(plain(look.report.summary.formula)), style="note")


def _gaps(look: Lookup, longest: int, *, quoted: bool) -> Iterator[Line]:
    """Yield the gaps that matter most; advice that stands beside an earlier one is not told again."""
    advised: dict[str, int] = {}
    for place, finding in enumerate(look.top_gaps, start=1):
        first = advised.setdefault(finding.remedy, place)
        remedy = f"as in {first}." if first < place else _first_sentence(finding.remedy, longest)
        said = _words_of(finding, look, longest) if quoted else ()
        yield (
            *_called(finding, look),
            *(said or (_first_sentence(look.reason(finding), longest),)),
            *_to_do(finding, look, remedy),
        )


def _first_sentence(text: str, longest: int) -> str:
    """Return the first sentence, for the page has no room for more; the rest stands with the statement."""
    return shortened(f"{plain(text).rstrip('.').partition('. ')[0]}.", longest)


def _called(finding: ReportedFinding, look: Lookup) -> Line:
    statement = look.titles[finding.statement] if len(look.in_scope) > 1 and finding.statement else ""
    missing, wanted = missing_and_expected(finding, look)
    about = ", ".join(filter(None, (wanted or statement, f"priority {number(finding.priority)}")))
    return (Strong(missing), f" ({about}). ")


def _words_of(finding: ReportedFinding, look: Lookup, longest: int) -> Line:
    """Return the sentence that decided, which tells more than how many did; empty if the gap rests on none."""
    passage = look.deciding(finding)
    if passage is None:
        return ()
    name = plain(passage.document).rpartition("/")[2]
    return (f"“{shortened(plain(passage.text), longest)}” ({shortened(name, _NARROW)})",)


def _to_do(finding: ReportedFinding, look: Lookup, remedy: str) -> Line:
    told: list[Piece] = [" ", Strong("What to do: "), remedy] if finding.remedy else []
    if planned := owners_told(finding, look):
        told += [" ", Strong("Action: "), f"{shortened(planned, _A_LINE)}."]
    return tuple(told)

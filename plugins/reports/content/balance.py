"""How old the evidence is, how strengths stand to shortfalls, and whose voices are heard: as charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import ReportedExpectation, ReportedStatement, counted, in_words, listed

from ..charts import AgeStrip, Bar, Bars, Point, Sides, StripRow
from ..wording import number, of, plain
from .heat_maps import is_old, limit_of
from .lookup import Lookup
from .parts import Chart, Fold, Heading, Link, Part, Table, words

_Row = tuple[str, str, Sequence[ReportedExpectation]]
"""What a row of a chart is called, where it leads, and the expectations that it adds up."""


def balance(look: Lookup) -> Iterator[Part]:
    """Yield the charts over all statements in scope, where there are several."""
    spoken = [statement for statement in look.in_scope if statement.expectations]
    if len(spoken) < 2 or look.extent.brief:
        return
    yield Heading(level=2, text="Strengths, voices and age of the evidence", anchor="balance")
    rows = [(plain(one.title), look.anchor("statement", one.id), one.expectations) for one in spoken]
    yield from _charts("All statements in scope", "Quality statement", rows, look)


def statement_charts(statement: ReportedStatement, look: Lookup) -> Iterator[Part]:
    """Yield the charts of one statement, folded where many statements are in scope."""
    if not statement.expectations or look.extent.brief:
        return
    title = plain(statement.title)
    rows = [(plain(one.title), look.anchor("expectation", one.id), (one,)) for one in statement.expectations]
    charts = tuple(_charts(title, "Expectation", rows, look))
    if look.large:
        yield Fold(summary="Charts: strengths, voices and age of the evidence", about=title, parts=charts)
    else:
        yield from charts


def _charts(title: str, first: str, rows: Sequence[_Row], look: Lookup) -> Iterator[Chart]:
    yield _sides(title, first, rows)
    yield _voices(title, [one for *_, expectations in rows for one in expectations], look)
    yield _ages(title, first, rows, look)


def _sides(title: str, first: str, rows: Sequence[_Row]) -> Chart:
    numbers = [
        (name, anchor, sum(one.against for one in found), sum(one.strengths for one in found))
        for name, anchor, found in rows
    ]
    outweighed = [name for name, _, against, strengths in numbers if against > strengths]
    headline = f"Strengths outweigh shortfalls, or equal them, in each {first.lower()}"
    if outweighed:
        headline = f"Shortfalls outweigh strengths in {of(len(outweighed), len(rows), first.lower())}"
        headline += f": {listed(outweighed)}" if len(outweighed) < 4 else ""
    drawing = Sides(left="Against", right="For", rows=tuple((name, left, right) for name, _, left, right in numbers))
    cells = (
        ((Link(name, f"#{anchor}"),), words(number(strengths)), words(number(against)))
        for name, anchor, against, strengths in numbers
    )
    table = Table(caption=f"{title}: passages for and against", head=(first, "For", "Against"), rows=tuple(cells))
    told = "Passages that affirm stand to the right, passages that report a shortfall to the left, striped."
    return Chart(headline=headline, told=told, drawing=drawing, table=table)


def _voices(title: str, found: Sequence[ReportedExpectation], look: Lookup) -> Chart:
    heard = {one.id: sum(each.counts.voice.get(one.id, 0) for each in found) for one in look.report.framework.voices}
    own = sum(heard[one.id] for one in look.report.framework.voices if not one.independent)
    silent = [plain(one.title) for one in look.report.framework.voices if not heard[one.id]]
    headline = f"The council’s own voices: {of(own, sum(heard.values()), 'passage')}"
    headline += f"; nothing from {listed([_small(name) for name in silent])}" if 0 < len(silent) < 4 else ""
    bars = [
        Bar(label=plain(one.title), number=heard[one.id], marked=not one.independent)
        for one in look.report.framework.voices
    ]
    rows = tuple((words(one.label), words("own" if one.marked else "other"), words(number(one.number))) for one in bars)
    table = Table(caption=f"{title}: passages by voice", head=("Voice", "Whose", "Passages"), rows=rows)
    told = "Who is the source of what is said, for or against. A passage counts once for each expectation it speaks to."
    drawing = Bars(plain="Voices of others", marked="The council’s own voices", rows=tuple(bars))
    return Chart(headline=headline, told=told, drawing=drawing, table=table)


def _small(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _ages(title: str, first: str, rows: Sequence[_Row], look: Lookup) -> Chart:
    found = [one for *_, expectations in rows for one in expectations]
    dated = [one for one in found if one.latest_evidence]
    old = [one for one in dated if is_old(one, one.latest_evidence or "")]
    undated = sum(1 for one in found if one.strengths and not one.latest_evidence)
    headline = f"The latest evidence is too old for {of(len(old), len(dated), 'dated expectation')}"
    if not old:
        headline = f"Each of {counted(len(dated), 'dated expectation')} has evidence that is recent enough"
    if not dated:
        headline = "No date was found for any affirming evidence"
    headline += f"; {counted(undated, 'more has', 'more have')} no date" if undated else ""
    strip = AgeStrip(as_of=look.report.run.as_of, rows=tuple(_strip_row(name, each) for name, _, each in rows))
    cells = ((Link(name, f"#{anchor}"),) for name, anchor, _ in rows)
    told = (_latest(each) for *_, each in rows)
    limits = (_limit(each) for *_, each in rows)
    table = Table(
        caption=f"{title}: latest affirming evidence",
        head=(first, "Latest evidence", "Too old before"),
        rows=tuple((cell, words(one), words(limit)) for cell, one, limit in zip(cells, told, limits, strict=True)),
    )
    return Chart(headline=headline, told=_TOLD_AGES, drawing=strip, table=table)


_TOLD_AGES = (
    "Each mark is the latest day that affirming evidence of one category speaks of: a dot where it is recent enough, "
    "an empty diamond where it is too old by the rule, an arrow where it lies further back than the axis. "
    "A row whose rules allow different ages has no limit drawn."
)


def _strip_row(name: str, found: Sequence[ReportedExpectation]) -> StripRow:
    points = {Point(day=latest, old=is_old(one, latest)) for one in found for latest in one.latest_by_category.values()}
    limits = {limit_of(one) for one in found} - {""}
    instead = "No date was found" if any(one.strengths for one in found) else "Nothing affirms it"
    return StripRow(
        label=name,
        points=tuple(sorted(points)),
        limit=limits.pop() if len(limits) == 1 else "",
        instead=instead,
    )


def _latest(found: Sequence[ReportedExpectation]) -> str:
    days = sorted((one.latest_evidence for one in found if one.latest_evidence), reverse=True)
    if not days:
        return "No date found" if any(one.strengths for one in found) else "Nothing affirms it"
    return in_words(days[0]) if len(days) == 1 else f"{in_words(days[-1])} to {in_words(days[0])}"


def _limit(found: Sequence[ReportedExpectation]) -> str:
    limits = sorted({limit_of(one) for one in found} - {""})
    return (
        listed([in_words(one) for one in limits])
        if len(limits) < 3
        else f"{in_words(limits[0])} to {in_words(limits[-1])}"
    )

"""What to look at before the report or the evidence leaves the team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from checker import Concern, GapReport, Matter, counted, listed

from ..wording import number, plain
from .lookup import Lookup
from .parts import Fold, Heading, Items, Line, Link, Part, Strong, Table, words

_TITLES: Final = {
    Matter.PERSONAL_DATA: ("Personal data", "It is masked here with • and still in the files themselves."),
    Matter.HIDDEN: ("Hidden matter", "Readers of the page do not see it; whoever opens the file can."),
    Matter.RESIDUE: ("Left over from a draft", ""),
    Matter.NOT_READ: ("Not read in full", "What is in there was not looked at for any of this."),
    Matter.COPY: ("Copies", "Send one of them, and be sure which."),
}
_ALWAYS: Final = (
    "Names of people, and addresses that no word gives away, are not found by the checker. Small groups can be known "
    "by what they said. Read what is quoted before you share it."
)
_UNQUOTED: Final = "This report quotes no document: places and fingerprints only."
_NOTHING: Final = "No personal data of the kinds that are known, hidden matter or draft residue was found."
_FILES: Final = 3


def before_sharing(look: Lookup) -> Iterator[Part]:
    """Yield in a few lines what there is to look at, then every place of it."""
    yield Heading(level=2, text="Before you share", anchor="before-sharing")
    yield Items(items=tuple(sharing_lines(look.report)))
    found = look.report.before_sharing
    if found and not look.extent.brief:
        yield Fold(summary=f"Where to look ({counted(len(found), 'entry', 'entries')})", parts=(places(look),))


def sharing_lines(report: GapReport) -> Iterator[Line]:
    """Yield a line for each matter that there is, and what no program can see."""
    found = report.before_sharing
    for matter, (title, then) in _TITLES.items():
        of_matter = [one for one in found if one.matter is matter]
        if of_matter:
            yield (Strong(f"{title}: "), f"{_in_short(matter, of_matter)}. {then}".strip())
    if not found:
        yield words(_NOTHING)
    yield words(_UNQUOTED if report.run.settings.get("no_quotes") else _ALWAYS)


def in_a_line(report: GapReport) -> str:
    """Return how much of each matter there is, in one line; empty if there is nothing."""
    files = {matter: len({one.document for one in report.before_sharing if one.matter is matter}) for matter in Matter}
    return "; ".join(
        f"{_TITLES[matter][0].lower()} in {counted(many, 'file')}" for matter, many in files.items() if many
    )


def sharing_row(look: Lookup) -> Iterator[tuple[str, Line]]:
    """Yield the fact that a first page begins with; nothing if there is nothing to look at."""
    line = in_a_line(look.report)
    if line:
        yield (
            "Before you share",
            (f"{line[0].upper()}{line[1:]}: see ", Link("Before you share", "#before-sharing"), "."),
        )


def places(look: Lookup) -> Table:
    """Return the table of every entry, as far as the format has room."""
    found = look.report.before_sharing
    shown = found[: look.extent.rows]
    more = len(found) - len(shown)
    note = f"And {counted(more, 'more entry', 'more entries')}: the JSON report lists every one." if more else ""
    head = ("File", "What", "How often", "Where")
    rows = tuple(tuple(words(cell) for cell in row(one)) for one in shown)
    return Table(caption="What to look at before sharing", head=head, rows=rows, note=note)


def row(one: Concern) -> tuple[str, str, str, str]:
    """Return an entry as cells: file, what it is, how often, where."""
    where = ", ".join(map(plain, one.places))
    more = ", …" if one.places and len(one.places) < one.count else ""
    return plain(one.document), f"{_TITLES[one.matter][0]}: {plain(one.kind)}", number(one.count), where + more or "–"


def _in_short(matter: Matter, found: Sequence[Concern]) -> str:
    files = tuple(dict.fromkeys(plain(one.document) for one in found))
    shown = [*files[:_FILES], f"{number(len(files) - _FILES)} more"] if len(files) > _FILES else list(files)
    if matter in (Matter.NOT_READ, Matter.COPY):
        return f"{counted(len(files), 'file')} ({listed(shown)})"
    kinds: Counter[str] = Counter()
    for one in found:
        kinds[plain(one.kind)] += one.count
    return f"{listed([f'{number(many)} × {kind}' for kind, many in kinds.most_common(6)])}, in {listed(shown)}"

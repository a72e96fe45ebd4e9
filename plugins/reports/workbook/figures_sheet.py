"""The figures that documents state, with what they lack: a period, a base, a comparison, a source."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Observation, counted, in_words

from ..content.lookup import Lookup
from ..wording import place, plain
from .table import Cell, Column, Sheet

_KIND = "figure"
_COLUMNS = (
    Column(heading="Sentence", width=60),
    Column(heading="Figure", width=14),
    Column(heading="Unit", width=12),
    Column(heading="Measure", width=24),
    Column(heading="Whose", width=12),
    Column(heading="Period", width=24),
    Column(heading="Base", width=12),
    Column(heading="Compared", width=10),
    Column(heading="Source named", width=10),
    Column(heading="Quality statement", width=24),
    Column(heading="File", width=36),
    Column(heading="Where", width=40, printed=False),
)
_NOTE = "As the documents state them, masked and unchecked. An empty cell: none was recognised in or near the sentence."
_NONE = "No figure was recognised in the documents."


def figures_sheet(look: Lookup) -> Sheet:
    """Return the sheet, by file and place; a bounded number of each file."""
    figures = look.report.observations.kind(_KIND)
    total = look.report.observations.count(_KIND)
    more = f" {counted(total - len(figures), 'more figure')} are not listed." if total > len(figures) else ""
    rows = tuple(tuple(_row(one, look)) for one in figures)
    return Sheet(name="Figures", title="Figures", note=_NOTE + more if rows else _NONE, columns=_COLUMNS, rows=rows)


def _row(one: Observation, look: Lookup) -> Iterator[Cell]:
    passage = one.citation
    yield plain(passage.text)
    yield plain(one.value)
    for name in ("unit", "metric", "whose"):
        yield plain(one.attributes.get(name, "")).replace("-", " ")
    yield _period(plain(one.attributes.get("period", "")))
    yield plain(one.attributes.get("base", ""))
    for name in ("compared", "sourced"):
        yield "Yes" if one.attributes.get(name) else ""
    yield look.titles.get(one.statement, plain(one.statement))
    yield plain(one.document)
    yield place(passage)


def _period(told: str) -> str:
    """Return a period in words: its days are parted by a slash."""
    first, slash, last = told.partition("/")
    return in_words(first) if not slash or first == last else f"{in_words(first)} to {in_words(last)}"

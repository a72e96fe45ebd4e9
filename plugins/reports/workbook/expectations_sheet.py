"""The counts behind the report: for each expectation in scope, how many passages of each side."""

from __future__ import annotations

from collections.abc import Iterator

from checker import in_words

from ..content.lookup import Lookup
from ..wording import STATUS_WORDS, plain
from .table import Cell, Column, Sheet

_NOTE = "Counts of passages, not a score. A shortfall counts once, for the expectation that it is mainly about."


def expectations_sheet(look: Lookup) -> Sheet:
    """Return the sheet, in the framework's order."""
    categories = look.report.framework.used_categories
    columns = (
        Column(heading="Expectation", width=44),
        Column(heading="Quality statement", width=28),
        Column(heading="What was found", width=20),
        Column(heading="Strengths", width=11),
        Column(heading="Shortfalls", width=11),
        Column(heading="Planned", width=10),
        Column(heading="Open gaps", width=10),
        Column(heading="Latest evidence", width=18),
        *(Column(heading=f"Strengths: {plain(one.title)}", width=16) for one in categories),
        *(Column(heading=f"Shortfalls: {plain(one.title)}", width=16) for one in categories),
        Column(heading="Files that affirm it", width=11),
        Column(heading="Expectation id", width=28, printed=False),
    )
    return Sheet(
        name="Expectations", title="Expectations: what was found", note=_NOTE, columns=columns, rows=_rows(look)
    )


def _rows(look: Lookup) -> Iterator[tuple[Cell, ...]]:
    categories = [one.id for one in look.report.framework.used_categories]
    for statement in look.in_scope:
        for one in statement.expectations:
            yield (
                plain(one.title),
                plain(statement.title),
                STATUS_WORDS[one.status],
                one.strengths,
                one.against,
                one.counts.polarity.get("planned", 0),
                sum(finding.is_open for finding in one.findings),
                in_words(one.latest_evidence or ""),
                *(one.counts.strengths_by_category.get(name, 0) for name in categories),
                *(one.counts.shortfalls_by_category.get(name, 0) for name in categories),
                sum(status.value in ("supported", "mixed") for status in one.by_document.values()),
                one.id,
            )

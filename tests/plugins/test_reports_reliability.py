"""How reliable an expectation's recognition is: one section of a report, and links to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from checker_plugins.reports.content.pages import pages
from checker_plugins.reports.content.parts import Extent, Heading, Items, Link, Paragraph, Part, Table, text_of

from checker.domain.measured import Measured
from checker.domain.report import GapReport

from .report_builders import build

NOT_YET = "Not measured yet: nothing is labelled."


def with_reliability(measured: Measured | None = None, *, told: str = NOT_YET) -> GapReport:
    """Return a report whose first expectation was measured, and of whose others a pack only says `told`."""
    report = build()
    first, *rest = report.statements
    measuring, *others = first.expectations
    expectations = (
        replace(measuring, reliability="", measured=measured),
        *(replace(one, reliability=told) for one in others),
    )
    return replace(report, statements=(replace(first, expectations=expectations), *rest))


def flat(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts and those inside them."""
    for part in parts:
        yield part
        yield from flat(getattr(part, "parts", ()))


def section(report: GapReport, extent: Extent | None = None) -> list[Part]:
    """Return the parts of the section, its heading first; empty where there is none."""
    parts = list(pages(report, extent or Extent()))
    starts = [place for place, part in enumerate(parts) if isinstance(part, Heading) and part.level == 2]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        if isinstance(parts[start], Heading) and getattr(parts[start], "anchor", "") == "reliability":
            return parts[start:end]
    return []


@pytest.mark.parametrize(
    ("f1", "n", "meaning"),
    [
        (0.9, 40, "one sentence in ten"),
        (0.89, 40, "one sentence in five"),
        (0.7, 40, "one sentence in three"),
        (0.4, 40, "as a hint"),
        (0.9, 9, "Too few sentences"),
    ],
)
def test_a_measured_expectation_has_a_row_with_its_interval_and_what_that_means(
    f1: float, n: int, meaning: str
) -> None:
    found = section(with_reliability(Measured(f1=f1, low=0.3, high=0.95, n=n)))

    (table,) = [part for part in found if isinstance(part, Table)]
    (row,) = table.rows
    assert isinstance(row[0][0], Link)
    assert [text_of(cell) for cell in row[1:3]] == [f"{f1:.2f} (0.30 to 0.95)", str(n)]
    assert meaning in text_of(row[3])


def test_what_was_not_measured_is_said_once_for_all() -> None:
    report = with_reliability(Measured(f1=0.9, low=0.8, high=0.95, n=40))
    statement = report.statements[0]
    found = len([one for each in report.statements if each.in_scope for one in each.expectations])
    unmeasured = sum(one.reliability == NOT_YET for one in statement.expectations)

    (items,) = [part for part in section(report) if isinstance(part, Items)]

    assert [text_of(item) for item in items.items] == [f"{unmeasured} of {found} expectations: {NOT_YET}"]


def test_every_expectation_of_which_something_is_said_leads_to_the_section() -> None:
    report = with_reliability(Measured(f1=0.9, low=0.8, high=0.95, n=40))
    said = [one for each in report.statements for one in each.expectations if one.reliability or one.measured]

    links = [
        piece.target
        for part in flat(pages(report, Extent()))
        if isinstance(part, Paragraph)
        for piece in part.line
        if isinstance(piece, Link) and piece.text == "How reliable is this?"
    ]

    assert links == ["#reliability"] * len(said)


def test_where_packs_say_nothing_there_is_no_section() -> None:
    assert section(with_reliability(told="")) == []
    assert section(with_reliability(told="https://example.org/data")) == []
    assert section(with_reliability(Measured(f1=0.9, low=0.8, high=0.95, n=40)), Extent(brief=True)) == []

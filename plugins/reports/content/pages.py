"""The whole human report in its order."""

from __future__ import annotations

from collections.abc import Iterator

from checker import GapReport

from .files import files, not_recognised
from .findings import findings
from .lookup import Lookup
from .matrix import matrix
from .method import method
from .parts import Extent, Heading, Part
from .plans import plans
from .statement import statement_page
from .summary import summary


def pages(report: GapReport, extent: Extent) -> Iterator[Part]:
    """Yield the parts of a human report, first page first."""
    look = Lookup.of(report, extent)
    yield from summary(look)
    yield from matrix(look)
    yield from plans(look)
    for statement in look.in_scope:
        yield from statement_page(statement, look)
    if report.findings:
        yield Heading(level=2, text="Questions about the documents as a whole", anchor="run")
        yield from findings(report.findings, look, level=3)
    yield from not_recognised(look)
    yield from files(look)
    yield from method(look)

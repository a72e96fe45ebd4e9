"""The whole human report in its order."""

from __future__ import annotations

from collections.abc import Iterator

from checker import GapReport

from .all_gaps import all_gaps
from .balance import balance
from .before_sharing import before_sharing
from .files import files, not_recognised
from .lookup import Lookup
from .matrix import matrix
from .method import method
from .parts import Extent, Part
from .plans import plans
from .reliability import reliability
from .run_findings import run_findings
from .statement import statement_page
from .summary import summary


def pages(report: GapReport, extent: Extent) -> Iterator[Part]:
    """Yield the parts of a human report, first page first."""
    look = Lookup.of(report, extent)
    yield from summary(look)
    yield from before_sharing(look)
    yield from matrix(look)
    yield from balance(look)
    yield from all_gaps(look)
    yield from plans(look)
    for statement in look.in_scope:
        yield from statement_page(statement, look)
    yield from run_findings(look)
    yield from not_recognised(look)
    yield from files(look)
    yield from reliability(look)
    yield from method(look)

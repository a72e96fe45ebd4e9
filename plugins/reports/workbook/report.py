"""The workbook of a gap report."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Comparison, GapReport

from ..content.changes import title_of
from ..content.lookup import Lookup
from ..content.parts import Extent
from ..wording import plain
from .actions_sheet import actions_sheet
from .changes_sheet import changes_sheet
from .evidence_sheet import evidence_sheet
from .expectations_sheet import expectations_sheet
from .figures_sheet import figures_sheet
from .gaps_sheet import gaps_sheet
from .read_me import read_me
from .sharing_sheet import sharing_sheet
from .writing import workbook

_CHUNK = 1 << 16


class Xlsx:
    """
    Writes eight sheets, each with one table: Read me, Before you share, Actions, Gaps, Evidence index, Figures,
    Changes, Expectations.

    People type into Actions; the next run reads it and writes what they typed into the next workbook.
    """

    name = "xlsx"
    suffix = "xlsx"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the workbook in chunks of 64 KB."""
        look = Lookup.of(report, Extent())
        sheets = (
            read_me(look),
            sharing_sheet(look),
            actions_sheet(look),
            gaps_sheet(look),
            evidence_sheet(look),
            figures_sheet(look),
            changes_sheet(report.changes, report.changed_since, report.changes_notes),
            expectations_sheet(look),
        )
        yield from _chunks(workbook(sheets, plain(report.title) or "Gap report", report.run.as_of))

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield a workbook of one sheet: what changed."""
        sheets = (changes_sheet(comparison.changes, comparison.old_as_of, comparison.notes),)
        yield from _chunks(workbook(sheets, title_of(comparison), comparison.new_as_of))


def _chunks(made: bytes) -> Iterator[bytes]:
    for start in range(0, len(made), _CHUNK):
        yield made[start : start + _CHUNK]

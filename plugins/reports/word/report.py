"""The Word report: from the parts of the paper to the bytes of a file."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Comparison, GapReport

from ..content.board_paper import board_paper
from ..content.changes import changes_pages, title_of
from ..content.parts import Extent, Part

_EXTENT = Extent(quotes=2, phrases=12, rows=400)
_CHUNK = 1 << 16


class Docx:
    """
    An A4 paper in real heading styles that people can edit: a first page, the coverage, each statement, annexes.

    It holds no macros, no pictures and nothing from elsewhere; its only fields are the page numbers. The same report
    gives the same bytes.
    """

    name = "docx"
    suffix = "docx"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the file in chunks."""
        run = report.run
        yield from _paper(board_paper(report, _EXTENT), report.title or "Gap report", run.as_of, run.checker)

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield a paper of what changed."""
        yield from _paper(changes_pages(comparison), title_of(comparison), comparison.new_as_of, "")


def _paper(parts: Iterator[Part], title: str, as_of: str, version: str) -> Iterator[bytes]:
    from .package import packed, with_properties
    from .writing import Writer

    writer = Writer(title=title)
    writer.write(parts)
    with_properties(writer.document, title, as_of, version)
    whole = packed(writer.document)
    for start in range(0, len(whole), _CHUNK):
        yield whole[start : start + _CHUNK]

"""The Word report: from the parts of the paper to the bytes of a file."""

from __future__ import annotations

from collections.abc import Iterator

from checker import GapReport

from ..content.board_paper import board_paper
from ..content.parts import Extent

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
        from .package import packed, with_properties
        from .writing import Writer

        writer = Writer(title=report.title or "Gap report")
        writer.write(board_paper(report, _EXTENT))
        with_properties(writer.document, report)
        whole = packed(writer.document)
        for start in range(0, len(whole), _CHUNK):
            yield whole[start : start + _CHUNK]

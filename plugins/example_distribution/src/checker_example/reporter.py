"""The format `gap-list`."""

from __future__ import annotations

from collections.abc import Iterator

from checker import GapReport


class GapList:
    """
    The open gaps, one on each line, for a message or a task list.

    Begins with what the report is not. It says nothing about what was met.
    """

    name = "gap-list"
    suffix = "gaps.txt"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the list line by line."""
        for line in report.notice:
            yield f"# {line}\n".encode()
        for finding in report.all_findings:
            if finding.is_open:
                yield f"{finding.weight}: {finding.title} ({finding.gap_id})\n".encode()

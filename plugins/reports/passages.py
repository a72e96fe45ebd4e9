"""Every sentence of every document, one JSON object a line, and the statuses of each document alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker import GapReport

_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Characters that some programs take for the end of a line; as JSON escapes they mean the same."""


class Passages:
    """Streams what `GapReport.sentences` yields, so that memory does not grow with the documents."""

    name = "passages"
    suffix = "passages.jsonl"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield one line for each item."""
        for item in report.sentences():
            line = json.dumps(dict(item), ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
            yield line.encode("utf-8", "backslashreplace") + b"\n"

"""Every sentence of every document, one JSON object a line, and the statuses of each document alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker import GapReport

from .safe_text import json_bytes


class Passages:
    """
    Streams what `GapReport.sentences` yields, so that memory does not grow with the documents.

    Marks only, no words: there is nothing to look at before it is shared but the names of files.
    """

    name = "passages"
    suffix = "passages.jsonl"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield one line for each item."""
        for item in report.sentences():
            yield json_bytes(json.dumps(dict(item), ensure_ascii=False, allow_nan=False)) + b"\n"

"""The JSON report, field for field as its schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker import GapReport, report_as_json

_CHUNK = 1 << 16


class Json:
    """
    Writes the JSON report in the order of its schema, one field a line, ending with a line break.

    Half of a character pair on its own, which UTF-8 cannot hold, is written as a JSON escape.
    """

    name = "json"
    suffix = "json"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report in chunks of about 64 KB."""
        held: list[str] = []
        size = 0
        for piece in json.JSONEncoder(ensure_ascii=False, indent=1, allow_nan=False).iterencode(report_as_json(report)):
            held.append(piece)
            size += len(piece)
            if size >= _CHUNK:
                yield _encoded(held)
                held, size = [], 0
        yield _encoded([*held, "\n"])


def _encoded(pieces: list[str]) -> bytes:
    return "".join(pieces).encode("utf-8", "backslashreplace")

"""The JSON report, field for field as its schema says."""

from __future__ import annotations

from collections.abc import Iterator

from checker import GapReport, report_as_json

from .safe_text import json_chunks


class Json:
    """
    Writes the JSON report in the order of its schema, one field a line, ending with a line break.

    Half of a character pair on its own, which UTF-8 cannot hold, is written as a JSON escape; so is what a terminal
    could obey.
    """

    name = "json"
    suffix = "json"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report in chunks of about 64 KB."""
        yield from json_chunks(report_as_json(report, lazily=True))

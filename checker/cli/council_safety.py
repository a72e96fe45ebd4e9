"""Keeps the reports of two councils from being mixed in one folder."""

from __future__ import annotations

import json
from pathlib import Path

from checker.councils import council_key
from checker.domain.report import GapReport
from checker.errors import UsageError, shown_path

_REPORT = "gap-report.json"


def keep_councils_apart(folder: Path, report: GapReport) -> None:
    """
    `UsageError` if the folder holds the report of another council, which this run would write over or lie beside.

    Where one of the two names no council, nothing is known, and the folder is used.
    """
    before = _councils_in(folder / _REPORT)
    if not before or not report.councils:
        return
    if {council_key(name) for name in before}.isdisjoint(council_key(name) for name in report.councils):
        raise UsageError(
            f"{shown_path(folder / _REPORT)}: this is the report of {', '.join(before)}, and this run is about "
            f"{', '.join(report.councils)} (choose another folder with --out, or take the old reports away)"
        )


def _councils_in(file: Path) -> tuple[str, ...]:
    """Return whom the report in a folder is about; nothing if there is none that can be understood."""
    try:
        found = json.loads(file.read_text("utf-8"))["councils"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(str(name) for name in found) if isinstance(found, list) else ()

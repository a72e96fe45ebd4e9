"""The work of `checker diff`: reads two reports and shows what `checker.report_diff` says of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from checker.cli.look import Look, count, safe
from checker.cli.running import Answer
from checker.errors import UsageError, shown_path
from checker.report_diff import Change, ChangeKind, ReportDiff, compare_reports


def compare(old: Path, new: Path, *, as_json: bool, look: Look) -> Answer:
    """Return the changes between two report files; `UsageError` if one of them is no gap report."""
    before, after = read_report(old), read_report(new)
    try:
        found = compare_reports(before, after)
    except ValueError as error:
        raise UsageError(f"{shown_path(old)} and {shown_path(new)} cannot be compared: {error}") from error
    text = json.dumps(asdict(found), ensure_ascii=False, indent=1) if as_json else "\n".join(_lines(found, look))
    return Answer(text=text, code=1 if found.changes else 0)


def read_report(file: Path) -> dict[str, Any]:
    """Return the JSON report in a file."""
    try:
        data = json.loads(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{shown_path(file)}: {(error.strerror or 'it cannot be opened').lower()}") from error
    except ValueError as error:
        raise UsageError(f"{shown_path(file)}: this is not JSON (expected a gap-report.json)") from error
    if not isinstance(data, dict) or "schema" not in data:
        raise UsageError(f"{shown_path(file)}: this is not a gap report (expected a gap-report.json)")
    return data


def _lines(found: ReportDiff, look: Look) -> Iterator[str]:
    for note in found.notes:
        yield from look.wrapped(safe(note), 0, "Note: ")
    for kind, changes in groupby(found.changes, key=lambda change: change.kind):
        listed = list(changes)
        yield from ("", look.title(f"{kind.value.capitalize()}: {len(listed)}"))
        for change in listed:
            yield from _change(change, look)
    yield ""
    yield _counted(found)


def _change(change: Change, look: Look) -> Iterator[str]:
    name = change.weight or change.what
    yield from look.wrapped(safe(f"{name}: {change.title}" if change.title else f"{name} {change.id}"), 2, "* ")
    if change.title:
        yield f"      {safe(change.id)}"
    move = " → ".join(state for state in (change.before, change.after) if state)
    reason = "" if change.kind in (ChangeKind.CLOSED, ChangeKind.BETTER) else change.reason
    yield from look.wrapped(safe(". ".join(part for part in (move, reason) if part)), 6)


def _counted(found: ReportDiff) -> str:
    if not found.changes:
        return "No difference in gaps, expectations and what was assessed."
    counts = {kind: sum(1 for change in found.changes if change.kind is kind) for kind in ChangeKind}
    told = ", ".join(f"{number} {kind.value}" for kind, number in counts.items() if number)
    return f"{count(len(found.changes), 'change')}: {told}."

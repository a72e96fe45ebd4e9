"""The work of `checker diff`: reads two reports and shows what `checker.report_diff` says of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from checker.cli.look import Look, count, json_text, safe
from checker.cli.running import Answer, while_somebody_reads
from checker.cli.writing import draft
from checker.errors import UsageError, shown_path
from checker.plugin_manager import PluginSetup
from checker.report_diff import Change, ChangeKind, Comparison, compare_reports
from checker.settings import Settings
from checker.suggestions import suggest
from checker.supervision.supervising import run_supervised

_OWN_FORMATS = ("json", "text")
"""Formats of changes that need no plugin."""


def compare(old: Path, new: Path, *, format_: str, out: Path | None, look: Look, settings: Settings) -> Answer:
    """
    Return the changes between two report files, or where they were written; `UsageError` if one is no gap report.
    """
    before, after = read_report(old), read_report(new)
    format_ = "text" if format_ == "terminal" else format_
    try:
        found = compare_reports(before, after)
    except ValueError as error:
        raise UsageError(f"{shown_path(old)} and {shown_path(new)} cannot be compared: {error}") from error
    text = json_text(asdict(found)) if format_ == "json" else ""
    text = "\n".join(_lines(found, look)) if format_ == "text" else text
    code = 1 if found.changes else 0
    if text and out is None:
        return Answer(text=text, code=code)
    chunks = [f"{text}\n".encode()] if text else run_supervised(partial(_rendered, found, format_), settings)
    return Answer(note=_written(chunks, format_, out), code=code)


def _rendered(found: Comparison, format_: str, setup: PluginSetup) -> list[bytes]:
    plugins = setup.load()
    known = {*_OWN_FORMATS, *plugins.change_formats()}
    if format_ not in known:
        raise UsageError(f"there is no format '{format_}' for changes ({suggest(format_, known)})")
    return list(plugins.render_changes(format_, found))


def _written(chunks: list[bytes], format_: str, out: Path | None) -> str:
    """Write to the file or, where it is text or goes elsewhere, to stdout; return what to say of it."""
    if out:
        return f"Changes: {shown_path(draft(out, chunks).publish())}"
    if sys.stdout.isatty() and any(b"\0" in chunk for chunk in chunks):
        raise UsageError(f"the format {format_} is not text: add --out FILE, or send it to a file")
    with while_somebody_reads():
        sys.stdout.flush()
        sys.stdout.buffer.write(b"".join(chunks))
        sys.stdout.buffer.flush()
    return ""


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


def _lines(found: Comparison, look: Look) -> Iterator[str]:
    for note in found.notes:
        yield from look.wrapped(safe(note), 0, "Note: ")
    yield from change_lines(found.changes, look)
    yield ""
    yield _counted(found)


def change_lines(found: Sequence[Change], look: Look) -> Iterator[str]:
    """Yield changes by kind, in their order."""
    for kind, changes in groupby(found, key=lambda change: change.kind):
        listed = list(changes)
        yield from ("", look.title(f"{kind.value.capitalize()}: {len(listed)}"))
        for change in listed:
            yield from _change(change, look)


def _change(change: Change, look: Look) -> Iterator[str]:
    name = change.weight or change.what
    yield from look.wrapped(safe(f"{name}: {change.title}" if change.title else f"{name} {change.id}"), 2, "* ")
    if change.title:
        yield f"      {safe(change.id)}"
    move = " → ".join(state for state in (change.before, change.after) if state)
    reason = "" if change.kind in (ChangeKind.CLOSED, ChangeKind.BETTER) else change.reason
    yield from look.wrapped(safe(". ".join(part for part in (move, reason) if part)), 6)


def _counted(found: Comparison) -> str:
    if not found.changes:
        return "No difference in gaps, expectations and what was assessed."
    counts = {kind: sum(1 for change in found.changes if change.kind is kind) for kind in ChangeKind}
    told = ", ".join(f"{number} {kind.value}" for kind, number in counts.items() if number)
    return f"{count(len(found.changes), 'change')}: {told}."

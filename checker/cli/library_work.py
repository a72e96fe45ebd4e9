"""The work of `checker library check`: reads everything and shows what to put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from checker.cli.loaded import load
from checker.cli.look import Look, count, json_text, safe
from checker.cli.progress import Progress
from checker.cli.running import Answer
from checker.plugin_manager import PluginSetup
from checker.run.library_check import LibraryCheck, LibraryRequest, check_library
from checker.values import dataclass

_HEADINGS = {
    "unreadable": "Could not be read",
    "partial": "Read only in part",
    "copy": "Copies",
    "near-copy": "Nearly the same",
    "version": "Versions of one document",
    "old-version": "Older versions",
    "review-passed": "To be reviewed by a day that has passed",
    "long-name": "Very long names",
    "missing-file": "In the register, and not found",
    "no-file": "In the register, and no file is named",
    "unclear-row": "Rows that could mean several files",
    "row-inside": "Rows that name a file inside another",
    "not-listed": "Not in the register",
    "register-entry": "Entries of the register to check",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckJob:
    """What to look through and how to show it."""

    request: LibraryRequest
    packs: tuple[Path, ...]
    as_json: bool
    look: Look


def check_files(job: CheckJob, setup: PluginSetup) -> Answer:
    """Return what to put right; exit code 1 if there is anything."""
    loaded = load(setup, job.packs)
    progress = Progress(quiet=job.as_json)
    try:
        found = check_library(job.request, loaded.plugins, loaded.book, progress)
    finally:
        progress.clear()
    as_json = json_text(_values(found)) if job.as_json else ""
    text = as_json or "\n".join(_lines(found, job.look))
    return Answer(text=text, code=1 if found.fixes or not found.records else 0)


def _values(found: LibraryCheck) -> dict[str, object]:
    register = found.register
    about = None
    if register:
        columns = {column.value: heading for column, heading in sorted(register.columns.items())}
        about = {"name": register.name, "sha256": register.sha256, "rows": len(register.rows), "columns": columns}
    return {
        "files": dict(found.files),
        "left_out": found.left_out,
        "register": about,
        "fixes": [asdict(fix) for fix in found.fixes],
    }


def _lines(found: LibraryCheck, look: Look) -> Iterator[str]:
    files = found.files
    yield look.title(f"{files['read']} of {count(files['total'], 'file')} read in full")
    for key, how in (("partial", "read only in part"), ("failed", "not read at all")):
        if files[key]:
            yield f"{count(files[key], 'file')} {how}"
    if found.register:
        yield f"{count(len(found.register.rows), 'row')} in the register {safe(found.register.name)}"
    order = list(_HEADINGS)
    fixes = sorted(found.fixes, key=lambda fix: (order.index(fix.what), fix))
    for what, group in groupby(fixes, key=lambda fix: fix.what):
        of_kind = list(group)
        yield from ("", look.title(f"{_HEADINGS[what]} ({len(of_kind)})"))
        for fix in of_kind:
            yield from look.wrapped(safe(fix.name), 2)
            yield from look.wrapped(safe(fix.reason), 4)
    yield ""
    if not found.records:
        yield "No files were found."
    else:
        yield f"To put right: {count(len(fixes), 'thing')}." if fixes else "Nothing to put right."

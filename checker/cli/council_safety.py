"""Keeps the reports of two councils from being mixed in one folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from checker.councils import council_key
from checker.domain.pack import RuleBook
from checker.domain.report import GapReport
from checker.errors import UsageError, shown_path
from checker.pipeline import RunRequest, read_one
from checker.plugin_manager import Plugins

_REPORT = "gap-report.json"


class _Report(msgspec.Struct):
    """What is asked of a report; the rest of it, which may be large, is passed over."""

    councils: tuple[str, ...] = ()


def refuse_other_council(folder: Path, request: RunRequest, plugins: Plugins, book: RuleBook) -> None:
    """
    `UsageError` before anything is assessed, if the settings or else the files named as the self-assessment tell that
    the run is about another council than the report in the folder.
    """
    if _councils_in(folder / _REPORT):
        _refuse_others(folder, (request.council,) if request.council else _councils_named(request, plugins, book))


def keep_councils_apart(folder: Path, report: GapReport) -> None:
    """
    `UsageError` if the folder holds the report of another council, which this run would write over or lie beside.

    Where one of the two names no council, nothing is known, and the folder is used.
    """
    _refuse_others(folder, report.councils)


def left_of_earlier_run(folder: Path, written: Collection[Path], suffixes: Iterable[str]) -> tuple[str, ...]:
    """Return one line that names the reports in a folder which this run did not write; nothing if there are none."""
    ours = {file.name for file in written}
    names = sorted({f"gap-report.{suffix}" for suffix in suffixes} - ours)
    left = [name for name in names if (folder / name).is_file()] if ours else []
    if not left:
        return ()
    are = "is" if len(left) == 1 else "are"
    return (f"Not of this run: {', '.join(left)} in {shown_path(folder)} {are} of an earlier one.",)


def _refuse_others(folder: Path, now: Sequence[str]) -> None:
    before = _councils_in(folder / _REPORT)
    if not before or not now:
        return
    if {council_key(name) for name in before}.isdisjoint(council_key(name) for name in now):
        raise UsageError(
            f"{shown_path(folder / _REPORT)}: this is the report of {', '.join(before)}, and this run is about "
            f"{', '.join(now)} (choose another folder with --out, or take the old reports away)"
        )


def _councils_named(request: RunRequest, plugins: Plugins, book: RuleBook) -> tuple[str, ...]:
    """Return whom the files that were named as the self-assessment are about."""
    files = [file for file in request.self_assessment if file.is_file()]
    own = plugins.setup.load() if files else plugins  # what goes wrong is told when the run reads the file
    found = [read_one(file, own, book, self_assessment=True, as_of=request.as_of).record.council for file in files]
    return tuple(name for name in found if name)


def _councils_in(file: Path) -> tuple[str, ...]:
    """Return whom the report in a folder is about; nothing if there is none that can be understood."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Report).councils
    except (OSError, ValueError, RecursionError):
        return ()

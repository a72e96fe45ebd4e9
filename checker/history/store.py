"""The file that keeps reports: SQLite, for its owner alone. It holds what the JSON reports hold, and nothing else."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker.errors import UsageError, shown_path
from checker.history.readiness import Readiness, readiness_of, scope_of
from checker.values import dataclass

VARIABLE = "CHECKER_HISTORY"
_TABLE = """
CREATE TABLE IF NOT EXISTS runs (
    run TEXT PRIMARY KEY, as_of TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, report BLOB NOT NULL
)"""
_ID_LENGTH = 12
_SCHEMA = "gap-report/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptRun:
    """A report that is kept: `run` is the beginning of its hash, `as_of` its day (ISO)."""

    run: str
    as_of: str
    label: str
    title: str


def history_file() -> Path:
    """Return where the history is unless another file is named: CHECKER_HISTORY, else the user's folder for data."""
    told = os.environ.get(VARIABLE, "").strip()
    if told:
        return Path(told)
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "council-checker" / "history.sqlite"


class History:
    """The kept reports of one file. A file that does not exist is an empty history, and reading makes none."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, report: Mapping[str, Any], label: str = "") -> tuple[KeptRun, bool]:
        """
        Keep a report and return it, and whether it is new; the same report is kept once, under its first label.

        `UsageError` if it is no gap report.
        """
        told, run, title = _identity(report)
        try:
            kept = KeptRun(run=run, as_of=readiness_of(run, label, report).as_of, label=label, title=title)
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"this gap report is not complete: {type(error).__name__} {error}") from error
        with self._open(to_write=True) as database:
            row = (kept.run, kept.as_of, kept.label, kept.title, zlib.compress(told))
            made = database.execute("INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?, ?)", row).rowcount
        return (kept if made else self.run(run)), bool(made)

    def runs(self) -> tuple[KeptRun, ...]:
        """Return what is kept, by day."""
        with self._open() as database:
            rows = database.execute("SELECT run, as_of, label, title FROM runs ORDER BY as_of, rowid").fetchall()
        return tuple(KeptRun(run=run, as_of=as_of, label=label, title=title) for run, as_of, label, title in rows)

    def run(self, name: str) -> KeptRun:
        """Return the run whose id begins so, or that has this label. `UsageError` for none or several."""
        runs = self.runs()
        found = [one for one in runs if one.label == name] or [one for one in runs if name and one.run.startswith(name)]
        if len(found) != 1:
            known = ", ".join(one.run for one in runs) or "none"
            raise UsageError(f"{'several runs are' if found else 'no run is'} called '{name}' (kept: {known})")
        return found[0]

    def report(self, run: KeptRun) -> dict[str, Any]:
        """Return a kept report."""
        with self._open() as database:
            (packed,) = database.execute("SELECT report FROM runs WHERE run = ?", (run.run,)).fetchone()
        report: dict[str, Any] = json.loads(zlib.decompress(packed))
        return report

    def last_before(self, report: Mapping[str, Any]) -> dict[str, Any] | None:
        """
        Return the last kept report that this one can be compared with: of the same council and scope, of the same day
        or an earlier one, and not the same report. `None` if there is none.
        """
        _, run, title = _identity(report)
        for one in reversed(self.runs()):
            if one.run != run and one.title == title and one.as_of <= report["run"]["as_of"]:
                kept = self.report(one)
                if scope_of(kept) == scope_of(report):
                    return kept
        return None

    def remove(self, run: KeptRun) -> None:
        """Forget a run, so that nothing of it stays in the file."""
        with self._open(to_write=True) as database:
            database.execute("DELETE FROM runs WHERE run = ?", (run.run,))

    def readiness(self) -> tuple[Readiness, ...]:
        """Return the counts of every kept run, by day."""
        return tuple(readiness_of(one.run, one.label, self.report(one)) for one in self.runs())

    @contextmanager
    def _open(self, *, to_write: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            if to_write:
                self._make()
            there = self._file.is_file()
            database = sqlite3.connect(self._file if there else ":memory:", isolation_level=None)
            try:
                database.execute("PRAGMA secure_delete = ON")
                database.execute(_TABLE) if to_write or not there else None
                yield database
            finally:
                database.close()
        except (sqlite3.Error, OSError) as error:
            raise UsageError(f"{shown_path(self._file)}: this history cannot be used: {error}") from error

    def _make(self) -> None:
        """Make the file for its owner alone before anything is written to it."""
        if not self._file.parent.is_dir():
            self._file.parent.mkdir(mode=0o700, parents=True)
        os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
        self._file.chmod(0o600)


def _identity(report: Mapping[str, Any]) -> tuple[bytes, str, str]:
    """Return a report as it is kept, its id, and whom it is about."""
    told = json.dumps(report, ensure_ascii=False, sort_keys=True).encode()
    title = ", ".join(report.get("councils") or ()) or str(report.get("title", ""))
    return told, sha256(told).hexdigest()[:_ID_LENGTH], title

"""Runs of the command that a test stops: started as a shell starts them, and what they had kept by then."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

KEPT = "cache/council-checker/documents.sqlite3"
ASSESS = ("assess", "library", "--as-of", "2026-01-31", "--format", "json", "--cache", "cache")
WAIT = 120
_LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "


def start(place: Path, *arguments: str, largest_file: int = 0) -> subprocess.Popen[str]:
    """Start a run as leader of a group, as a shell does; `largest_file` stands for a disk with so much room."""
    code = "import sys; from checker.cli.app import run; sys.exit(run(sys.argv[1:]))"
    if largest_file:
        code = _LIMITED.format(largest_file) + code
    environment = {**os.environ, "CHECKER_PLUGINS_AUTOLOAD": "0"}
    # A test run in the background inherits an ignored SIGINT, and would pass that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            cwd=place,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def ended(run: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a run, once nobody writes to them any more."""
    out, err = run.communicate(timeout=2 * WAIT)
    return run.returncode, out, err


def rows(place: Path, condition: str = "1") -> int:
    """Return how many documents are kept for which an SQL condition holds; 0 where nothing was kept yet."""
    try:
        with closing(sqlite3.connect(f"file:{place}/{KEPT}?mode=ro", uri=True)) as database:
            (number,) = database.execute(f"SELECT count(*) FROM facts WHERE {condition}").fetchone()
    except sqlite3.OperationalError:
        return 0
    return int(number)


def until_kept(place: Path, number: int) -> None:
    """Wait until so many documents are kept."""
    end = time.monotonic() + WAIT
    while rows(place) < number:
        assert time.monotonic() < end, "nothing was kept in time"
        time.sleep(0.02)

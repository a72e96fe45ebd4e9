"""A run that is stopped, or finds no room, leaves no half report and says so; the next one goes on where it stopped."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits as POSIX systems have them"),
]

DOCUMENTS = 60
KEPT = "cache/council-checker/documents.sqlite3"
ASSESS = ("assess", "library", "--as-of", "2026-01-31", "--format", "json", "--cache", "cache")
WAIT = 120


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a library that takes a few seconds to be read."""
    (tmp_path / "library").mkdir()
    for number in range(DOCUMENTS):
        text = "\n\n".join(
            f"Carers told us in March 2025 that team {number}-{one} answered within {one} days." for one in range(50)
        )
        (tmp_path / "library" / f"{number:02}.md").write_text(f"# Notes {number}\n\n{text}\n", encoding="utf-8")
    return tmp_path


def start(place: Path, *arguments: str, largest_file: int = 0) -> subprocess.Popen[str]:
    """Start a run as leader of a group, as a shell does; `largest_file` stands for a disk with so much room."""
    code = "import sys; from checker.cli.app import run; sys.exit(run(sys.argv[1:]))"
    if largest_file:
        code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({largest_file},) * 2); {code}"
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
    out, err = run.communicate(timeout=2 * WAIT)
    return run.returncode, out, err


def kept(place: Path, *, asked_for_in_run: int = 0) -> int:
    """Return how many documents are kept; if a run is named, those that were asked for in it."""
    try:
        with closing(sqlite3.connect(f"file:{place}/{KEPT}?mode=ro", uri=True)) as database:
            where = f"WHERE used = {asked_for_in_run}" if asked_for_in_run else ""
            (number,) = database.execute(f"SELECT count(*) FROM facts {where}").fetchone()
    except sqlite3.OperationalError:
        return 0
    return int(number)


def until_kept(place: Path, number: int) -> None:
    end = time.monotonic() + WAIT
    while kept(place) < number:
        assert time.monotonic() < end, "nothing was kept in time"
        time.sleep(0.02)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_no_report_and_the_next_run_goes_on_where_it_stopped(place: Path, workers: str) -> None:
    whole = ended(start(place, *ASSESS, "--no-cache"))
    run = start(place, *ASSESS, "--out", "out", "--workers", workers)
    until_kept(place, 5)

    os.killpg(run.pid, signal.SIGINT)

    code, out, err = ended(run)
    done = kept(place)
    assert (code, out, err.strip()) == (130, "", "checker: stopped; no report was written")
    assert not (place / "out").exists()
    assert 5 <= done < DOCUMENTS
    assert ended(start(place, *ASSESS, "--workers", workers)) == whole
    assert (kept(place), kept(place, asked_for_in_run=2)) == (DOCUMENTS, DOCUMENTS)
    assert kept(place, asked_for_in_run=1) == 0


@pytest.mark.parametrize("room", [4_096, 150_000])
def test_a_full_disk_leaves_no_half_report_and_says_so(place: Path, room: int) -> None:
    """Given a disk on which not even the cache has room, and one on which only the report has none."""
    (place / "out").mkdir()
    (place / "out" / "gap-report.json").write_text("{}", encoding="utf-8")

    code, out, err = ended(start(place, *ASSESS, "--out", "out", largest_file=room))

    assert (code, out) == (2, "")
    assert err == "checker: out/gap-report.json cannot be written: File too large.\n"
    assert [file.name for file in (place / "out").iterdir()] == ["gap-report.json"]
    assert (place / "out" / "gap-report.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [ASSESS, ("rules", "list")])
def test_a_full_disk_behind_stdout_is_told_in_one_line(place: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker", *arguments],
            cwd=place,
            env={**os.environ, "CHECKER_PLUGINS_AUTOLOAD": "0"},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr) == (
        2,
        "checker: nothing more can be written: No space left on device.\n",
    )


def test_two_runs_at_once_with_one_cache_give_the_same_report(place: Path) -> None:
    whole = ended(start(place, *ASSESS, "--no-cache"))
    assert whole[1]

    runs = [start(place, *ASSESS) for _ in range(2)]

    assert [ended(run) for run in runs] == [whole, whole]
    assert kept(place) == DOCUMENTS
    assert ended(start(place, *ASSESS)) == whole

"""A run over a library of 300 files that is killed in the middle: the next takes what was made, and no more."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from .mixed_library import write
from .stopped_runs import ASSESS, KEPT, ended, rows, start, until_kept

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX systems have them"),
]

FILES = 300
SOME = 25
Whole = tuple[Path, tuple[int, str, str], int]
OLD_REPORT = '{"of": "last month"}'


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A folder with a mixed library, how an undisturbed run over it ends, and how many documents that keeps."""
    place = tmp_path_factory.mktemp("killed")
    write(place / "library", FILES)
    undisturbed = ended(start(place, *ASSESS))
    return place, undisturbed, rows(place)


@pytest.fixture
def place(whole: Whole) -> Path:
    """The folder, with nothing kept of documents, and a report of another run in `out`."""
    for left in (whole[0] / KEPT).parent.glob("documents*"):
        left.unlink()
    (whole[0] / "out").mkdir(exist_ok=True)
    (whole[0] / "out" / "gap-report.json").write_text(OLD_REPORT, encoding="utf-8")
    return whole[0]


def killed(place: Path, workers: str, *, leader_alone: bool = False) -> int:
    """Kill a run (kill -9) when it has kept some documents; return how many, which are marked as of that run."""
    run = start(place, *ASSESS, "--out", "out", "--workers", workers)
    until_kept(place, SOME)
    (os.kill if leader_alone else os.killpg)(run.pid, signal.SIGKILL)
    assert ended(run)[:2] == (-signal.SIGKILL, "")
    return marked(place)


def marked(place: Path) -> int:
    """Mark all that is kept by a wrong size, which is right again in whatever is made and kept anew."""
    with closing(sqlite3.connect(place / KEPT)) as database, database:
        return database.execute("UPDATE facts SET size = size + 1").rowcount


def not_made_again(place: Path) -> int:
    return rows(place, "size != length(data)")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_after_kill_9_a_run_goes_on_where_it_stopped(place: Path, whole: Whole, workers: str) -> None:
    _, undisturbed, all_kept = whole

    made = killed(place, workers)

    left = {file.name: file.read_text(encoding="utf-8") for file in (place / "out").iterdir()}
    assert left == {"gap-report.json": OLD_REPORT}
    assert SOME <= made < all_kept
    assert ended(start(place, *ASSESS, "--workers", workers)) == undisturbed
    assert (rows(place), not_made_again(place)) == (all_kept, made)


def test_workers_end_with_a_run_that_is_killed_alone(place: Path, whole: Whole) -> None:
    """Given the kill of the one process that the system found too large: a worker that lives on holds its stderr."""
    _, undisturbed, all_kept = whole

    made = killed(place, "2", leader_alone=True)

    assert ended(start(place, *ASSESS, "--workers", "2")) == undisturbed
    assert (rows(place), not_made_again(place)) == (all_kept, made)


def test_a_run_beside_one_that_is_killed_is_not_disturbed(place: Path, whole: Whole) -> None:
    _, undisturbed, all_kept = whole
    beside = start(place, *ASSESS)

    killed(place, "2")

    assert ended(beside) == undisturbed
    assert rows(place) == all_kept


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of 600 KB, of which a run needs more."""
    disk = place / "disk"
    disk.mkdir()
    mounting = ("mount", "-t", "tmpfs", "-o", "size=600k", "none", str(disk))
    try:
        done = subprocess.run(mounting, capture_output=True, check=False)
    except OSError as error:
        pytest.skip(f"left out: a disk that is really full; mount cannot be called ({error})")
    if done.returncode:
        pytest.skip(f"left out: a disk that is really full; only root may mount one ({done.stderr.decode().strip()})")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)
    disk.rmdir()


def test_a_disk_that_fills_up_costs_what_is_kept_or_the_report_and_nothing_else(
    place: Path, whole: Whole, small_disk: Path
) -> None:
    _, undisturbed, _ = whole
    report = small_disk / "out" / "gap-report.json"
    report.parent.mkdir()
    report.write_text(OLD_REPORT, encoding="utf-8")

    with_full_cache = [ended(start(place, *ASSESS[:-1], "disk/cache")) for _ in range(2)]
    with_full_out = ended(start(place, *ASSESS, "--out", "disk/out"))

    assert with_full_cache == [undisturbed, undisturbed]
    assert with_full_out == (2, "", "checker: disk/out/gap-report.json cannot be written: No space left on device.\n")
    assert [file.name for file in report.parent.iterdir()] == ["gap-report.json"]
    assert report.read_text(encoding="utf-8") == OLD_REPORT

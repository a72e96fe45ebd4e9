"""A run that is stopped, or finds no room, leaves no half report and says so; the next one goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .stopped_runs import ASSESS, ended, rows, start, until_kept

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits as POSIX systems have them"),
]

DOCUMENTS = 60


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


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_no_report_and_the_next_run_goes_on_where_it_stopped(place: Path, workers: str) -> None:
    whole = ended(start(place, *ASSESS, "--no-cache"))
    run = start(place, *ASSESS, "--out", "out", "--workers", workers)
    until_kept(place, 5)

    os.killpg(run.pid, signal.SIGINT)

    code, out, err = ended(run)
    done = rows(place)
    assert (code, out, err.strip()) == (130, "", "checker: stopped; no report was written")
    assert not (place / "out").exists()
    assert 5 <= done < DOCUMENTS
    assert ended(start(place, *ASSESS, "--workers", workers)) == whole
    assert (rows(place), rows(place, "used = 2")) == (DOCUMENTS, DOCUMENTS)
    assert rows(place, "used = 1") == 0


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
    assert rows(place) == DOCUMENTS
    assert ended(start(place, *ASSESS)) == whole

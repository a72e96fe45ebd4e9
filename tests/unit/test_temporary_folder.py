"""Folders of runs: gone with the run, or with the next one if the run was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from checker.run.temporary_folder import temporary_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks and signals as POSIX systems have them")

ANOTHER_RUN = """
import time
from checker.run.temporary_folder import temporary_folder
with temporary_folder() as folder:
    (folder / "function").write_bytes(b"rules")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


@contextmanager
def another_run() -> Iterator[tuple[subprocess.Popen[str], Path]]:
    with subprocess.Popen([sys.executable, "-c", ANOTHER_RUN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        os.utime(folder, (1, 1))  # made long ago
        try:
            yield run, folder
        finally:
            run.kill()


def kill(run: subprocess.Popen[str]) -> None:
    run.send_signal(signal.SIGKILL)
    run.wait()


def test_a_folder_goes_with_its_run(place: Path) -> None:
    with temporary_folder() as folder:
        (folder / "function").write_bytes(b"rules")

        assert list(place.iterdir()) == [folder]

    assert list(place.iterdir()) == []


def test_what_a_killed_run_left_goes_with_the_next_run(place: Path) -> None:
    with another_run() as (run, folder):
        kill(run)
        assert (folder / "function").exists()

        with temporary_folder() as own:
            assert list(place.iterdir()) == [own]


def test_the_folder_of_a_run_that_goes_on_stays() -> None:
    with another_run() as (_, folder), temporary_folder():
        assert (folder / "function").exists()


def test_a_folder_that_was_made_just_now_stays() -> None:
    with another_run() as (run, folder):
        kill(run)
        os.utime(folder)

        with temporary_folder():
            assert (folder / "function").exists()


def test_a_folder_without_a_lock_and_a_link_are_not_ours_to_remove(place: Path) -> None:
    with another_run() as (run, folder):
        kill(run)
        moved = folder.rename(place / "elsewhere")
        folder.symlink_to(moved)
        other = place / "checker-run-other"
        other.mkdir()
        os.utime(other, (1, 1))
        os.utime(folder, (1, 1), follow_symlinks=False)

        with temporary_folder():
            assert (moved / "function").exists()
            assert other.exists()

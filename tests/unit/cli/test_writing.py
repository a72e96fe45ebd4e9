"""A report appears whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cli import writing
from checker.cli.writing import draft, drop_abandoned
from checker.errors import UsageError


def test_a_file_has_its_name_only_when_it_is_published(tmp_path: Path) -> None:
    final = tmp_path / "new" / "report.txt"

    made = draft(final, [b"one ", b"two"])

    assert not final.exists()
    assert made.publish().read_bytes() == b"one two"
    assert [path.name for path in final.parent.iterdir()] == ["report.txt"]


def test_where_making_it_fails_nothing_is_left_and_the_older_file_stays(tmp_path: Path) -> None:
    final = tmp_path / "report.txt"
    final.write_bytes(b"older")

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        draft(final, broken())

    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]
    assert final.read_bytes() == b"older"


def test_a_folder_that_refuses_is_wrong_use_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(UsageError, match=r"report\.txt cannot be written"):
        draft(tmp_path / "file" / "report.txt", [b""])


def test_a_draft_that_is_dropped_is_gone(tmp_path: Path) -> None:
    draft(tmp_path / "report.txt", [b"x"]).drop()

    assert list(tmp_path.iterdir()) == []


def leave_a_draft(folder: Path) -> Path:
    """Return a draft whose writer ended before it was done."""
    left = (
        "import os, sys; from pathlib import Path; from checker.cli.writing import draft;"
        "print(draft(Path(sys.argv[1]) / 'report.html', [b'half']).draft.name)"
    )
    ended = subprocess.run([sys.executable, "-c", left, folder], capture_output=True, text=True, check=True)
    return folder / ended.stdout.strip()


def test_what_another_computer_writes_in_a_shared_folder_stays_for_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, old = leave_a_draft(tmp_path), leave_a_draft(tmp_path)
    long_ago = old.stat().st_mtime - 3700
    os.utime(old, (long_ago, long_ago))
    monkeypatch.setattr(writing, "_this_computer", lambda: "another")

    drop_abandoned(tmp_path)

    assert list(tmp_path.iterdir()) == [fresh]


def test_what_an_ended_process_left_half_written_is_taken_away(tmp_path: Path) -> None:
    leave_a_draft(tmp_path)
    (tmp_path / ".notes.tmp").write_bytes(b"somebody's own")
    own = draft(tmp_path / "report.txt", [b"x"])

    drop_abandoned(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {".notes.tmp", own.draft.name}

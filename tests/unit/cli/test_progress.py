"""Progress is shown to a person who waits, and to nobody else."""

from __future__ import annotations

import io

import pytest

from checker.cli import progress
from checker.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, seconds: float, quiet: bool = False) -> str:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    monkeypatch.setattr("sys.stderr", stream)
    bar = Progress(quiet=quiet)
    now[0] = seconds
    bar("evidence/minutes.txt", 3, 40)
    bar.clear()
    return stream.getvalue()


def test_long_work_shows_the_file_and_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "3 of 40: evidence/minutes.txt" in shown(monkeypatch, Terminal(), seconds=2)


def test_the_line_is_taken_away_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), seconds=2).endswith(" \r")


@pytest.mark.parametrize(
    ("stream", "seconds", "quiet"), [(Terminal, 0.5, False), (Terminal, 2, True), (io.StringIO, 2, False)]
)
def test_otherwise_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], seconds: float, quiet: bool
) -> None:
    assert shown(monkeypatch, stream(), seconds=seconds, quiet=quiet) == ""

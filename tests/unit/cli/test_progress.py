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


def paced(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, steps: list[tuple[float, int]], total: int) -> str:
    """Return what is shown last when so many are done at such times."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    monkeypatch.setattr("sys.stderr", stream)
    bar = Progress(always=True)
    for seconds, done in steps:
        now[0] = seconds
        bar("a.txt", done, total)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("steps", "total", "words"),
    [
        ([(10, 20)], 60, "20 of 60 (2.0 a second, about 20 s left): a.txt"),
        ([(10, 20)], 2_000, "20 of 2000 (2.0 a second, about 16 min left): a.txt"),
        ([(10, 1)], 2_000, "1 of 2000 (0.1 a second, about 5.5 h left): a.txt"),
        ([(2, 20)], 60, "20 of 60: a.txt"),
    ],
)
def test_rate_and_time_left_are_told_as_soon_as_they_are_known(
    monkeypatch: pytest.MonkeyPatch, steps: list[tuple[float, int]], total: int, words: str
) -> None:
    assert words in paced(monkeypatch, Terminal(), steps, total)


def test_what_was_kept_and_goes_by_fast_is_soon_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = [(5.0 + 5 * step, 1_000 + 5 * step) for step in range(12)]

    assert "(1.0 a second" in paced(monkeypatch, Terminal(), [(3.0, 1_000), *slow], 2_000).rsplit("\r", 1)[1]


def test_where_asked_for_lines_are_shown_to_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = paced(monkeypatch, io.StringIO(), [(5, 5), (11, 11), (15, 15), (22, 22)], 40)

    assert shown.splitlines() == [
        "11 of 40 (1.0 a second, about 30 s left): a.txt",
        "22 of 40 (1.0 a second, about 20 s left): a.txt",
    ]

"""The command line as tests call it: in this process, in an empty folder, with what it writes and its exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli.app import run

NARRATIVE = """\
---
council: Aldermere Council
statement: partnerships-and-communities
kind: self-assessment
---

# Partnerships and communities

We share information with our health partners through a shared care record [E12].

People told us in March 2025 that services work well together.

We do not yet fund the voluntary sector for more than one year.
"""


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a call of the command ended."""

    code: int
    out: str
    err: str


Checker = Callable[..., Ended]


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checker:
    """The command, called in an empty folder with no third-party plugins."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_PLUGINS_AUTOLOAD", "0")

    def call(*arguments: str | Path) -> Ended:
        code = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ended(code=code, out=written.out, err=written.err)

    return call


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with one readable document."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "narrative.md").write_text(NARRATIVE, encoding="utf-8")
    return folder


@pytest.fixture
def first_run(checker: Checker, library: Path) -> Path:
    """The workbook of a run over the library, into which a person may type."""
    checker("assess", library, "--as-of", "2026-03-31", "--out", "first", "--format", "xlsx,json")
    return Path("first/gap-report.xlsx")


@pytest.fixture
def made(checker: Checker, library: Path) -> str:
    """The JSON report of a run over the library."""
    checker("assess", library, "--as-of", "2026-03-31", "--out", "out", "--format", "json,html")
    return "out/gap-report.json"

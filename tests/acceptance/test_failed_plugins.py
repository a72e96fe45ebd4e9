"""Commands that ask plugins say which of them failed, and never end as if nothing had been left out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

KIT = Path(__file__).parents[1] / "hostile_plugins"
SENTENCE = "Partners told us that the shared care record works well."
RAISES = """\
from checker import hookimpl

@hookimpl
def {hook}():
    raise ValueError("this one never works")
"""

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command beside a plugin that raises in a hook."""
    monkeypatch.syspath_prepend(KIT)
    make = import_module("plugin_makers").make_distribution

    def call(hook: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        site = tmp_path / hook
        make(site, "never_works", RAISES.format(hook=hook))
        environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        command = [sys.executable, "-m", "checker", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=180
        )

    return call


def told(hook: str) -> str:
    return f"Not assessed: plugin never_works: {hook}: raised ValueError in {hook}: this one never works"


@pytest.mark.parametrize("hook", ["checker_find_evidence", "checker_qualify_evidence", "checker_read_document"])
def test_explain_tells_a_plugin_that_failed_on_the_sentence(beside: Command, hook: str) -> None:
    run = beside(hook, "explain", SENTENCE)

    assert told(hook) in run.stderr
    assert run.returncode == 3
    assert "shared care record" in run.stdout


def test_explain_tells_a_plugin_that_failed_on_the_file(beside: Command, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"{SENTENCE}\n", encoding="utf-8")

    run = beside("checker_find_evidence", "explain", "note.txt:1")

    assert told("checker_find_evidence") in run.stderr
    assert run.returncode == 3


def test_trying_a_rule_tells_a_plugin_that_failed_on_the_file(beside: Command, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"{SENTENCE}\n", encoding="utf-8")

    run = beside("checker_find_evidence", "rules", "try", "data-sharing", "--on", "note.txt")

    assert told("checker_find_evidence") in run.stderr
    assert run.returncode == 3
    assert run.stdout.rstrip().endswith("in 1 sentence.")


def test_cases_that_pass_beside_a_plugin_that_failed_are_not_told_as_all_well(beside: Command) -> None:
    pack = Path(__file__).parents[1] / "invented_framework"

    run = beside("checker_find_evidence", "rules", "test", str(pack))

    assert "cases passed" in run.stdout
    assert told("checker_find_evidence") in run.stderr
    assert run.returncode == 3


def test_a_preview_without_the_packs_of_a_plugin_that_failed_says_so(beside: Command, tmp_path: Path) -> None:
    run = beside("checker_rule_packs", "rules", "preview", "--out", "pack.html")

    assert told("checker_rule_packs") in run.stderr
    assert run.returncode == 3
    assert (tmp_path / "pack.html").is_file()

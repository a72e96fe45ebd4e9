"""The command comes to its end, and to a true report, beside plugins that break, hang, end the process or print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

KIT = Path(__file__).parents[1] / "hostile_plugins"
NARRATIVE = (
    "We share information with our health partners through a shared care record.\n\n"
    "People told us that services work well together.\n"
)
PRINTS = "hostile_prints"


@pytest.fixture(scope="module")
def hostile() -> tuple[str, ...]:
    return tuple(_makers().HOSTILE)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which all eight hostile plugins are installed, and a patience of four seconds."""
    site = tmp_path / "site"
    _makers().make_hostile(site)
    (tmp_path / "checker.yaml").write_text("plugins: {call_seconds: 4}\n", encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def _makers() -> Any:
    sys.path.insert(0, str(KIT))
    try:
        return import_module("plugin_makers")
    finally:
        sys.path.remove(str(KIT))


def checker(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=180
    )


def test_a_run_beside_eight_hostile_plugins_is_complete_and_names_each(
    environment: dict[str, str], hostile: tuple[str, ...], tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "narrative.txt").write_text(NARRATIVE, encoding="utf-8")

    run = checker(environment, tmp_path, "assess", "library", "--format", "json", "--as-of", "2025-06-30")

    report = json.loads(run.stdout)
    named = {item["name"]: item["reason"] for item in report["not_assessed"] if item["what"] == "plugin"}
    assert run.returncode == 3, run.stderr
    assert set(named) == set(hostile) - {PRINTS}
    assert all(named.values())
    assert any(PRINTS in warning for warning in report["warnings"])
    assert [document["status"] for document in report["documents"]] == ["ok"]
    assert report["passages"]


def test_the_report_is_the_same_beside_them_as_without_them(environment: dict[str, str], tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "narrative.txt").write_text(NARRATIVE, encoding="utf-8")
    command = ("assess", "library", "--format", "json", "--as-of", "2025-06-30")

    beside = checker(environment, tmp_path, *command)
    without = checker({**environment, "CHECKER_PLUGINS_AUTOLOAD": "0"}, tmp_path, *command)

    for part in ("documents", "statements", "passages"):
        assert json.loads(beside.stdout)[part] == json.loads(without.stdout)[part]


def test_the_doctor_names_each_with_a_reason(
    environment: dict[str, str], hostile: tuple[str, ...], tmp_path: Path
) -> None:
    run = checker(environment, tmp_path, "plugins", "doctor", "--format", "json")

    plugins = {plugin["name"]: plugin for plugin in json.loads(run.stdout)}
    assert run.returncode == 1, run.stderr
    assert {name for name in hostile if plugins[name]["state"] == "failed"} == set(hostile) - {PRINTS}
    assert all(plugins[name]["reason"] for name in hostile)

"""The example to copy works in a fresh environment, installed beside the built wheel of the project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "plugins" / "example_distribution"
LEFT_OUT = (".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", "out")
NOTES = '{"date": "2025-03-12", "note": "Partners agreed three actions at the meeting and completed them well."}\n'
EXPECTATION = "example-joint-actions"

pytestmark = pytest.mark.slow


@dataclass(frozen=True, kw_only=True)
class Installed:
    """A fresh environment with both projects in it."""

    python: Path
    folder: Path

    def checker(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return run([str(self.python), "-m", "checker", *arguments], self.folder, environment)


def run(
    command: list[str], folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


def build_wheel(project: Path, wheels: Path, work: Path) -> None:
    """Build from a copy, so that nothing is left behind in the project."""
    copy = work / project.name
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    built = run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(wheels), "."], copy)
    assert built.returncode == 0, built.stdout + built.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("fresh")
    wheels = folder / "wheels"
    for project in (PROJECT, EXAMPLE):
        build_wheel(project, wheels, folder)
    venv.create(folder / "environment", with_pip=True)
    scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    found = sorted(str(wheel) for wheel in wheels.glob("*.whl"))
    install = run([str(scripts / "python"), "-m", "pip", "install", *found], folder)
    assert install.returncode == 0, install.stdout + install.stderr
    (folder / "library").mkdir()
    (folder / "library" / "notes.jsonl").write_text(NOTES, encoding="utf-8")
    return Installed(python=scripts / "python", folder=folder)


OFFERED = """
import json
from checker import Source
from checker.plugin_manager import Plugins
from checker.settings import load_settings

plugins = Plugins.load(load_settings())
document = plugins.read_document(Source(name="notes.jsonl", data=open("library/notes.jsonl", "rb").read(), sha256=""))
print(json.dumps({
    "packs": [folder.parent.name for folder in plugins.rule_pack_folders()],
    "criteria": list(plugins.criteria()),
    "formats": list(plugins.reporters()),
    "reader": document.reader,
    "failed": [failure.plugin for failure in plugins.failures],
}))
"""


def test_it_offers_all_four_kinds_of_thing(installed: Installed) -> None:
    answer = run([str(installed.python), "-c", OFFERED], installed.folder)

    offered = json.loads(answer.stdout)
    assert "checker_example" in offered["packs"]
    assert "in_several_documents" in offered["criteria"]
    assert "gap-list" in offered["formats"]
    assert offered["reader"] == "example"
    assert "example" not in offered["failed"]


def test_the_plugin_is_listed_as_active_with_its_hooks(installed: Installed) -> None:
    listed = installed.checker("plugins", "list", "--format", "json")

    (example,) = (plugin for plugin in json.loads(listed.stdout) if plugin["name"] == "example")
    assert example["state"] == "active"
    assert (example["distribution"], example["built_in"]) == ("checker-example", False)


def test_its_reader_pack_and_criterion_take_part_in_a_run(installed: Installed) -> None:
    answer = installed.checker("assess", "library", "--format", "json", "--as-of", "2025-06-30")

    assert answer.returncode in (0, 1), answer.stderr
    report = json.loads(answer.stdout)
    (document,) = report["documents"]
    expectations = {one["id"]: one for statement in report["statements"] for one in statement["expectations"]}
    findings = {finding["rule"]: finding for finding in expectations[EXPECTATION]["findings"]}
    assert (document["reader"], document["status"]) == ("example", "ok")
    assert expectations[EXPECTATION]["status"] == "supported"
    assert findings[f"{EXPECTATION}.in-several-documents"]["outcome"] == "partly met"


def test_its_reporter_writes_the_report(installed: Installed) -> None:
    answer = installed.checker("assess", "library", "--format", "gap-list", "--as-of", "2025-06-30")

    lines = answer.stdout.splitlines()
    assert lines[0].startswith("# ")
    assert f"helpful: More than one document shows the agreed actions (partnerships-and-communities/{EXPECTATION}/" in (
        answer.stdout
    )


def test_the_cases_of_its_pack_pass(installed: Installed) -> None:
    answer = installed.checker("rules", "test")

    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_example_s_own_tests_pass() -> None:
    """They need no installation: the environment of the developers is enough."""
    answer = run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], EXAMPLE)

    assert answer.returncode == 0, answer.stdout + answer.stderr

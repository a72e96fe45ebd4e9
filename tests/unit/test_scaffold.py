"""What `plugins new` and `rules new` write works as it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.errors import UsageError
from checker.plugin_host.loading import PluginSettings
from checker.plugin_manager import Plugins
from checker.scaffolding.skeletons import PackStart, new_pack, new_plugin
from checker.stages.packs import load_cases, load_rule_book
from checker.testing import STATEMENT

FRAMEWORK = """\
schema: framework/1
id: invented
title: Invented
publisher: Nobody
edition: {id: one, label: One, status: derived}
evidence_categories: [{id: processes, title: Processes}]
voices: [{id: council, title: Council, evidence_category: processes}]
kinds: {other: {voice: council, evidence_category: processes}}
themes:
  - id: one
    number: 1
    title: One
    quality_statements:
      - id: working-together
        number: 1
        title: Working together
        commitment: {text: We share., parts: [{id: commitment.share, text: We share.}]}
"""


def test_the_tests_of_a_new_plugin_pass_as_generated(tmp_path: Path) -> None:
    new_plugin(tmp_path, "our-plugin")

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"], cwd=tmp_path / "our-plugin", capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "4 passed" in run.stdout


def test_a_new_plugin_is_a_whole_project(tmp_path: Path) -> None:
    files = new_plugin(tmp_path, "our-plugin")

    names = [file.relative_to(tmp_path).as_posix() for file in files]
    assert names == [
        "our-plugin/README.md",
        "our-plugin/pyproject.toml",
        "our-plugin/src/our_plugin/__init__.py",
        "our-plugin/src/our_plugin/criterion.py",
        "our-plugin/tests/test_our_plugin.py",
    ]


@pytest.fixture
def a_framework_pack(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    pack = 'schema: pack/1\nid: base\ntitle: Base\nversion: "1.0"\nengine: ">=0.1,<1"\nframework: invented\n'
    (folder / "pack.yaml").write_text(pack)
    (folder / "framework.yaml").write_text(FRAMEWORK)
    return folder


def test_a_new_pack_is_valid_and_has_cases_for_its_rule_and_its_phrases(tmp_path: Path, a_framework_pack: Path) -> None:
    start = PackStart(framework="invented", edition="one", statement=STATEMENT, serves="commitment.share")
    new_pack(tmp_path, "our-region", start)
    criteria = Plugins.load(SimpleNamespace(plugins=PluginSettings(autoload=False))).criteria()

    book = load_rule_book(
        [a_framework_pack, tmp_path / "our_region"],
        criteria={name: criterion.schema for name, criterion in criteria.items()},
    )
    cases = load_cases(tmp_path / "our_region")

    assert [rule.id for rule in book.rules] == ["our-region-newsletter.evidenced"]
    assert len(cases) >= 4


@pytest.mark.parametrize("name", ["Our Plugin", "../x", "", "9lives", "our_plugin"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="lower-case words with hyphens"):
        new_plugin(tmp_path, name)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "our-plugin").mkdir()
    (tmp_path / "our-plugin" / "notes.txt").write_text("mine")

    with pytest.raises(UsageError, match="is not empty"):
        new_plugin(tmp_path, "our-plugin")

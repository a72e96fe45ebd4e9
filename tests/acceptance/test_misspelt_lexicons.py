"""What somebody mistypes in a lexicon of a pack is told, in every command that reads the pack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
PACK = """\
schema: pack/1
id: region
title: Our region
version: "0.1.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
"""
LEXICON = """\
# What we say of our ferries.
lexicon: {lexicon}
families:
  - id: ferry-trouble
    role: {role}
    entries: [the ferry did not sail]
"""
MEANT = "region/lexicon/ferries.yaml:2: no plugin reads the lexicon 'polarty' (did you mean 'polarity'?)"


@pytest.fixture
def region(tmp_path: Path) -> Any:
    """Write a pack that holds nothing but a lexicon."""

    def write(lexicon: str, role: str = "shortfall") -> Path:
        folder = tmp_path / "region"
        (folder / "lexicon").mkdir(parents=True)
        (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
        (folder / "lexicon" / "ferries.yaml").write_text(LEXICON.format(lexicon=lexicon, role=role), encoding="utf-8")
        return folder

    return write


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("command", [("rules", "validate"), ("rules", "test"), ("assess", "library", "--pack")])
def test_a_role_that_there_is_not_is_refused(checker: Checker, region: Any, command: tuple[str, ...]) -> None:
    ended = checker(*command, region("polarity", role="shortfal"))

    assert ended.code == 2
    problem = "the lexicon 'polarity' has no role 'shortfal' (did you mean 'shortfall'?)"
    assert f"region/lexicon/ferries.yaml:5: {problem}" in ended.err


@pytest.mark.parametrize("command", ["validate", "test"])
def test_a_lexicon_that_is_nearly_called_like_one_that_is_read_is_told_and_no_mistake(
    checker: Checker, region: Any, command: str
) -> None:
    ended = checker("rules", command, region("polarty"))

    assert MEANT in ended.err.splitlines()
    assert command == "test" or ended.code == 0


def test_a_run_warns_of_a_lexicon_that_is_nearly_called_like_one_that_is_read(
    checker: Checker, region: Any, library: Path, tmp_path: Path
) -> None:
    checker("assess", library, "--pack", region("polarty"), "--out", "out", "--format", "json", "--as-of", "2026-03-31")

    report = json.loads((tmp_path / "out" / "gap-report.json").read_text(encoding="utf-8"))
    assert f"{MEANT}." in report["warnings"]


def test_a_lexicon_of_a_plugin_that_is_not_here_is_left_alone(checker: Checker, region: Any) -> None:
    ended = checker("rules", "validate", region("harbour", role="whatever"))

    assert (ended.code, ended.err) == (0, "")
    assert "region 0.1.0" in ended.out

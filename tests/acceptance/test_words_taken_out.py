"""A region takes words out of a pack: it is told where changes are shown, compared, tested and signed off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
PACK = """\
schema: pack/1
id: ferrydale
title: What Ferrydale expects
version: "0.1.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
extends: [cqc-local-authority]
"""
OVERLAY = """\
override:
  - expectation: data-sharing
    remove: {look_for: [caldicott]}
    because: Our letters name it in the foot.
  - expectation: data-sharing
    add: {look_for: [ferry record]}
    because: So our system is called.
"""
CASES = """\
phrases:
  data-sharing:
    hits: ["Nurses can open the ferry record at night."]
    misses: ["The Caldicott letter is on the wall."]
"""
DIFF = ("rules", "diff", "cqc-local-authority", "ferrydale")


@pytest.fixture(autouse=True)
def ferrydale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("ferrydale")
    folder.mkdir()
    for name, text in {"pack.yaml": PACK, "overlay.yaml": OVERLAY, "ours.cases.yaml": CASES}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_comparison_tells_words_that_went_and_words_that_came_each_with_its_reason(checker: Checker) -> None:
    told = " ".join(checker(*DIFF).out.split())

    assert (
        "words to look for: - “caldicott” because: Our letters name it in the foot. (ferrydale/overlay.yaml:3)" in told
    )
    assert "words to look for: + “ferry record” because: So our system is called. (ferrydale/overlay.yaml:6)" in told
    assert told.endswith("2 differences.")


def test_programs_get_them_apart_too(checker: Checker) -> None:
    found = json.loads(checker(*DIFF, "--format", "json").out)

    assert [(one["setting"], one["old"], one["new"], one["because"]) for one in found] == [
        ("look_for", "", "ferry record", "So our system is called."),
        ("look_for", "caldicott", "", "Our letters name it in the foot."),
    ]


def test_where_words_come_from_names_those_that_are_taken_out(checker: Checker) -> None:
    told = " ".join(checker("rules", "show", "data-sharing", "--why", "--pack", "ferrydale").out.split())

    assert (
        "look_for, taken out: caldicott ferrydale/overlay.yaml:3 (ferrydale) – Our letters name it in the foot." in told
    )


def test_a_case_must_show_that_the_words_are_no_longer_found(checker: Checker, ferrydale: Path) -> None:
    tried = checker("rules", "test", ferrydale, "--coverage")
    (ferrydale / "ours.cases.yaml").write_text(CASES.replace("Caldicott", "other"), encoding="utf-8")
    untried = checker("rules", "test", ferrydale, "--coverage")

    assert (tried.code, untried.code) == (0, 1)
    assert "no case tries what is changed here (remove.look_for) (phrases: data-sharing: misses with one" in untried.out


def test_without_the_removal_its_case_would_fail(checker: Checker, ferrydale: Path) -> None:
    (ferrydale / "overlay.yaml").write_text(OVERLAY.replace("remove: {look_for: [caldicott]}", "why: Ours."), "utf-8")

    ended = checker("rules", "test", ferrydale)

    assert ended.code == 1
    assert "The Caldicott letter is on the wall." in ended.out


def test_who_signs_off_reads_which_words_are_no_longer_looked_for(checker: Checker) -> None:
    checker("rules", "preview", "ferrydale", "--out", "ferrydale.html")

    page = " ".join(Path("ferrydale.html").read_text(encoding="utf-8").split())
    assert "“caldicott”" in page
    assert "no longer" in page
    assert "Our letters name it in the foot." in page


def test_a_report_names_words_that_are_no_longer_looked_for(checker: Checker, library: Path) -> None:
    checker("assess", library, "--out", "out", "--format", "markdown", "--pack", "ferrydale", "--as-of", "2026-03-31")

    report = Path("out/gap-report.md").read_text(encoding="utf-8")
    assert "data-sharing has words that are no longer looked for: caldicott (pack ferrydale" in report

"""`checker diff`: two reports of real runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
COMMAND = ("--as-of", "2025-06-30", "--format", "json", "--quiet")


@pytest.fixture
def two_reports(checker: Checker, library: Path) -> tuple[str, str]:
    """Reports before and after a shared care record is mentioned no more."""
    checker("assess", library, *COMMAND, "--out", "old")
    narrative = library / "narrative.md"
    text = narrative.read_text(encoding="utf-8").replace("We share information", "We like to talk")
    narrative.write_text(text.replace("through a shared care record", "often"), encoding="utf-8")
    checker("assess", library, *COMMAND, "--out", "new")
    return "old/gap-report.json", "new/gap-report.json"


def test_a_lost_gap_is_new_and_gives_1(checker: Checker, two_reports: tuple[str, str]) -> None:
    ended = checker("diff", *two_reports)

    assert ended.code == 1
    assert "\nNew: " in ended.out
    assert "partnerships-and-communities/data-sharing/data-sharing.evidenced" in ended.out


def test_the_other_way_round_it_is_closed(checker: Checker, two_reports: tuple[str, str]) -> None:
    old, new = two_reports

    ended = checker("diff", new, old, "--format", "json")

    kinds = {change["id"]: change["kind"] for change in json.loads(ended.out)["changes"]}
    assert kinds["partnerships-and-communities/data-sharing/data-sharing.evidenced"] == "closed"
    assert kinds["data-sharing"] == "better"


def test_the_same_report_twice_gives_0(checker: Checker, two_reports: tuple[str, str]) -> None:
    ended = checker("diff", two_reports[0], two_reports[0])

    assert ended.code == 0
    assert "No difference" in ended.out


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "gap-report/2"}', '{"schema": "gap-report/1"}', "[]"])
def test_what_is_no_gap_report_is_2(checker: Checker, text: str) -> None:
    Path("other.json").write_text(text, encoding="utf-8")

    ended = checker("diff", "other.json", "other.json")

    assert ended.code == 2
    assert "other.json" in ended.err
    assert checker("diff", "none.json", "other.json").code == 2


@pytest.mark.parametrize(
    ("format_", "told"), [("texd", "did you mean 'text'?"), ("nope", "known: csv, docx, html, json")]
)
def test_an_unknown_format_names_every_format_that_there_is(
    checker: Checker, two_reports: tuple[str, str], format_: str, told: str
) -> None:
    ended = checker("diff", *two_reports, "--format", format_)

    assert ended.code == 2
    assert told in ended.err


def test_the_screen_is_called_text_or_terminal(checker: Checker, two_reports: tuple[str, str]) -> None:
    as_text, as_terminal = (checker("diff", *two_reports, "--format", name).out for name in ("text", "terminal"))

    assert as_text == as_terminal

"""Runs that are kept: readiness over time, and each compared with the one before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Checker

AS_OF = ("--as-of", "2026-03-31")


def test_kept_runs_show_readiness_in_counts_and_are_their_owners_alone(checker: Checker, made: str) -> None:
    kept = ("--history", "kept/runs.sqlite")
    checker("history", "add", made, "--label", "first <b>draft</b>", *kept)
    again = checker("history", "add", made, *kept)
    checker("history", "show", "--format", "html", "--out", "readiness.html", *kept)

    outcomes = json.loads(Path(made).read_text("utf-8"))["summary"]["outcomes"]
    (run,) = json.loads(checker("history", "show", "--format", "json", *kept).out)
    page = Path("readiness.html").read_text("utf-8")
    text = checker("history", "show", *kept).out

    assert "Kept already" in again.out
    assert run["counts"] == {key: value for key, value in outcomes.items() if key != "not applicable"}
    assert f"{outcomes['met']} met" in text
    assert "%" not in text
    assert "<svg" in page
    assert f'<td class="n">{outcomes["not met"]}</td>' in page
    assert "<b>" not in page
    assert Path("kept/runs.sqlite").stat().st_mode & 0o077 == 0
    assert Path("kept").stat().st_mode & 0o077 == 0


def test_a_kept_report_comes_back_whole_and_can_be_forgotten(checker: Checker, made: str) -> None:
    kept = ("--history", "runs.sqlite")
    checker("history", "add", made, "--label", "draft", *kept)

    back = json.loads(checker("history", "show", "draft", *kept).out)
    removed = checker("history", "remove", "draft", *kept)

    report: dict[str, Any] = json.loads(Path(made).read_text("utf-8"))
    assert back == report
    assert removed.code == 0
    assert "No run is kept yet." in checker("history", "list", *kept).out


@pytest.mark.parametrize("command", [("list",), ("show",), ("remove", "draft")])
def test_a_history_that_was_named_and_is_not_there_is_wrong_use(
    checker: Checker, made: str, command: tuple[str, ...]
) -> None:
    checker("history", "add", made, "--history", "runs.sqlite")

    ended = checker("history", *command, "--history", "rnus.sqlite")

    assert ended.code == 2
    assert "rnus.sqlite: there is no such history (did you mean runs.sqlite?)" in ended.err
    assert not Path("rnus.sqlite").exists()


def test_the_history_of_the_settings_may_be_still_to_come(checker: Checker) -> None:
    Path("checker.yaml").write_text("history: kept.sqlite\n", encoding="utf-8")

    ended = checker("history", "show")

    assert (ended.code, ended.out.strip()) == (0, "No run is kept yet.")
    assert not Path("kept.sqlite").exists()


def test_a_first_plan_and_other_packs_are_named_between_runs(checker: Checker, made: str) -> None:
    report: dict[str, Any] = json.loads(Path(made).read_text("utf-8"))
    kept = ("--history", "runs.sqlite")
    checker("history", "add", made, *kept)
    run = {**report["run"], "settings": {"actions": "plan.xlsx"}}
    Path("second.json").write_text(json.dumps({**report, "run": run}), "utf-8")
    checker("history", "add", "second.json", *kept)
    run = {**run, "settings": {"actions": "plan v2.xlsx", "council": "A"}, "packs": run["packs"][:1]}
    Path("third.json").write_text(json.dumps({**report, "run": run}), "utf-8")
    checker("history", "add", "third.json", *kept)

    told = checker("history", "show", *kept).out
    page = checker("history", "show", "--format", "html", *kept).out

    for shown in (told, page):
        assert "an action plan was given, and was not before" in shown
        assert "other rules, setting council" in shown
        assert shown.count("2026-03-31 (") == 2


def test_what_is_no_history_is_not_written_over(checker: Checker, made: str) -> None:
    Path("notes.txt").write_text("Not a database, but somebody's notes, and long enough to be looked at.", "utf-8")

    ended = checker("history", "add", made, "--history", "notes.txt")

    assert ended.code == 2
    assert Path("notes.txt").read_text("utf-8").startswith("Not a database")


def test_a_run_is_kept_and_compared_with_the_one_before_it(checker: Checker, library: Path) -> None:
    given = ("assess", library, "--history", "runs.sqlite", "--format", "json,markdown")
    given = (*given, "--statement", "partnerships-and-communities")
    first = checker(*given, "--as-of", "2026-03-31", "--out", "first")
    (library / "minutes.md").write_text("# Minutes\n\nNobody could open the shared care record in 2025.\n", "utf-8")

    second = checker(*given, "--as-of", "2026-04-30", "--out", "second")

    assert "Kept: 2026-03-31" in first.err
    assert "No earlier report was given" in Path("first/gap-report.md").read_text("utf-8")
    assert "Kept: 2026-04-30" in second.err
    assert "earlier report (31 March 2026)" in Path("second/gap-report.md").read_text("utf-8")
    assert len(checker("history", "list", "--history", "runs.sqlite").out.splitlines()) == 2


def test_the_same_run_is_kept_once_and_never_compared_with_itself(checker: Checker, library: Path) -> None:
    given = ("assess", library, *AS_OF, "--history", "runs.sqlite", "--format", "json,markdown", "--out", "out")
    checker(*given)

    again = checker(*given)
    by_hand = checker("history", "add", "out/gap-report.json", "--history", "runs.sqlite")

    assert "Kept already: 2026-03-31" in again.err
    assert "No earlier report was given" in Path("out/gap-report.md").read_text("utf-8")
    assert "Kept already" in by_hand.out


def test_a_run_of_another_scope_is_not_compared(checker: Checker, library: Path) -> None:
    (library / "other.md").write_text("# Safeguarding\n\nThe board met in 2025.\n", encoding="utf-8")
    given = ("assess", library, *AS_OF, "--history", "runs.sqlite", "--format", "markdown")
    checker(*given, "--statement", "safeguarding", "--out", "first")

    checker(*given, "--statement", "partnerships-and-communities", "--out", "second")

    assert "No earlier report was given" in Path("second/gap-report.md").read_text("utf-8")


def test_the_history_of_the_settings_is_used_by_every_command(checker: Checker, library: Path) -> None:
    Path("checker.yaml").write_text("history: kept.sqlite\n", encoding="utf-8")
    checker("assess", library, *AS_OF, "--out", "out")

    listed = checker("history", "list")

    assert Path("kept.sqlite").is_file()
    assert "2026-03-31" in listed.out


def test_a_history_that_cannot_be_used_ends_the_run_before_it_begins(checker: Checker, library: Path) -> None:
    Path("notes.txt").write_text("not a database " * 100, encoding="utf-8")

    ended = checker("assess", library, *AS_OF, "--out", "out", "--history", "notes.txt")

    assert ended.code == 2
    assert "notes.txt: this history cannot be used" in ended.err
    assert not Path("out").exists()

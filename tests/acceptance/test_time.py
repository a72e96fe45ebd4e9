"""Runs over time: what changed in every format, runs again, looked ahead, frozen and kept."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from .conftest import Checker

AS_OF = ("--as-of", "2026-03-31")


@pytest.fixture
def made(checker: Checker, library: Path) -> str:
    """Return the report of a run."""
    checker("assess", library, *AS_OF, "--out", "out", "--format", "json,html")
    return "out/gap-report.json"


def worse(made: str) -> str:
    """Return a later report in which one gap is closed."""
    report = json.loads(Path(made).read_text("utf-8"))
    findings = [one for s in report["statements"] for e in s["expectations"] for one in e["findings"]]
    next(one for one in findings if one["outcome"] == "not met")["outcome"] = "met"
    Path("later.json").write_text(json.dumps(report), encoding="utf-8")
    return "later.json"


@pytest.mark.parametrize("name", ["text", "json", "markdown", "html", "csv", "docx", "xlsx"])
def test_what_changed_is_written_in_every_format_that_people_read(checker: Checker, made: str, name: str) -> None:
    ended = checker("diff", worse(made), made, "--format", name, "--out", f"changes.{name}")

    data = Path(f"changes.{name}").read_bytes()
    assert ended.code == 1
    if name == "docx":
        with zipfile.ZipFile(f"changes.{name}") as package:
            data = package.read("word/document.xml")
    if name == "xlsx":
        sheet = openpyxl.load_workbook(f"changes.{name}")["Changes"]
        data = repr([[cell.value for cell in row] for row in sheet.iter_rows()]).encode()
    assert b"partnerships-and-communities/" in data
    assert b"new" in data.lower()


def test_a_format_that_cannot_show_changes_is_refused(checker: Checker, made: str) -> None:
    ended = checker("diff", made, made, "--format", "sarif")

    assert ended.code == 2
    assert "csv, docx, html, markdown, xlsx" in ended.err


def test_an_unread_file_that_is_taken_away_is_not_better(checker: Checker, library: Path) -> None:
    (library / "scan.txt").touch()
    checker("assess", library, *AS_OF, "--out", "old", "--format", "json")
    (library / "scan.txt").unlink()
    checker("assess", library, *AS_OF, "--out", "new", "--format", "json")

    ended = checker("diff", "old/gap-report.json", "new/gap-report.json", "--format", "json")

    (change,) = [one for one in json.loads(ended.out)["changes"] if one["id"] == "scan.txt"]
    assert (change["kind"], change["after"]) == ("otherwise changed", "no longer among the files")


def test_the_same_evidence_gives_the_same_report_again(checker: Checker, made: str, library: Path) -> None:
    ended = checker("verify", made, library)

    assert ended.code == 0
    assert "Same" in ended.out


def test_verify_names_what_differs(checker: Checker, made: str, library: Path) -> None:
    narrative = library / "narrative.md"
    narrative.write_text(narrative.read_text("utf-8").replace("We share", "We will share"), encoding="utf-8")
    (library / "new.md").write_text("We share information with partners.", encoding="utf-8")

    ended = checker("verify", made, library)

    assert ended.code == 1
    assert "file narrative.md: changed" in ended.out
    assert "file new.md: not there then" in ended.out


def test_a_run_of_another_edition_is_verified_with_that_edition(checker: Checker, library: Path) -> None:
    edition = "cqc-la-rating-characteristics-draft-2"
    checker("assess", library, *AS_OF, "--edition", edition, "--out", "out", "--format", "json")

    ended = checker("verify", "out/gap-report.json", library)

    assert (ended.code, "Same" in ended.out) == (0, True)


def test_verify_asks_for_the_files_that_the_run_was_given(checker: Checker, library: Path) -> None:
    Path("plan.csv").write_text("Gap id,Action,Owner,Due date\n,Ask carers,Ida,2026-05-01\n", encoding="utf-8")
    checker("assess", library, *AS_OF, "--actions", "plan.csv", "--out", "out", "--format", "json")

    without = checker("verify", "out/gap-report.json", library)
    given = checker("verify", "out/gap-report.json", library, "--actions", "plan.csv")

    assert without.code == 2
    assert "--actions FILE" in without.err
    assert given.code == 0


def test_looking_ahead_tells_what_gets_old_and_what_falls_due(checker: Checker, library: Path) -> None:
    Path("plan.csv").write_text("Gap id,Action,Owner,Due date\n,Ask carers,Ida,2026-05-01\n", encoding="utf-8")
    survey = "---\nkind: feedback\ndate: 2026-01-19\n---\n\nPeople told us that partners share information well.\n"
    (library / "survey.md").write_text(survey, encoding="utf-8")
    checker("assess", library, *AS_OF, "--actions", "plan.csv", "--out", "out", "--format", "json")

    ended = checker(
        *("ahead", "out/gap-report.json", library, "--actions", "plan.csv", "--to", "2028-01-01", "--format", "json")
    )

    told = json.loads(ended.out)
    assert ended.code == 1
    assert [(one["day"], one["what"], one["title"]) for one in told["due"]] == [("2026-05-01", "action", "Ask carers")]
    assert "library.recent/survey.md" in [one["id"] for one in told["changes"]]


@pytest.mark.parametrize("day", ["2026-02-30", "2026-03-31", "soon"])
def test_looking_ahead_needs_a_later_day(checker: Checker, made: str, library: Path, day: str) -> None:
    assert checker("ahead", made, library, "--to", day).code == 2


def test_a_frozen_run_is_never_written_over(checker: Checker, made: str, library: Path) -> None:
    before = Path(made).read_bytes()

    first = checker("freeze", made, "--as", "submitted 12 December")
    again = checker("freeze", made, "--as", "later")
    run = checker("assess", library, "--as-of", "2026-04-30", "--out", "out")
    diff = checker("diff", made, made, "--format", "html", "--out", "out/changes.html")

    assert (first.code, again.code, run.code, diff.code) == (0, 2, 2, 2)
    assert "submitted 12 December" in run.err
    assert Path(made).read_bytes() == before
    assert sorted(os.listdir("out")) == ["gap-report.frozen.json", "gap-report.html", "gap-report.json"]


def test_verify_says_whether_frozen_files_were_touched(checker: Checker, made: str, library: Path) -> None:
    checker("freeze", made, "--as", "submitted")
    untouched = checker("verify", made, library)
    Path("out/gap-report.html").write_text("other", encoding="utf-8")

    touched = checker("verify", made, library)

    assert untouched.code == 0
    assert touched.code == 1
    assert "gap-report.html has changed" in touched.out


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


def test_looking_at_a_history_that_is_not_there_makes_none(checker: Checker) -> None:
    ended = checker("history", "list", "--history", "none.sqlite")

    assert ended.code == 0
    assert not Path("none.sqlite").exists()


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

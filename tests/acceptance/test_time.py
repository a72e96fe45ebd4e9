"""Runs over time: what changed in every format, runs again, looked ahead and frozen."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from .conftest import Checker

AS_OF = ("--as-of", "2026-03-31")


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
    assert "csv, docx, html, json, markdown, text, xlsx" in ended.err


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

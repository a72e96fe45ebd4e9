"""A council's own register, from the first look at it to a column that is renamed a year later."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from .conftest import Checker, Ended

LOG = "Evidence log 25-26.xlsx"
MINUTES = "QS5 Partnerships/Board minutes & notes v7 FINAL (2).md"
SURVEY = "QS1 Needs/Survey of carers.md"
HEADINGS = ("Ev #", "Evidence (doc)", "Kept where", "Who holds it", "CQC QS", "Cat.", "As of", "R/A/G", "Comments")
SHARED = "https://aldermere.sharepoint.com/sites/ASC/Shared%20Documents/"
ROWS = (
    ("EV001", "Board minutes", "Open", "Head of strategy", "QS5", "Partners", date(2025, 5, 1), "G", ""),
    ("EV002", "Carers survey", SURVEY, "Engagement", "Assessing needs", "Lived experience", "13/05/2025", "A", ""),
    ("EV003", "Peer review", "QS9/Peer review.pdf", "Director", "QS9", "Partnars", "", "R", "to find"),
    ("EV004", "Annual report of the board", "", "Board manager", "QS7", "Processes", "03/06/2025", "", ""),
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A workbook with a cover, and a log whose header stands in row 3; one file lies behind a link."""
    for name in (MINUTES, SURVEY, "QS7 Safeguarding/extra.md"):
        (tmp_path / "evidence" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "evidence" / name).write_text(f"Carers told us in May 2025 what {name} says.\n", encoding="utf-8")
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Assurance evidence log"
    sheet = book.create_sheet("Log")
    for row in (("Aldermere evidence log",), (), HEADINGS, *ROWS):
        sheet.append(row)
    sheet["C4"].hyperlink = SHARED + "QS5%20Partnerships/Board%20minutes%20%26%20notes%20v7%20FINAL%20(2).md?web=1"
    book.save(tmp_path / LOG)
    (tmp_path / "checker.yaml").write_text("council: Aldermere\n", encoding="utf-8")
    return tmp_path / LOG


def checked(checker: Checker) -> tuple[Ended, list[tuple[str, str]]]:
    """Return the fix list by the settings, with what and where each thing is."""
    ended = checker("library", "check", "evidence", "--as-of", "2026-03-31", "--format", "json")
    return ended, [(one["what"], one["name"]) for one in json.loads(ended.out)["fixes"]]


def renamed(log: Path, cell: str, heading: str) -> None:
    book = openpyxl.load_workbook(log)
    sheet = book["Log"]
    assert isinstance(sheet, Worksheet)
    sheet[cell] = heading
    book.save(log)


@pytest.mark.usefixtures("log")
def test_odd_headings_are_guessed_confirmed_once_and_used(checker: Checker) -> None:
    looked = checker("library", "map", LOG)
    saved = checker("library", "map", LOG, "--save")
    again = checker("library", "map", LOG)
    _, fixes = checked(checker)

    assert looked.code == 1
    for column, heading in (("file", "Kept where"), ("statement", "CQC QS"), ("title", "Evidence (doc)")):
        assert f"We need '{column}'. You have '{heading}'. Use it?" in looked.out
    assert f'yes:  checker library map "{LOG}" --save' in looked.out
    assert (saved.code, again.code) == (0, 0)
    assert "(a guess)" not in again.out
    settings = yaml.safe_load(Path("checker.yaml").read_text(encoding="utf-8"))
    assert settings["council"] == "Aldermere"
    assert settings["register"]["columns"]["file"] == "Kept where"
    assert fixes == [
        ("missing-file", f"{LOG}, Log, row 6"),
        ("no-file", f"{LOG}, Log, row 7"),
        ("not-listed", "QS7 Safeguarding/extra.md"),
        ("register-entry", f"{LOG}, Log, row 6"),
    ]


def test_a_column_that_is_renamed_later_is_told_everywhere_and_confirmed_anew(checker: Checker, log: Path) -> None:
    checker("library", "map", LOG, "--save")
    with Path("checker.yaml").open("a", encoding="utf-8") as settings:
        settings.write("workers: 1\n")
    renamed(log, "C3", "Dokument store")

    told, _ = checked(checker)
    run = checker("assess", "evidence", "--as-of", "2026-03-31", "--format", "json")
    saved = checker("library", "map", LOG, "--save")
    after, fixes = checked(checker)

    assert "No column is headed 'Kept where' any more, which was confirmed as file" in told.out
    assert "The register has no column headed 'Kept where' (file) any more: see checker library map." in run.err
    assert saved.code == 0
    assert "any more" not in after.out
    assert len(fixes) == 4
    kept = yaml.safe_load(Path("checker.yaml").read_text(encoding="utf-8"))
    assert (kept["council"], kept["workers"]) == ("Aldermere", 1)
    assert kept["register"]["columns"]["file"] == "Dokument store"


@pytest.mark.usefixtures("log")
def test_a_wrong_guess_is_put_right(checker: Checker) -> None:
    saved = checker("library", "map", LOG, "--column", "title=Comments", "--save")

    assert saved.code == 0
    columns = yaml.safe_load(Path("checker.yaml").read_text(encoding="utf-8"))["register"]["columns"]
    assert columns["title"] == "Comments"
    assert "Evidence (doc)" not in columns.values()


@pytest.mark.usefixtures("log")
def test_a_guess_is_refused_once_and_never_asked_again(checker: Checker) -> None:
    looked = checker("library", "map", LOG)
    saved = checker("library", "map", LOG, "--column", "title=", "--save")
    again = checker("library", "map", LOG, "--save")
    run = checker("assess", "evidence", "--as-of", "2026-03-31", "--format", "json")

    assert "--column statement= --save" in looked.out
    assert (saved.code, again.code) == (0, 0)
    columns = yaml.safe_load(Path("checker.yaml").read_text(encoding="utf-8"))["register"]["columns"]
    assert columns["title"] == ""
    assert "title      none, as you said" in again.out
    assert "any more" not in run.err
    assert "Carers survey" not in [one["title"] for one in json.loads(run.out)["documents"]]

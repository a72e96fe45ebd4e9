"""`checker library`, and a register given to `checker assess`, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from .conftest import Checker

REGISTER = """\
Evidence register of Aldermere

Ref,Doc title,File name,Owner,Quality statement,Evidence category,Date
E1,Record review,review.md,Head of practice,QS5,Partners,2025-03-31
E2,Board notes,gone.docx,,Safeguarding,Processes,03/04/25
"""


@pytest.fixture
def evidence(library: Path) -> Path:
    """A self-assessment, one listed file, one that is not listed, one that cannot be read."""
    (library / "review.md").write_text("Health partners told us that the shared care record works well.\n", "utf-8")
    (library / "more.md").write_text("The forum met in May and heard about housing.\n", "utf-8")
    (library / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    return library


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register as a council may keep it."""
    file = tmp_path / "register.csv"
    file.write_text(REGISTER, encoding="utf-8")
    return file


def test_a_fix_list_names_files_and_rows(checker: Checker, evidence: Path, register: Path) -> None:
    ended = checker("library", "check", evidence, "--register", register)

    assert ended.code == 1
    assert ended.out.startswith("3 of 4 files read in full\n1 file not read at all\n2 rows in the register")
    assert "Could not be read (1)\n  broken.xlsx\n    It is damaged or cut off." in ended.out
    assert "“E2 Board notes” names a file that was not found." in ended.out
    assert "more.md\n    No row of the register names it." in ended.out
    assert "03/04/25 was read with the day first, as 3 April 2025." in ended.out


def test_versions_that_state_no_date_are_named(checker: Checker, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for name, days in (("plan v1.txt", range(30)), ("plan FINAL (2).txt", range(10, 45))):
        told = "\n\n".join(f"At desk {day} people could borrow any book they asked for." for day in days)
        (tmp_path / "plans" / name).write_text(told, encoding="utf-8")

    ended = checker("library", "check", tmp_path / "plans", "--format", "json")

    fixes = [(one["what"], one["name"]) for one in json.loads(ended.out)["fixes"]]
    assert fixes == [("version", "plan v1.txt")]


@pytest.mark.parametrize(("day", "told"), [("2026-04-01", True), ("2026-03-31", False)])
def test_an_agreement_whose_day_of_review_has_passed_is_named(
    checker: Checker, library: Path, tmp_path: Path, day: str, told: bool
) -> None:
    (library / "agreement.md").write_text("Partners agreed in May 2022 to share records.\n", "utf-8")
    (library / "policy.md").write_text("---\nreview_date: 2026-03-31\n---\n\nWe review every plan.\n", "utf-8")
    register = tmp_path / "register.csv"
    register.write_text("Ref,File name,Review date\nE1,agreement.md,31/03/2026\n", encoding="utf-8")

    ended = checker("library", "check", library, "--register", register, "--as-of", day, "--format", "json")

    reviews = [(fix["name"], fix["reason"]) for fix in json.loads(ended.out)["fixes"] if fix["what"] == "review-passed"]
    reason = "It was to be reviewed by 31 March 2026. Is it still in force?"
    assert reviews == ([("agreement.md", reason), ("policy.md", reason)] if told else [])


def test_the_fix_list_as_json_has_the_same(checker: Checker, evidence: Path, register: Path) -> None:
    ended = checker("library", "check", evidence, "--register", register, "--format", "json")

    found = json.loads(ended.out)
    assert found["files"] == {"total": 4, "read": 3, "partial": 0, "failed": 1}
    assert [(fix["what"], fix["name"]) for fix in found["fixes"]] == [
        ("missing-file", "register.csv, row 5"),
        ("not-listed", "broken.xlsx"),
        ("not-listed", "more.md"),
        ("register-entry", "register.csv"),
        ("register-entry", "register.csv, row 5"),
        ("unreadable", "broken.xlsx"),
    ]


def test_a_library_in_order_has_nothing_to_put_right(checker: Checker, library: Path) -> None:
    ended = checker("library", "check", library)

    assert (ended.code, ended.out) == (0, "1 of 1 file read in full\n\nNothing to put right.\n")


def test_a_register_that_does_not_exist_is_wrong_use(checker: Checker, library: Path) -> None:
    ended = checker("library", "check", library, "--register", "none.xlsx")

    assert ended.code == 2
    assert "none.xlsx: there is no such file" in ended.err


def test_what_the_register_says_of_a_document_counts_and_is_told(
    checker: Checker, evidence: Path, register: Path
) -> None:
    ended = checker("assess", evidence, "--register", register, "--format", "json", "--as-of", "2026-03-31")

    report = json.loads(ended.out)
    review = next(one for one in report["documents"] if one["name"] == "review.md")
    assert (review["title"], review["statement"], review["date"]) == (
        "Record review",
        "partnerships-and-communities",
        "2025-03-31",
    )
    assert review["tags"]["owner"] == "Head of practice"
    assert review["tags"]["reasons"]["date"] == "the register says so (register.csv, row 4)"
    assert report["run"]["settings"]["register"] == "register.csv"
    assert len(report["run"]["inputs"]["register: register.csv"]) == 64


def test_rules_about_the_register_are_asked_where_there_is_one(
    checker: Checker, evidence: Path, register: Path
) -> None:
    with_it = checker("assess", evidence, "--register", register, "--format", "json", "--as-of", "2026-03-31")
    without = checker("assess", evidence, "--format", "json", "--as-of", "2026-03-31")

    asked, unasked = (
        {one["gap_id"]: one["outcome"] for one in json.loads(ended.out)["findings"]} for ended in (with_it, without)
    )
    assert asked["library.register-matches/missing files"] == "not met"
    assert asked["library.citations-resolved/E12"] == "not met"
    assert unasked["library.register-matches"] == "not applicable"
    assert unasked["library.citations-resolved"] == "not applicable"


def test_the_register_in_the_library_is_no_evidence(checker: Checker, evidence: Path) -> None:
    (evidence / "register.csv").write_text(REGISTER, encoding="utf-8")

    ended = checker("assess", evidence, "--register", evidence / "register.csv", "--format", "json")

    assert "register.csv" not in [one["name"] for one in json.loads(ended.out)["documents"]]


def test_a_register_in_excel_works_like_one_in_csv(checker: Checker, evidence: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in REGISTER.splitlines():
        book.worksheets[0].append(line.split(","))
    book.save(tmp_path / "register.xlsx")

    ended = checker("library", "check", evidence, "--register", tmp_path / "register.xlsx", "--format", "json")

    assert json.loads(ended.out)["register"]["columns"]["title"] == "Doc title"


def test_an_address_that_is_none_ends_no_run(checker: Checker, library: Path, tmp_path: Path) -> None:
    (library / "review.md").write_text("Health partners told us that the shared care record works well.\n", "utf-8")
    book = openpyxl.Workbook()
    rows = (("Ref", "Title", "File", "Where"), ("E1", "Record review", "review.md", "http://[tbc]/x"))
    for row in (*rows, ("E2", "Survey", "http://[tbc]/x.docx", "http://[tbc]/y")):
        book.worksheets[0].append(row)
    book.worksheets[0]["B2"].hyperlink = "http://[tbc]/z.docx"
    book.save(tmp_path / "register.xlsx")

    options = ("--register", tmp_path / "register.xlsx", "--as-of", "2026-03-31", "--format", "json")
    checked = json.loads(checker("library", "check", library, *options).out)
    report = json.loads(checker("assess", library, *options).out)

    assert "review.md" not in [one["name"] for one in checked["fixes"] if one["what"] == "not-listed"]
    assert "Record review" in [one["title"] for one in report["documents"]]


def test_guessed_columns_are_confirmed_once(checker: Checker, evidence: Path, register: Path) -> None:
    guessed = checker("library", "map", register)
    saved = checker("library", "map", register, "--save")
    after = checker("library", "map", register)
    used = checker("library", "check", evidence, "--format", "json")

    assert guessed.code == 1
    assert "We need 'title'. You have 'Doc title'. Use it?" in guessed.out
    assert (saved.code, after.code) == (0, 0)
    assert "Saved in checker.yaml." in saved.out
    assert json.loads(used.out)["register"]["name"] == "register.csv"


def test_a_second_register_is_not_written_over_the_first(checker: Checker, register: Path) -> None:
    checker("library", "map", register, "--save")
    other = register.rename(register.with_name("other register.csv"))

    ended = checker("library", "map", other, "--save")

    assert ended.code == 2
    assert "checker.yaml has a register already" in ended.err


def test_remarks_and_blank_lines_of_the_settings_stay_when_columns_are_saved(checker: Checker, register: Path) -> None:
    said = "register:\n  file: register.csv\n# who keeps it\n\n  columns:\n    title: Doc title\n"
    Path("checker.yaml").write_text(f"council: Aldermere\n{said}\n# for speed\nworkers: 1\n", encoding="utf-8")

    saved = checker("library", "map", register, "--save")
    again = checker("library", "map", register, "--save")

    assert (saved.code, again.code) == (0, 0)
    text = Path("checker.yaml").read_text(encoding="utf-8")
    assert text.startswith("council: Aldermere\n# who keeps it\nregister:\n  file: register.csv\n  columns:\n")
    assert text.endswith("\n\n# for speed\nworkers: 1\n")
    assert text.count("columns:") == text.count("# who keeps it") == 1
    assert checker("library", "map", register).code == 0


@pytest.mark.parametrize(
    "said",
    [
        "register: {file: register.csv,\ncolumns: {title: Doc title}}\n",
        '"register": {file: register.csv}\n',
        "{council: Aldermere}\n",
    ],
)
def test_settings_that_would_be_broken_by_saving_stay_as_they_are(checker: Checker, register: Path, said: str) -> None:
    Path("checker.yaml").write_text(said, encoding="utf-8")

    ended = checker("library", "map", register, "--save")

    assert ended.code == 2
    assert "put this in" in ended.err
    assert "):\nregister:\n  file: register.csv" in ended.err
    assert Path("checker.yaml").read_text(encoding="utf-8") == said
    assert not list(Path().glob(".checker.yaml*"))


def test_a_heading_that_is_not_there_gets_a_suggestion(checker: Checker, register: Path) -> None:
    ended = checker("library", "map", register, "--column", "title=Doc titel")

    assert ended.code == 2
    assert "has no heading 'Doc titel' (did you mean 'Doc title'?)" in ended.err


def test_an_unknown_column_gets_a_suggestion(checker: Checker, register: Path) -> None:
    ended = checker("library", "map", register, "--column", "titel=Doc title")

    assert ended.code == 2
    assert "'titel' is no column of a register (did you mean 'title'?)" in ended.err

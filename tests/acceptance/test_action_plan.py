"""The sheet that comes back: filled in, sorted, filtered, saved by another program, given to the next run."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from .conftest import Checker, Ended

HEAD = 4
SOFFICE = shutil.which("soffice")
TYPED = {
    "Action": "Ask carers\nin spring",
    "Owner": "Ida Marsh",
    "Due date": date(2026, 6, 30),
    "Measure": "'+5% more answers",
    "Status": "in progress",
    "Comment": "Agreed – see “minutes” & more <soon>",
    "Not applicable because": "–",
    "Answers": "other/gap",
    "Our ref": 17,
}
"""What people type into one row; the last column is their own."""

READ_BACK = {
    "action": "Ask carers\nin spring",
    "owner": "Ida Marsh",
    "measure": "+5% more answers",
    "status": "in progress",
    "comment": "Agreed – see “minutes” & more <soon>",
    "not_applicable": "–",
    "answers": "other/gap",
    "Our ref": "17",
}


def assess(checker: Checker, library: Path, out: str, *options: str | Path) -> Ended:
    return checker("assess", library, "--as-of", "2026-03-31", "--out", out, "--format", "xlsx,json", *options)


def report_in(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(folder, "gap-report.json").read_text(encoding="utf-8"))
    return found


def columns(sheet: Worksheet) -> dict[str, int]:
    heads = {str(cell.value): cell.column for cell in sheet[HEAD]}
    for own in ("Our ref",):
        if own not in heads:
            heads[own] = sheet.max_column + 1
            sheet.cell(HEAD, heads[own]).value = own
    return heads


def type_into(file: Path, row: int, typed: dict[str, Any], *, saved_as: Path | None = None) -> str:
    """Type into a row of the sheet Actions, as a person does; return the row's gap id."""
    book = openpyxl.load_workbook(file)
    sheet = book["Actions"]
    heads = columns(sheet)
    for heading, value in typed.items():
        sheet.cell(row, heads[heading]).value = value
    gap_id = str(sheet.cell(row, heads["Gap id"]).value or "")
    book.save(saved_as or file)
    return gap_id


def typed_rows(folder: str) -> dict[str, dict[str, str]]:
    return {row["gap_id"]: row["typed"] for row in report_in(folder)["actions"]}


@pytest.fixture
def first_run(checker: Checker, library: Path) -> Path:
    assess(checker, library, "first")
    return Path("first/gap-report.xlsx")


def test_what_was_typed_comes_back_in_the_next_report_and_the_next_sheet(
    checker: Checker, library: Path, first_run: Path
) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)

    assess(checker, library, "second", "--actions", first_run)
    assess(checker, library, "third", "--actions", "second/gap-report.xlsx")

    assert READ_BACK.items() <= typed_rows("second")[gap_id].items()
    assert report_in("second")["actions"][0]["due"] == "2026-06-30"
    assert Path("second/gap-report.xlsx").read_bytes() == Path("third/gap-report.xlsx").read_bytes()


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed: saving by it is left out")
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_sheet_saved_by_libreoffice_keeps_every_typed_cell(
    checker: Checker, library: Path, first_run: Path, tmp_path: Path, suffix: str
) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)
    saved = _saved_by_libreoffice(first_run, suffix, tmp_path)

    ended = assess(checker, library, "second", "--actions", saved)

    assert "only in part" not in ended.err
    assert READ_BACK.items() <= typed_rows("second")[gap_id].items()
    assert report_in("second")["actions"][0]["due"] == "2026-06-30"


def _saved_by_libreoffice(file: Path, suffix: str, folder: Path) -> Path:
    if suffix == "csv":
        book = openpyxl.load_workbook(file)
        for name in book.sheetnames:
            if name != "Actions":
                del book[name]
        book.save(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # 44,34,76: commas, double quotes, UTF-8
    to = "csv:Text - txt - csv (StarCalc):44,34,76,1" if suffix == "csv" else suffix
    command = [str(SOFFICE), profile, "--headless", "--convert-to", to, "--outdir", str(folder / "saved"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    saved = folder / "saved" / f"{file.stem}.{suffix}"
    if not saved.is_file() and "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice Calc is not installed: saving by it is left out")
    assert saved.is_file(), done.stderr
    return saved


def test_sorted_and_filtered_rows_keep_what_was_typed(checker: Checker, library: Path, first_run: Path) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)
    book = openpyxl.load_workbook(first_run)
    sheet = book["Actions"]
    last = max(row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, 1).value)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1, max_row=last)]
    for number, row in enumerate(reversed(rows), HEAD + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
        sheet.row_dimensions[number].hidden = number % 2 == 0
    sheet.row_dimensions[last].hidden = True
    sheet.column_dimensions["J"].hidden = True
    book.save(first_run)

    assess(checker, library, "second", "--actions", first_run)

    assert READ_BACK.items() <= typed_rows("second")[gap_id].items()
    assert len(typed_rows("second")) == 1


def test_renamed_evidence_leaves_rows_at_their_gaps(checker: Checker, library: Path, first_run: Path) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)
    (library / "narrative.md").rename(library / "final v2.md")

    assess(checker, library, "second", "--actions", first_run)

    (row,) = report_in("second")["actions"]
    assert (row["gap_id"], row["state"]) == (gap_id, "open")


def test_a_gap_that_was_closed_keeps_its_row_and_says_so(checker: Checker, library: Path, first_run: Path) -> None:
    sheet = openpyxl.load_workbook(first_run)["Actions"]
    heads = columns(sheet)
    wanted = "partnerships-and-communities/impact-outcomes/impact-outcomes.evidenced"
    row = next(row for row in range(HEAD + 1, 400) if sheet.cell(row, heads["Gap id"]).value == wanted)
    type_into(first_run, row, {"Owner": "Ida Marsh"})
    added = (
        "In 2025 our partnership work reduced hospital admissions by 12%, and people told us that they feel safer.\n"
    )
    (library / "impact.md").write_text(
        f"---\ncouncil: Aldermere Council\nstatement: partnerships-and-communities\n---\n\n{added}"
    )

    assess(checker, library, "second", "--actions", first_run)

    (kept,) = report_in("second")["actions"]
    assert kept["typed"] == {"owner": "Ida Marsh"}
    assert (kept["state"], kept["outcome"]) == ("closed", "met")
    assert kept["notes"] == ["Changed since: it was not met, and is met now."]


def test_a_sheet_that_somebody_typed_into_is_never_written_over(
    checker: Checker, library: Path, first_run: Path
) -> None:
    type_into(first_run, HEAD + 1, TYPED)
    before = first_run.read_bytes()

    refused = assess(checker, library, "first")
    given = assess(checker, library, "first", "--actions", first_run)

    assert refused.code == 2
    assert "first/gap-report.xlsx: somebody typed into this sheet" in refused.err
    assert given.code == 1
    assert first_run.read_bytes() != before
    assert len(typed_rows("first")) == 1


def test_a_sheet_that_only_carries_forward_what_the_plan_says_is_written_anew(
    checker: Checker, library: Path, first_run: Path
) -> None:
    type_into(first_run, HEAD + 1, TYPED)
    assess(checker, library, "second", "--actions", first_run)

    again = assess(checker, library, "second", "--actions", first_run)
    type_into(Path("second/gap-report.xlsx"), HEAD + 2, {"Owner": "Bo"})
    refused = assess(checker, library, "second", "--actions", first_run)

    assert (again.code, refused.code) == (1, 2)


def test_a_sheet_that_nobody_typed_into_is_written_anew(checker: Checker, library: Path, first_run: Path) -> None:
    assert first_run.is_file()
    assert assess(checker, library, "first").code == 1


def test_a_plan_that_lies_among_the_documents_is_no_evidence(checker: Checker, library: Path, first_run: Path) -> None:
    type_into(first_run, HEAD + 1, TYPED, saved_as=library / "plan.xlsx")

    assess(checker, library, "second", "--actions", library / "plan.xlsx")

    report = report_in("second")
    assert [record["name"] for record in report["documents"]] == ["narrative.md"]
    assert report["run"]["settings"]["actions"] == "plan.xlsx"
    assert "actions: plan.xlsx" in report["run"]["inputs"]


def test_the_result_is_the_same_on_any_number_of_workers(checker: Checker, library: Path, first_run: Path) -> None:
    type_into(first_run, HEAD + 1, TYPED)
    shutil.copy(library / "narrative.md", library / "again.md")

    for workers in ("1", "2"):
        assess(checker, library, f"on-{workers}", "--actions", first_run, "--workers", workers)

    assert Path("on-1/gap-report.json").read_bytes() == Path("on-2/gap-report.json").read_bytes()
    assert Path("on-1/gap-report.xlsx").read_bytes() == Path("on-2/gap-report.xlsx").read_bytes()


def test_personal_data_typed_into_the_plan_goes_back_to_the_plan_alone(
    checker: Checker, library: Path, first_run: Path
) -> None:
    type_into(first_run, HEAD + 1, {"Action": "Ask ida.marsh@example.org", "Our ref": "ida.marsh@example.org"})
    type_into(first_run, HEAD + 250, {"Action": "Call ida.marsh@example.org about the lobby", "Owner": "Ida"})

    checker(
        "assess",
        library,
        "--as-of",
        "2026-03-31",
        "--out",
        "second",
        "--format",
        "xlsx,json,html,csv,markdown",
        "--actions",
        first_run,
    )

    for file in Path("second").iterdir():
        if file.suffix != ".xlsx":
            assert b"ida.marsh@" not in file.read_bytes(), file.name
    sheet = openpyxl.load_workbook("second/gap-report.xlsx")["Actions"]
    assert sheet.cell(HEAD + 1, columns(sheet)["Action"]).value == "Ask ida.marsh@example.org"


def test_an_earlier_report_fills_the_sheet_of_changes(checker: Checker, library: Path, first_run: Path) -> None:
    (library / "more.md").write_text(
        "---\ncouncil: Aldermere Council\n---\n\nWe fund the voluntary sector for three years.\n"
    )

    assess(checker, library, "second", "--earlier", "first/gap-report.json")

    changes = openpyxl.load_workbook("second/gap-report.xlsx")["Changes"]
    assert first_run.is_file()
    assert changes.max_row > HEAD


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--actions", "none.xlsx"), "none.xlsx: there is no such file (expected an action plan"),
        (("--actions", "plan.csv"), "plan.csv: no sheet of it is an action plan"),
        (("--waivers", "none.yaml"), "none.yaml: there is no such file (expected a file of waivers)"),
        (("--earlier", "plan.csv"), "plan.csv: this is not JSON"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_ends_the_run_with_a_message(
    checker: Checker, library: Path, arguments: tuple[str, ...], message: str
) -> None:
    Path("plan.csv").write_text("Name,Colour\nIda,red\n", encoding="utf-8")

    ended = assess(checker, library, "out", *arguments)

    assert ended.code == 2
    assert message in ended.err

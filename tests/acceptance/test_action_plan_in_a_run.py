"""What a run makes of a plan that it is given, besides giving it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from .action_sheets import HEAD, TYPED, assess, columns, type_into
from .conftest import Checker
from .written_outputs import report_in


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


def test_a_first_plan_does_not_add_to_the_open_gaps(checker: Checker, library: Path, first_run: Path) -> None:
    type_into(first_run, HEAD + 250, {"Action": "Paint the lobby"})

    without = assess(checker, library, "without")
    ended = assess(checker, library, "second", "--actions", first_run)

    (told,) = (line for line in without.err.splitlines() if line.startswith("Open gaps: "))
    (now,) = (line for line in ended.err.splitlines() if line.startswith("Open gaps: "))
    assert now == f"{told} The action plan itself has 2 gaps, counted apart."
    assert set(report_in("second")["summary"]["plan_rules"]) == {
        "action-plan.action-can-be-followed-up",
        "action-plan.action-has-gap",
        "action-plan.challenge-has-action",
        "action-plan.gap-has-action",
    }

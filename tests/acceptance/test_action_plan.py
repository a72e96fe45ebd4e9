"""The sheet that comes back: filled in, sorted, filtered, saved by another program, given to the next run."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ..libre_office import NEEDS_LIBRE_OFFICE, saved_as
from .action_sheets import HEAD, TYPED, assess, columns, type_into
from .conftest import Checker
from .written_outputs import report_in

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


def typed_rows(folder: str) -> dict[str, dict[str, str]]:
    return {row["gap_id"]: row["typed"] for row in report_in(folder)["actions"]}


def test_what_was_typed_comes_back_in_the_next_report_and_the_next_sheet(
    checker: Checker, library: Path, first_run: Path
) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)

    assess(checker, library, "second", "--actions", first_run)
    assess(checker, library, "third", "--actions", "second/gap-report.xlsx")

    assert READ_BACK.items() <= typed_rows("second")[gap_id].items()
    assert report_in("second")["actions"][0]["due"] == "2026-06-30"
    assert Path("second/gap-report.xlsx").read_bytes() == Path("third/gap-report.xlsx").read_bytes()


@NEEDS_LIBRE_OFFICE
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_sheet_saved_by_libreoffice_keeps_every_typed_cell(
    checker: Checker, library: Path, first_run: Path, suffix: str
) -> None:
    gap_id = type_into(first_run, HEAD + 1, TYPED)
    saved = _saved_by_libreoffice(first_run, suffix)

    ended = assess(checker, library, "second", "--actions", saved)

    assert "only in part" not in ended.err
    assert READ_BACK.items() <= typed_rows("second")[gap_id].items()
    assert report_in("second")["actions"][0]["due"] == "2026-06-30"


def _saved_by_libreoffice(file: Path, suffix: str) -> Path:
    if suffix == "csv":
        book = openpyxl.load_workbook(file)
        for name in book.sheetnames:
            if name != "Actions":
                del book[name]
        book.save(file)
    # 44,34,76: commas, double quotes, UTF-8
    return saved_as(file, suffix, filter_options="Text - txt - csv (StarCalc):44,34,76,1" if suffix == "csv" else "")


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
    wanted = "partnerships-and-communities/governance-arrangements/governance-arrangements.evidenced"
    row = next(row for row in range(HEAD + 1, 400) if sheet.cell(row, heads["Gap id"]).value == wanted)
    type_into(first_run, row, {"Owner": "Ida Marsh"})
    added = (
        "A Section 75 agreement with the integrated care board governs the pooled budget, and both boards review it.\n"
    )
    (library / "governance.md").write_text(
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

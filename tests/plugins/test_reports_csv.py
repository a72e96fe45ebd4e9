"""The findings as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from checker_plugins.reports.csv_findings import COLUMNS, Csv, cell

from checker.domain.report import GapReport

from .report_builders import CO_PRODUCTION, OLD_EVIDENCE

FORMATS_PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def written(report: GapReport) -> bytes:
    return b"".join(Csv().render(report))


def rows(report: GapReport) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(report).decode("utf-8-sig"), newline="")))


def test_excel_is_told_that_it_is_utf_8_and_lines_end_as_it_expects(rich_report: GapReport) -> None:
    output = written(rich_report)

    assert output.startswith(b"\xef\xbb\xbf")
    assert output.endswith(b"\r\n")
    assert output.count(b"\n") == output.count(b"\r\n") == len(rich_report.all_findings) + 1


def test_each_finding_has_one_row(rich_report: GapReport) -> None:
    found = rows(rich_report)

    assert [row["gap_id"] for row in found] == [finding.gap_id for finding in rich_report.all_findings]
    assert {row["open_gap"] for row in found if "waived" in row["flags"]} == {"no"}


def test_a_row_shows_the_first_words_that_it_rests_on(rich_report: GapReport) -> None:
    row = next(row for row in rows(rich_report) if row["gap_id"].endswith("data-sharing.evidenced"))

    assert row["first_words"] == "Duty workers open the shared care record before each visit."
    assert row["first_place"].startswith("library/board-minutes.md, Partnerships › How we share, line 12")
    assert (row["strengths"], row["shortfalls"], row["cited"]) == ("2", "2", "3")


def test_a_report_without_findings_has_its_head_alone(empty_report: GapReport) -> None:
    assert rows(empty_report) == []
    assert written(empty_report).count(b"\n") == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '"=1', "'=1"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


def test_other_cells_stay_as_they_are() -> None:
    assert cell("5% of people – “yes”") == "5% of people – “yes”"
    assert cell(12) == "12"


def test_a_cell_is_never_longer_than_a_spreadsheet_holds() -> None:
    assert len(cell("=" + "a" * 100_000)) < 32_767


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_is_documented(column: str) -> None:
    assert f"| `{column}` |" in FORMATS_PAGE.read_text(encoding="utf-8")


def test_what_people_decided_stands_beside_the_gap(rich_report: GapReport) -> None:
    found = {row["gap_id"]: row for row in rows(rich_report)}

    planned, waived = found[CO_PRODUCTION], found[OLD_EVIDENCE]

    assert (planned["action"], planned["owner"], planned["due"]) == (
        "Set up a panel",
        "Head of commissioning",
        "2025-01-31",
    )
    assert (waived["waived_by"], waived["waived_until"]) == ("A. Director", "2027-03-31")


def test_a_row_says_what_to_look_at_in_the_files_that_it_cites(rich_report: GapReport) -> None:
    found = rows(rich_report)

    told = {row["before_sharing"] for row in found if row["first_document"] == "library/board-minutes.md"}
    assert told == {"library/board-minutes.md: hidden matter (2 × comment)"}
    assert {row["before_sharing"] for row in found if not row["first_document"]} == {""}

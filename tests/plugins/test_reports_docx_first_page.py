"""The first page of the Word report, also as LibreOffice opens it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.domain.report import GapReport
from checker.domain.sharing import Concern, Matter

from ..libre_office import NEEDS_LIBRE_OFFICE
from .report_builders import build
from .word_reports import opened, pages

PHONE = Concern(
    matter=Matter.PERSONAL_DATA, document="notes.md", kind="telephone number", count=2, places=("line 3", "file name")
)
COMMENTS = Concern(matter=Matter.HIDDEN, document="plan.docx", kind="comment", count=2)


def test_masked_data_and_hidden_matter_are_told_before_the_paper_is_shared() -> None:
    report = replace(build(), before_sharing=(PHONE, COMMENTS))
    text = [paragraph.text for paragraph in opened(report).paragraphs]
    rows = [[cell.text for cell in row.cells] for table in opened(report).tables for row in table.rows]

    assert [line for line in text if line.startswith("Personal data: 2 × telephone number, in notes.md. It is masked")]
    assert ["notes.md", "Personal data: telephone number", "2", "line 3, file name"] in rows
    assert ["plan.docx", "Hidden matter: comment", "2", "–"] in rows


@NEEDS_LIBRE_OFFICE
def test_the_first_page_holds_the_summary_and_nothing_else(
    rich_report: GapReport, wide_report: GapReport, tmp_path: Path
) -> None:
    for name, report in (("rich", rich_report), ("wide", wide_report)):
        (tmp_path / name).mkdir()
        first, second, *_ = pages(report, tmp_path / name)

        assert "Summary" in first
        assert "What this report is not" in first
        assert second.split("\n")[1].startswith("In this report")


@NEEDS_LIBRE_OFFICE
def test_a_report_of_nothing_opens_too(empty_report: GapReport, tmp_path: Path) -> None:
    text = "\n".join(pages(empty_report, tmp_path))

    assert "No file could be read, so this report says nothing about any council." in text


def test_the_first_page_says_whether_it_is_acted_on_and_what_changed(rich_report: GapReport) -> None:
    text = [paragraph.text for paragraph in opened(rich_report).paragraphs]

    told = next(line for line in text if "since the earlier report" in line)

    assert "1 of 4 open gaps has an action; 1 is overdue." in told
    assert "Gaps since the earlier report: 1 worse." in told


def test_many_warnings_are_told_in_full_behind_the_first_page(rich_report: GapReport) -> None:
    warned = replace(rich_report, warnings=tuple(f"Waiver {number} is not used." for number in range(1, 31)))
    text = [paragraph.text for paragraph in opened(warned).paragraphs]
    before, behind = text[: text.index("In this report")], text[text.index("In this report") :]

    assert "See all 31 warnings." in before
    assert len([line for line in before if line.startswith("Warning: ")]) == 3
    assert len([line for line in behind if line.startswith("Warning: ")]) == 31


def test_advice_on_the_first_page_is_told_once(wide_report: GapReport) -> None:
    text = [paragraph.text for paragraph in opened(wide_report).paragraphs]

    first = [line for line in text[: text.index("In this report")] if "What to do: " in line]

    assert "What to do: Add minutes or a survey" in first[0]
    assert all("What to do: as in 1." in line for line in first[1:])

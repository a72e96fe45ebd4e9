"""The first page of the Word report, also as LibreOffice opens it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from checker.domain.report import GapReport, ReportedExpectation
from checker.domain.sharing import Concern, Matter

from ..libre_office import NEEDS_LIBRE_OFFICE
from .report_builders import build, nine_statements
from .word_reports import headings, opened, pages

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


LONG = "The Royal County Borough Council of Upper and Lower Ellanmere with Adjoining Parishes, Islands and Hamlets"
LONG_TEXT = (
    "a long reason that names each of the documents that were read, what they say of it and why it is not enough"
)


def long_winded(one: ReportedExpectation) -> ReportedExpectation:
    said = f"{LONG_TEXT}, {LONG_TEXT}"
    findings = tuple(replace(gap, title=f"{gap.title}, {LONG_TEXT}", reason=said, remedy=said) for gap in one.findings)
    return replace(one, title=f"{one.title}, {LONG_TEXT}", findings=findings)


def crowded() -> GapReport:
    """Return a report of which everything on the first page is long: names, warnings, titles, reasons and advice."""
    report = nine_statements()
    statements = tuple(
        replace(one, title=f"{one.title}, {LONG_TEXT}", expectations=tuple(map(long_winded, one.expectations)))
        for one in report.statements
    )
    return replace(
        report,
        title=f"Gap report: {LONG}",
        councils=(LONG, f"{LONG} (North)", f"{LONG} (South)"),
        warnings=tuple(f"Warning {number}: {LONG_TEXT}, {LONG_TEXT}, {LONG_TEXT}." for number in range(4)),
        statements=statements,
        before_sharing=(PHONE, COMMENTS, *(replace(PHONE, matter=matter) for matter in Matter)),
    )


@NEEDS_LIBRE_OFFICE
def test_the_first_page_stays_one_page_however_long_its_words_are(tmp_path: Path) -> None:
    first, second, *_ = pages(crowded(), tmp_path)

    assert "What to act on first" in first
    assert "What this report is not" in first
    assert "In this report" in second


def test_where_the_first_page_shortens_a_warning_all_of_it_stands_behind() -> None:
    text = [paragraph.text for paragraph in opened(crowded()).paragraphs]
    before, behind = text[: text.index("In this report")], text[text.index("In this report") :]

    assert "See all 4 warnings." in before
    assert [line for line in before if line.startswith("Warning: ") and line.endswith("…")]
    assert len([line for line in behind if line.startswith("Warning: ") and line.endswith(f"{LONG_TEXT}.")]) == 4


def test_the_contents_name_every_part_that_has_a_heading_of_its_own(rich_report: GapReport) -> None:
    text = [paragraph.text for paragraph in opened(rich_report).paragraphs]
    parts = [
        title for level, title in headings(rich_report) if level == 2 and title not in ("Summary", "In this report")
    ]

    contents = text[text.index("In this report") + 1 :][: len(parts)]

    assert contents == [title.removeprefix("Quality statement: ") for title in parts]


def test_what_leads_to_a_list_stays_on_the_page_of_its_first_item(rich_report: GapReport) -> None:
    paragraphs = opened(rich_report).paragraphs

    leading = [
        one
        for one, behind in pairwise(paragraphs)
        if behind.style and behind.style.name.startswith("List") and one.style and one.style.name == "Normal"
    ]

    assert leading
    assert all(one.paragraph_format.keep_with_next for one in leading)


@NEEDS_LIBRE_OFFICE
def test_no_page_is_nearly_empty_but_the_last_of_a_statement(wide_report: GapReport, tmp_path: Path) -> None:
    found = pages(wide_report, tmp_path)

    bare = [text for text in found[:-1] if len(text) < 500 and "Sign-off" not in text]

    assert bare == []


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

"""The Word report: by python-docx, by its XML, and as LibreOffice opens it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import docx
import pypdfium2
from checker_plugins.reports.word import Docx
from docx.document import Document
from docx.oxml.ns import qn

from checker.domain.report import GapReport
from checker.domain.sharing import Concern, Matter

from ..libre_office import NEEDS_LIBRE_OFFICE, saved_as
from .report_builders import build


def written(report: GapReport) -> bytes:
    return b"".join(Docx().render(report))


def opened(report: GapReport) -> Document:
    return docx.Document(io.BytesIO(written(report)))


def headings(report: GapReport) -> list[tuple[int, str]]:
    found = []
    for paragraph in opened(report).paragraphs:
        name = paragraph.style.name if paragraph.style else ""
        if name and name.startswith("Heading"):
            found.append((int(name.rsplit(" ", 1)[1]), paragraph.text))
    return found


def pages(report: GapReport, folder: Path) -> list[str]:
    (folder / "report.docx").write_bytes(written(report))
    with pypdfium2.PdfDocument(saved_as(folder / "report.docx", "pdf")) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_headings_are_real_and_skip_no_level(rich_report: GapReport, wide_report: GapReport) -> None:
    for report in (rich_report, wide_report):
        levels = [level for level, _ in headings(report)]

        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_goes_from_the_summary_over_the_statements_to_the_method(rich_report: GapReport) -> None:
    told = [text for level, text in headings(rich_report) if level == 2]

    assert told == [
        "Summary",
        "In this report",
        "Before you share",
        "Where the evidence comes from",
        "Where to begin, and what rests on little",
        "Quality statement: Working together",
        "The documents as a whole",
        "What changed since the earlier report",
        "Evidence index",
        "Method and limits",
    ]


def test_every_table_repeats_its_head_and_is_described(rich_report: GapReport) -> None:
    tables = opened(rich_report).tables

    assert len(tables) > 4
    for table in tables:
        about = table._tbl.tblPr
        assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None
        assert about.find(qn("w:tblCaption")).get(qn("w:val"))
        assert "Columns: " in about.find(qn("w:tblDescription")).get(qn("w:val"))


def test_each_cell_of_the_coverage_has_a_word_and_a_number(wide_report: GapReport) -> None:
    table = opened(wide_report).tables[0]
    cells = [cell.text for row in table.rows[1:] for cell in row.cells[1:]]

    assert len(table.rows) == 10
    assert [text for text in cells if not re.match(r"(None|One|Several): \d+\u00a0for", text)] == []


def test_the_language_is_british_english_throughout(rich_report: GapReport) -> None:
    document = opened(rich_report)

    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}

    assert languages == {"en-GB"}
    assert document.core_properties.language == "en-GB"


def test_its_times_are_the_date_of_the_assessment_and_its_bytes_the_same(rich_report: GapReport) -> None:
    known = opened(rich_report).core_properties

    assert known.created is not None
    assert known.created.date().isoformat() == rich_report.run.as_of
    assert known.modified == known.created
    assert written(rich_report) == written(rich_report)
    with zipfile.ZipFile(io.BytesIO(written(rich_report))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_footer_counts_the_pages(rich_report: GapReport) -> None:
    footer = opened(rich_report).sections[0].footer._element

    assert [one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_every_gap_stands_there_with_its_id_and_its_remedy(rich_report: GapReport) -> None:
    rows = [row for table in opened(rich_report).tables for row in table.rows if len(row.cells) == 4]
    text = "\n".join(" ".join(cell.text for cell in row.cells) for row in rows)

    gaps = [finding for finding in rich_report.all_findings if finding.is_gap]
    assert gaps
    assert [gap.gap_id for gap in gaps if gap.gap_id not in text or gap.remedy not in text] == []


def test_at_most_two_quotes_a_side_are_shown(wide_report: GapReport) -> None:
    styles = [
        paragraph.style.name if paragraph.style else ""
        for paragraph in opened(wide_report).paragraphs
        if paragraph.text
    ]

    in_a_row = [len(list(run)) for style, run in groupby(styles) if style == "Quote"]

    assert 0 < max(in_a_row) <= 4


def test_a_statement_can_be_signed(rich_report: GapReport) -> None:
    heads = [[cell.text for cell in table.rows[0].cells] for table in opened(rich_report).tables]

    assert ["Sign-off", "Name and role", "Date", "Comment"] in heads


def test_links_lead_to_places_in_the_paper(wide_report: GapReport) -> None:
    body = opened(wide_report).element.body

    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    targets = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}

    assert len(targets) > 9
    assert targets <= places


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


def test_actions_and_waivers_stand_beside_their_gaps(rich_report: GapReport) -> None:
    cells = [cell.text for table in opened(rich_report).tables for row in table.rows for cell in row.cells]

    assert [text for text in cells if "Action: Set up a panel; Head of commissioning; due 31 January 2025" in text]
    assert [text for text in cells if "Waived by A. Director (Director) until 31 March 2027" in text]


def test_many_warnings_are_told_in_full_behind_the_first_page(rich_report: GapReport) -> None:
    warned = replace(rich_report, warnings=tuple(f"Waiver {number} is not used." for number in range(1, 31)))
    text = [paragraph.text for paragraph in opened(warned).paragraphs]
    before, behind = text[: text.index("In this report")], text[text.index("In this report") :]

    assert "See all 31 warnings." in before
    assert len([line for line in before if line.startswith("Warning: ")]) == 3
    assert len([line for line in behind if line.startswith("Warning: ")]) == 31


def test_each_numbered_list_begins_at_one(rich_report: GapReport) -> None:
    document = opened(rich_report)
    begun = {
        one.get(qn("w:numId"))
        for one in document.part.numbering_part.element.iter(qn("w:num"))
        if one.find(f".//{qn('w:startOverride')}") is not None
    }

    lists = [
        [one._p.pPr.numPr.numId.val for one in group]
        for is_list, group in groupby(document.paragraphs, key=lambda one: one.style.name == "List Number")
        if is_list
    ]

    assert len(lists) == 2
    assert [len(set(numbers)) for numbers in lists] == [1, 1]
    assert len({str(numbers[0]) for numbers in lists} & begun) == 2


def test_a_table_to_fill_in_stays_on_one_page(rich_report: GapReport) -> None:
    table = next(one for one in opened(rich_report).tables if one.rows[0].cells[0].text == "Sign-off")

    kept = [[cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in table.rows]

    assert all(all(row) for row in kept[:-1])
    assert not any(kept[-1])


def test_advice_on_the_first_page_is_told_once(wide_report: GapReport) -> None:
    text = [paragraph.text for paragraph in opened(wide_report).paragraphs]

    first = [line for line in text[: text.index("In this report")] if "What to do: " in line]

    assert "What to do: Add minutes or a survey" in first[0]
    assert all("What to do: as in 1." in line for line in first[1:])

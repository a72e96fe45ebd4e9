"""The Word report: by python-docx and by its XML."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import groupby, pairwise

from docx.oxml.ns import qn

from checker.domain.report import GapReport

from .word_reports import headings, opened, written


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


def test_actions_and_waivers_stand_beside_their_gaps(rich_report: GapReport) -> None:
    cells = [cell.text for table in opened(rich_report).tables for row in table.rows for cell in row.cells]

    assert [text for text in cells if "Action: Set up a panel; Head of commissioning; due 31 January 2025" in text]
    assert [text for text in cells if "Waived by A. Director (Director) until 31 March 2027" in text]


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

"""The workbook: what stands in it, that it can be worked in, and that nothing in it is ever a formula."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime

import pytest

from checker import PLAN_COLUMNS
from checker.domain.actions import ActionRow, GapState, PlannedAction
from checker.domain.decision import DecisionState, ReportedWaiver
from checker.domain.observation import Observations
from checker.testing import an_observation

from .report_builders import build, nothing
from .workbooks import HEAD, opened, rendered, table

SHEETS = ["Read me", "Before you share", "Actions", "Gaps", "Evidence index", "Figures", "Changes", "Expectations"]


def an_action(gap_id: str = "s/a/a.evidenced", **typed: str) -> PlannedAction:
    days = {"due": "2026-06-30"} if "due" in typed else {}
    row = ActionRow(gap_id=gap_id, typed=typed, days=days)
    return PlannedAction(
        gap_id=gap_id, state=GapState.OPEN, title="Carers are asked", outcome="not met", typed=typed, row=row
    )


def test_the_sheets_are_there_in_their_order_with_one_table_each() -> None:
    book = opened(build())

    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet["A1"].value
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == f"B{HEAD + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        assert len(sheet.title) < 31


def test_pages_are_printed_across_with_the_headings_on_each() -> None:
    for sheet in opened(build()):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"


def test_every_gap_and_every_open_question_is_in_the_sheet_of_gaps_heaviest_first() -> None:
    report = build()

    gaps = table(opened(report)["Gaps"])

    assert {row["Gap id"] for row in gaps} == {
        one.gap_id for one in report.all_findings if one.outcome.value not in ("met", "not applicable")
    }
    open_ones = [row["Priority"] for row in gaps if row["Open"] == "Yes" and row["Outcome"] == "Not met"]
    assert open_ones == sorted(open_ones, reverse=True)


def test_every_file_is_in_the_evidence_index_with_its_hash() -> None:
    report = build()

    assert [(row["File"], row["SHA-256"]) for row in table(opened(report)["Evidence index"])] == [
        (record.name, record.sha256) for record in report.documents
    ]


def test_what_was_typed_stands_beside_its_gap() -> None:
    action = an_action(action="Ask carers\nin spring", owner="Ida Marsh", due="30/6/26", status="in progress")

    (row,) = table(opened(replace(build(), actions=(action,)))["Actions"])

    assert row["Gap id"] == "s/a/a.evidenced"
    assert row["Action"] == "Ask carers\nin spring"
    assert row["Owner"] == "Ida Marsh"
    assert row["Due date"] == datetime(2026, 6, 30)
    assert row["Status"] == "in progress"


def test_a_due_date_that_is_no_day_stays_as_it_was_typed() -> None:
    (row,) = table(opened(replace(build(), actions=(an_action(due="June 2026"),)))["Actions"])

    assert row["Due date"] == "June 2026"


def test_columns_of_peoples_own_stand_at_the_right() -> None:
    action = an_action(owner="Ida")
    action = replace(action, row=replace(action.row, extra={"Our ref": "X1"}))

    sheet = opened(replace(build(), actions=(action,)))["Actions"]

    assert [cell.value for cell in sheet[HEAD]] == [*(column.heading for column in PLAN_COLUMNS), "Our ref"]
    assert table(sheet)[0]["Our ref"] == "X1"


def test_words_are_offered_for_status_and_method_and_days_are_asked_for_also_in_spare_rows() -> None:
    sheet = opened(replace(build(), actions=(an_action(),)))["Actions"]
    heads = {cell.column_letter: cell.value for cell in sheet[HEAD]}

    offered = {
        heads[str(one.sqref).split(":")[0].rstrip("0123456789")]: one for one in sheet.data_validations.dataValidation
    }

    assert offered["Status"].formula1 == '"not started,in progress,done,cancelled"'
    assert offered["Attestation method"].formula1 == '"examine,interview,test"'
    assert offered["Due date"].type == "date"
    assert str(offered["Status"].sqref).endswith(str(HEAD + 1 + 200))
    assert {one.errorStyle for one in offered.values()} == {"warning"}, "people are asked and never refused"


def test_a_waiver_in_force_is_named_beside_its_gap_and_an_expired_one_is_not() -> None:
    report = build()
    gap_id = report.summary.top_gaps[0]
    waiver = ReportedWaiver(
        gap_id=gap_id,
        person="Ida Marsh",
        role="Director",
        reason="R",
        risk="K",
        start="2026-01-01",
        end="2026-06-30",
        state=DecisionState.IN_FORCE,
    )
    expired = replace(waiver, state=DecisionState.EXPIRED)

    shown = [
        [
            row["Waived by, until"]
            for row in table(opened(replace(report, waivers=(one,)))["Gaps"])
            if row["Gap id"] == gap_id
        ]
        for one in (waiver, expired)
    ]

    assert shown == [["Ida Marsh, 30 June 2026"], [None]]


def test_figures_are_listed_with_what_they_lack() -> None:
    figure = an_observation("figure", "17", text="Waits fell to 17 days.", unit="days", period="March 2026")

    (row,) = table(opened(replace(build(), observations=Observations.of([figure])))["Figures"])

    assert (row["Sentence"], row["Figure"], row["Unit"], row["Period"]) == (
        "Waits fell to 17 days.",
        "17",
        "days",
        "March 2026",
    )
    assert row["Base"] is None


def test_an_empty_report_has_every_sheet() -> None:
    assert opened(nothing()).sheetnames == SHEETS


PAYLOADS = [
    '=HYPERLINK("http://x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\x00a\x0bb\x1b[31m",
    "\u202ea",
    "_x0041_",
    "<a>&\"'",
    "\ud800",
    "x" * 40_000,
]


@pytest.mark.parametrize("payload", PAYLOADS, ids=[f"payload{number}" for number in range(len(PAYLOADS))])
def test_no_text_becomes_a_formula_here_or_in_what_is_exported(payload: str) -> None:
    action = an_action(owner=payload, action=payload)
    action = replace(action, row=replace(action.row, extra={payload: payload}))
    report = replace(build(lambda _: payload), actions=(action,))

    values = [
        (cell.value, cell.data_type)
        for sheet in opened(report)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]

    assert {kind for _, kind in values} <= {"s", "n"}
    assert not [
        value for value, _ in values if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
    assert all(len(value) <= 32_767 for value, _ in values if isinstance(value, str))


def test_the_same_report_gives_the_same_bytes_at_another_time() -> None:
    report = replace(build(), actions=(an_action(owner="Ida", due="30/6/26"),))

    first = rendered(report)
    time.sleep(2.1)  # a zip file notes times to two seconds

    assert rendered(report) == first


def test_the_file_carries_no_other_date_than_the_day_of_the_assessment() -> None:
    report = build()

    properties = opened(report).properties

    assert {properties.created, properties.modified} == {datetime.fromisoformat(report.run.as_of)}

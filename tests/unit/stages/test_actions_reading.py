"""Reading an action plan: whatever people did to the sheet, what they typed is found again."""

from __future__ import annotations

import pytest

from checker.domain.document import Block, BlockKind, Document, ReadStatus, Source
from checker.errors import UsageError
from checker.stages.actions.reading import read_plan

SOURCE = Source(name="plan.xlsx", data=b"x", sha256="a" * 64)


def a_sheet(*rows: list[str], sheet: str | None = "Actions", first_row: int = 1) -> Document:
    """Return a document with these rows; empty cells have no block, as readers leave them out."""
    text = ""
    blocks = []
    for number, row in enumerate(rows, first_row):
        for column, cell in enumerate(row):
            if cell:
                place = f"{chr(ord('A') + column)}{number}"
                start, end = len(text), len(text) + len(cell)
                blocks.append(Block(start=start, end=end, kind=BlockKind.TABLE_CELL, sheet=sheet, cell=place))
                text += cell + "\t"
    return Document(name="plan.xlsx", text=text, blocks=tuple(blocks))


def test_each_row_has_what_was_typed_and_what_the_checker_had_written() -> None:
    document = a_sheet(["Gap id", "Outcome", "Owner", "Due date"], ["a/b/b.c", "Not met", "Ida Marsh", "3/4/26"])

    row = read_plan(document, SOURCE).rows[0]

    assert row.gap_id == "a/b/b.c"
    assert row.typed == {"owner": "Ida Marsh", "due": "3/4/26"}
    assert row.seen == {"outcome": "Not met"}
    assert row.due == "2026-04-03"
    assert row.place == "plan.xlsx, sheet Actions, row 2"


def test_the_header_is_found_below_a_title_and_empty_rows() -> None:
    document = a_sheet(["Our plan"], [], ["Owner", "Action"], ["Ida Marsh", "Ask carers"])

    assert read_plan(document, SOURCE).rows[0].typed == {"owner": "Ida Marsh", "action": "Ask carers"}


def test_a_sheet_of_the_councils_own_may_use_other_headings() -> None:
    document = a_sheet(["Actions:", "Lead officer", "By when"], ["Ask carers", "Ida Marsh", "June 2026"])

    row = read_plan(document, SOURCE).rows[0]

    assert row.typed == {"action": "Ask carers", "owner": "Ida Marsh", "due": "June 2026"}
    assert row.due == "2026-06-30"


def test_columns_and_cells_of_peoples_own_are_kept() -> None:
    document = a_sheet(["Gap id", "Owner", "Our ref", "Our ref"], ["a", "Ida", "X1", "X2", "beside"])

    plan = read_plan(document, SOURCE)

    assert plan.rows[0].extra == {"Our ref": "X1", "Our ref (2)": "X2", "Column 5": "beside"}


def test_a_row_into_which_only_an_own_column_was_typed_is_kept() -> None:
    document = a_sheet(["Gap id", "Owner", "Our ref"], ["", "", "X1"])

    assert [row.extra for row in read_plan(document, SOURCE).rows] == [{"Our ref": "X1"}]


def test_the_apostrophe_before_a_formula_sign_is_taken_away_and_no_other() -> None:
    document = a_sheet(["Action", "Owner"], ["'=SUM(A1)", "'quoted'"])

    assert read_plan(document, SOURCE).rows[0].typed == {"action": "=SUM(A1)", "owner": "'quoted'"}


def test_a_waiver_date_that_is_none_is_named_with_its_place() -> None:
    document = a_sheet(["Gap id", "Waived until"], ["a", "when it suits"])

    (row,) = read_plan(document, SOURCE).rows

    assert row.place == "plan.xlsx, sheet Actions, row 2"
    assert row.problems == ("Waived until: 'when it suits' is not a date (expected e.g. 31/03/2026)",)


def test_a_table_without_the_headings_is_no_plan() -> None:
    document = a_sheet(["Name", "Owner"], ["Ida", "Marsh"])

    with pytest.raises(UsageError, match=r"plan\.xlsx: no sheet of it is an action plan \(expected a row"):
        read_plan(document, SOURCE)


def test_a_file_that_cannot_be_read_says_why() -> None:
    failed = Document(name="plan.xlsx", status=ReadStatus.FAILED, reason="It is protected by a password.")

    with pytest.raises(UsageError, match="cannot be read: It is protected by a password"):
        read_plan(failed, SOURCE)


def test_what_was_read_only_in_part_is_said() -> None:
    whole = a_sheet(["Action", "Owner"], ["Ask carers", "Ida"])
    partial = Document(**{**_fields(whole), "status": ReadStatus.PARTIAL, "reason": "One cell is a formula."})

    assert read_plan(partial, SOURCE).problems == ("plan.xlsx could be read only in part: One cell is a formula.",)


def _fields(document: Document) -> dict[str, object]:
    return {"name": document.name, "text": document.text, "blocks": document.blocks}

"""The sheet Changes of the workbook."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.change import Change, ChangeKind

from .report_builders import build
from .workbooks import opened, table


def test_changes_say_that_no_earlier_report_was_given() -> None:
    sheet = opened(replace(build(), changes=None))["Changes"]

    assert "--earlier" in sheet["A2"].value
    assert table(sheet) == []


def test_changes_are_listed_where_an_earlier_report_was_given() -> None:
    change = Change(
        kind=ChangeKind.NEW, what="gap", id="a/b/c", title="Carers are asked", before="met", after="not met"
    )

    (row,) = table(opened(replace(build(), changes=(change,)))["Changes"])

    assert (row["Change"], row["Id"], row["Before"], row["Now"]) == ("New", "a/b/c", "Met", "Not met")


def test_the_sheet_of_changes_says_since_when_and_what_makes_it_hard_to_compare() -> None:
    report = replace(build(), changed_since="2025-09-30", changes_notes=("The scope differs: a; now b.",))

    told = [cell.value for row in opened(report)["Changes"].iter_rows(max_row=3) for cell in row if cell.value]

    assert any(text.startswith("Since 30 September 2025. ") and "The scope differs" in text for text in told)

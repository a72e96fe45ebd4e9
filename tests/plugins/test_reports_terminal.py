"""The terminal view."""

from __future__ import annotations

import pytest
from checker_plugins.reports.terminal import Terminal
from checker_plugins.reports.text_layout import table

from checker.domain.report import GapReport

from .report_builders import build


def lines(report: GapReport, **settings: bool | int) -> list[str]:
    return b"".join(Terminal(**settings).render(report)).decode().split("\n")


@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_is_wider_than_asked(width: int, rich_report: GapReport, wide_report: GapReport) -> None:
    long = build(lambda text: f"{text} {'x' * 300}", document="a/" + "y" * 200 + ".md")

    for report in (rich_report, wide_report, long):
        assert max(map(len, lines(report, width=width))) <= width


def test_the_answer_stands_on_the_first_screen(rich_report: GapReport) -> None:
    first = "\n".join(lines(rich_report)[:30])

    assert "Evidence was found for 2 of 5 expectations." in first
    assert "3 gaps are open" in first


def test_there_are_no_colour_codes_unless_asked_for(rich_report: GapReport) -> None:
    assert "\x1b" not in "".join(lines(rich_report))
    assert "\x1b[1m" in "".join(lines(rich_report, colour=True))


def test_terminal_escapes_of_documents_are_taken_out() -> None:
    report = build(lambda text: f"{text}\x1b[2J\x1b]0;title\x07\x9b31m\r\x08\u202e")

    written = "\n".join(lines(report))

    assert not [sign for sign in written if sign != "\n" and not sign.isprintable() and sign != "\u00a0"]


def test_details_that_are_left_out_are_counted(rich_report: GapReport) -> None:
    assert "Other questions asked: 1 met, 1 does not apply (not shown in this view)." in lines(rich_report)


def test_trouble_with_files_is_listed_first_and_long_lists_are_cut(wide_report: GapReport) -> None:
    written = "\n".join(lines(wide_report))

    assert "And 35 more files" in written


def test_a_table_keeps_whole_words_while_there_is_room() -> None:
    rows = [["safeguarding", "a long explanation that has to give way"], ["x", "y"]]

    found = list(table(["What", "Why"], rows, 30))

    assert found[2].startswith("safeguarding  ")
    assert max(map(len, found)) <= 30


def test_a_table_with_too_many_columns_becomes_a_list() -> None:
    found = list(table(["Name", "Reason", "Council", "Status"], [["reports", "because", "Larkmere", "Read it"]], 20))

    assert found[:2] == ["Name: reports", "Reason: because"]

"""The four questions of the first page, and what stands behind the words of the charts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from checker_plugins.reports.content.at_a_glance import at_a_glance
from checker_plugins.reports.content.embarrassing import embarrassing_in_a_line
from checker_plugins.reports.content.heat_maps import of_statement
from checker_plugins.reports.content.in_numbers import lead
from checker_plugins.reports.content.lookup import Lookup
from checker_plugins.reports.content.open_questions import open_questions
from checker_plugins.reports.content.parts import Box, Extent, Group, Items, Paragraph
from checker_plugins.reports.content.run_findings import run_findings
from checker_plugins.reports.markdown import Markdown

from checker.domain.actions import ActionRow, GapState, PlannedAction
from checker.domain.finding import Outcome
from checker.domain.pack import Weight
from checker.domain.report import GapReport, ReportedSection

from .report_builders import build, nine_statements
from .report_parts import a_reported_finding, clashes


def answer(report: GapReport, question: str) -> str:
    (group,) = at_a_glance(Lookup.of(report, Extent()))
    assert isinstance(group, Group)
    for box in group.parts:
        assert isinstance(box, Box)
        if getattr(box.parts[0], "text", "") == question:
            return " ".join(_text(part) for part in box.parts[1:])
    raise AssertionError(question)


def _text(part: Any) -> str:
    lines = part.items if isinstance(part, Items) else [part.line] if isinstance(part, Paragraph) else []
    return " / ".join("".join(one if isinstance(one, str) else one.text for one in line) for line in lines)


def with_clashes(*outcomes: Outcome) -> GapReport:
    found = tuple(replace(one, exposes="figures that clash") for one in clashes(*outcomes))
    return replace(build(), findings=found)


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        (
            [Outcome.NOT_MET, Outcome.NOT_MET, Outcome.NEEDS_REVIEW],
            "Figures that clash: 2 found, 1 for a person to decide (first: item-0)",
        ),
        ([Outcome.NOT_MET], "Figures that clash: 1 found (item-0)"),
        ([Outcome.MET], "None found: figures that clash."),
        ([Outcome.NOT_APPLICABLE], "Not asked in this run: figures that clash."),
        ([Outcome.MET, Outcome.NOT_ASSESSED], "Could not be assessed: figures that clash."),
    ],
)
def test_what_would_embarrass_is_counted_and_silence_is_not_good_news(outcomes: list[Outcome], told: str) -> None:
    assert told in answer(with_clashes(*outcomes), "Would anything embarrass us?")


def test_without_such_rules_nothing_is_said_to_be_fine() -> None:
    assert "No rule about that was asked." in answer(build(), "Would anything embarrass us?")


def test_an_earlier_report_is_asked_for_where_none_was_given() -> None:
    told = answer(replace(build(), changes=None), "Is it better than last time?")

    assert told == "No earlier report was given to compare with (--earlier FILE, or --history FILE)."


def test_the_same_advice_is_not_told_twice_running() -> None:
    assert answer(build(), "What would change that first?").count("Add minutes or a survey") == 1


@pytest.mark.parametrize(("latest", "word"), [("2024-06-30", "Old"), ("2025-06-30", "Several"), ("", "Several")])
def test_a_cell_is_old_where_its_latest_day_is_before_what_the_rule_allows(latest: str, word: str) -> None:
    report = build()
    first = report.statements[0].expectations[0]
    counts = replace(first.counts, strengths_by_category={"processes": 3}, shortfalls_by_category={})
    dated = replace(
        first,
        counts=counts,
        latest_by_category={"processes": latest} if latest else {},
        findings=tuple(replace(one, not_before="2025-01-31") for one in first.findings),
    )
    statement = replace(report.statements[0], expectations=(dated,))

    chart = of_statement(statement, Lookup.of(replace(report, statements=(statement,)), Extent()))

    (row,) = chart.table.rows
    assert word in {getattr(piece, "text", "") for cell in row for piece in cell}


def test_findings_of_one_rule_about_the_whole_are_told_once_with_every_item() -> None:
    report = with_clashes(Outcome.NOT_MET, Outcome.NEEDS_REVIEW, Outcome.NOT_MET)

    boxes = [part for part in run_findings(Lookup.of(report, Extent())) if isinstance(part, Box)]
    told = b"".join(Markdown().render(report)).decode()

    assert len(boxes) == 1
    assert all(f"item-{place}" in told for place in range(3))


def test_a_question_that_many_expectations_leave_open_is_told_once_with_how_many() -> None:
    report = nine_statements()

    told = answer(report, "What would change that first?")

    assert told.count("Not met: Evidence is there: 27 expectations (27 essential), in 9 quality statements.") == 1
    assert told.count("Add minutes or a survey") == 1


def test_the_worst_statements_are_named_with_the_reason() -> None:
    told = answer(nine_statements(), "Where are we exposed?")

    assert told.count(" open gap") == 3
    assert told.count("1 of 5 expectations could not be assessed") == 3


def test_with_one_statement_the_worst_expectations_are_named_with_both_sides() -> None:
    assert "nothing found (no strengths, no shortfalls)" in answer(build(), "Where are we exposed?")


def test_essential_gaps_come_before_heavier_ones() -> None:
    report = build()
    heavy = a_reported_finding("impact", "", Outcome.NOT_MET, rule="impact.heavy", gap_id="heavy", priority=99)
    heavy = replace(heavy, title="Heavy", weight=Weight.EXPECTED, statement=report.statements[0].id)
    statement = replace(report.statements[0], findings=(heavy,))
    look = Lookup.of(replace(report, statements=(statement, *report.statements[1:])), Extent())

    first, *others = open_questions(look)

    assert first.essential > 0
    assert "Not met: Heavy" in {one.title for one in others}


def test_gaps_of_the_plan_itself_are_not_counted_among_those_that_need_an_action() -> None:
    report = build()
    of_the_plan = a_reported_finding("", "", Outcome.NOT_MET, rule="plan.smart", item="row 1", gap_id="plan.smart/1")

    summary = replace(report.summary, plan_rules=("plan.smart",), open_gaps={"essential": 5, "expected": 0})
    report = replace(report, summary=summary, findings=(*report.findings, of_the_plan))

    told = answer(report, "What would change that first?")
    first = lead(Lookup.of(report, Extent()))

    assert "1 of 4 open gaps has an action; 1 is overdue." in told
    assert first.startswith("4 gaps are open: 4 essential.")
    assert first.endswith("The action plan itself has 1 gap, counted apart.")


def test_a_gap_with_a_reason_why_it_needs_no_action_is_not_counted_as_one_with_an_action() -> None:
    report = build()
    gap = next(one.gap_id for one in report.all_findings if one.is_open and one.gap_id != report.actions[0].gap_id)
    typed = {"not_applicable": "We have no such service"}
    row = PlannedAction(gap_id=gap, state=GapState.OPEN, typed=typed, row=ActionRow(gap_id=gap, typed=typed))

    told = answer(replace(report, actions=(*report.actions, row)), "What would change that first?")

    assert "has an action; 1 is overdue; 1 other needs none, and the plan says why." in told


def test_a_quality_statement_that_was_left_out_comes_before_figures_that_clash() -> None:
    report = with_clashes(Outcome.NOT_MET, Outcome.NOT_MET)
    statement = report.statements[0]
    left_out = replace(
        clashes(Outcome.NOT_MET)[0], rule="sections.every", gap_id="sections/1", item=statement.id, exposes="left out"
    )
    report = replace(report, findings=(*report.findings, left_out))

    told = answer(report, "Would anything embarrass us?")
    line = embarrassing_in_a_line(Lookup.of(report, Extent()), 200)

    assert told.startswith(f"Left out: 1 found ({statement.title}) / Figures that clash: 2 found")
    assert line.startswith(f"left out: 1 found ({statement.title}); figures that clash: 2 found")


def _one_gap_only() -> GapReport:
    """Return a report in which one gap of one expectation is open, with a title that reads like good news."""
    report = build()
    statement, *rest = report.statements
    first, *others = statement.expectations
    gap = a_reported_finding(first.id, statement.id, Outcome.NOT_MET, rule="equipment.figure", gap_id="s/e/figure")
    gap = replace(gap, title="A figure is stated", gap_title="No clear figure", remedy="Add one.")
    told = replace(first, title="Equipment comes quickly", findings=(gap,))
    silent = (replace(one, findings=()) for one in others)
    return replace(
        report, findings=(), statements=(replace(statement, expectations=(told, *silent), findings=()), *rest)
    )


def test_a_gap_stands_before_what_is_expected_and_never_behind_it() -> None:
    told = answer(_one_gap_only(), "What would change that first?")

    assert told.startswith("No clear figure (expected: “Equipment comes quickly”). Add one.")


def test_in_markdown_no_expectation_reads_as_if_it_were_so() -> None:
    text = b"".join(Markdown().render(_one_gap_only())).decode()

    assert "### Expected: Equipment comes quickly" in text
    assert "No clear figure (expected: “Equipment comes quickly”)" in text
    assert "Equipment comes quickly. No clear figure" not in text
    assert "** :" not in text


@pytest.mark.parametrize(
    ("sentences", "speaking", "told"),
    [
        (9, 7, "9 sentences under “Keeping safe”; 7 of them speak to what is expected here, 2 do not."),
        (2, 1, "2 sentences under “Keeping safe”; 1 of them speaks to what is expected here, 1 does not."),
        (4, 4, "4 sentences under “Keeping safe”; 4 of them speak to what is expected here."),
        (3, 0, "3 sentences under “Keeping safe”; none speaks to it."),
    ],
)
def test_a_statement_says_how_much_the_self_assessment_has_under_its_name(
    sentences: int, speaking: int, told: str
) -> None:
    section = ReportedSection(headings=("Keeping safe",), sentences=sentences, words=99, speaking=speaking)
    report = build()
    first, *rest = report.statements

    text = b"".join(Markdown().render(replace(report, statements=(replace(first, section=section), *rest)))).decode()

    assert f"**In the self-assessment:** {told}" in text

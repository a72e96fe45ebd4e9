"""What every human report says, whatever its format."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from checker_plugins.reports.html import Html
from checker_plugins.reports.markdown import Markdown
from checker_plugins.reports.terminal import Terminal

from checker import Reporter
from checker.domain.finding import Citation
from checker.domain.report import GapReport, ReportedExpectation

from .report_builders import build

HUMAN = [Terminal(width=200), Markdown(), Html()]
FORMATS = pytest.mark.parametrize("reporter", HUMAN, ids=[one.name for one in HUMAN])


def text_of(reporter: Reporter, report: GapReport) -> str:
    """Return the words of a report on one line, without the signs of its format."""
    written = b"".join(reporter.render(report)).decode()
    without_tags = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", written, flags=re.DOTALL))
    return " ".join(without_tags.replace("*", "").replace("\\", "").replace("|", " ").split())


@FORMATS
def test_the_first_page_says_what_was_compared_found_and_is_missing(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert "Larkmere County Council" in told
    assert "31 January 2026" in told
    assert (
        "1 of 3 files read in full, 1 in part, 1 could not be read; 18 of 80 sentences speak to an expectation" in told
    )
    assert "Evidence was found for 2 of 5 expectations. For 1 of these, shortfalls are reported too." in told
    assert "3 gaps are open: 3 essential. 1 gap is waived and still listed." in told
    assert "Priority = weight (essential 3, expected 2, helpful 1)" in told
    assert "This is not a rating and not a prediction of one." in told


@FORMATS
def test_warnings_stand_before_everything_but_the_title(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert told.index("These documents name different councils.") < told.index("31 January 2026")
    assert "1 file could not be assessed (scan.txt). This is never good news" in told


@FORMATS
def test_sections_come_in_the_promised_order(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report).lower()
    sections = (
        "evidence was found for 2 of 5",
        "the 3 gaps that matter most",
        "what this report is not",
        "the word says how many",
        "what people expect: working together",
        "the commitment: working together",
        "sentences. they may be about",
        "every file that was given",
        "what the words mean",
    )

    places = [told.index(section) for section in sections]

    assert places == sorted(places)


@FORMATS
@pytest.mark.parametrize(
    "words", ["Evidence found", "Evidence both ways", "Only shortfalls found", "Nothing found", "Not assessed"]
)
def test_every_status_is_told_in_words(reporter: Reporter, words: str, rich_report: GapReport) -> None:
    assert words in text_of(reporter, rich_report)


@FORMATS
def test_evidence_is_quoted_with_voice_and_place(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert "“Duty workers open the shared care record before each visit.”" in told
    assert "Providers; library/board-minutes.md, Partnerships › How we share, line 14" in told
    assert "2 strengths, 2 shortfalls" in told
    assert "31 March 2025, 10 months before the as-of date" in told


@FORMATS
def test_an_absent_expectation_says_what_was_looked_for(reporter: Reporter, rich_report: GapReport) -> None:
    assert "share or exchange … information or data" in text_of(reporter, rich_report)


@FORMATS
def test_a_gap_says_what_to_do(reporter: Reporter, rich_report: GapReport) -> None:
    assert "What to do: Add minutes or a survey that shows it, with its date." in text_of(reporter, rich_report)


@FORMATS
def test_unconfirmed_expectations_are_marked_and_confirmed_ones_not(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert told.count("Sector guidance, not confirmed as the regulator's wording.") == 1


@FORMATS
def test_numbers_and_words_stand_in_every_cell_of_the_matrix(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert re.search(r"One:? 1 for, 1 against", told)
    assert re.search(r"None:? 0 for, 1 against", told)


@FORMATS
def test_a_statement_out_of_scope_is_one_line(reporter: Reporter, rich_report: GapReport) -> None:
    assert text_of(reporter, rich_report).count("Quiet homes") == 1


@FORMATS
def test_an_empty_run_is_not_good_news(reporter: Reporter, empty_report: GapReport) -> None:
    told = text_of(reporter, empty_report)

    assert "No file could be read, so this report says nothing about any council." in told
    assert "No question was asked, so no gap could be found." in told
    assert "Everything in scope could be assessed" not in told
    assert "No gaps are open" not in told


@FORMATS
def test_two_renders_are_identical(reporter: Reporter) -> None:
    assert b"".join(reporter.render(build())) == b"".join(reporter.render(build()))


@FORMATS
def test_a_finding_of_the_whole_run_is_told_with_its_item(reporter: Reporter, rich_report: GapReport) -> None:
    told = text_of(reporter, rich_report)

    assert "Concerns: ICB" in told


@FORMATS
def test_shortfalls_that_are_about_another_expectation_are_not_quoted(
    reporter: Reporter, rich_report: GapReport
) -> None:
    words = "Home care agencies told us that they wait for days to be told about a change of plan."
    elsewhere = tuple(replace(one, main=("impact",)) if one.text == words else one for one in rich_report.passages)

    told = text_of(reporter, replace(rich_report, passages=elsewhere))

    assert words in text_of(reporter, rich_report)
    assert words not in told


@FORMATS
def test_nine_statements_stay_readable(reporter: Reporter, wide_report: GapReport) -> None:
    told = text_of(reporter, wide_report)

    assert "Expectations of each quality statement by what was found" in told
    assert told.lower().count("quality statement: statement") >= 9
    assert told.index("Statement 9") < told.index("The 5 gaps that matter most")


def test_many_warnings_are_folded_and_what_was_not_assessed_comes_first() -> None:
    report = replace(build(), warnings=tuple(f"Warning number {place}." for place in range(12)))

    told = b"".join(Html().render(report)).decode()

    box = told.partition("<h1")[2].partition("<h2")[0]
    assert box.index("could not be assessed") < box.index("Warning number 0.") < box.index("<details>")
    assert "8 more warnings" in box
    assert all(f"Warning number {place}." in box for place in range(12))


@FORMATS
def test_what_is_said_of_rows_that_people_typed_is_never_folded_away(
    reporter: Reporter, rich_report: GapReport
) -> None:
    typed = [f"plan.xlsx, sheet Actions, row {row}: two rows of this gap differ." for row in range(1, 10)]
    run = replace(rich_report.run, settings={"actions": "plan.xlsx"})
    others = tuple(f"Something else is number {place}." for place in range(9))

    told = text_of(reporter, replace(rich_report, run=run, warnings=(*others, *typed)))

    folded = told.partition("more warnings")[2]
    assert folded
    assert all(one in told and one not in folded for one in typed)


@FORMATS
def test_a_top_gap_shows_the_shortfall_that_decided_it(reporter: Reporter, rich_report: GapReport) -> None:
    shortfall = next(one for one in rich_report.passages if one.polarity.reports_shortfall)
    first = rich_report.summary.top_gaps[0]
    cited = Citation(document=shortfall.document, start=shortfall.start, end=shortfall.end)
    statements = tuple(
        replace(one, expectations=tuple(_citing(each, first, cited) for each in one.expectations))
        for one in rich_report.statements
    )
    free = tuple(replace(one, main=()) for one in rich_report.passages)

    told = text_of(reporter, replace(rich_report, statements=statements, passages=free))

    top = told.partition("matter most")[2].partition("Expectation: ")[0]
    assert shortfall.text[:20] in top


def _citing(one: ReportedExpectation, gap: str, cited: Citation) -> ReportedExpectation:
    found = tuple(replace(each, citations=(cited,)) if each.gap_id == gap else each for each in one.findings)
    return replace(one, findings=found)

"""The gap report names gaps so that they survive renamed files, and puts what weighs most first."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.finding import Flag, Outcome
from checker.domain.pack import Weight
from checker.domain.report import ReportedFinding
from checker.stages.gap_report.findings import FORMULA, top_gaps
from checker.testing import a_book, a_finding, a_passage, a_rule, an_assessment, an_expectation

from .reporting import reported


def a_reported_finding() -> ReportedFinding:
    return ReportedFinding(
        gap_id="x", rule="x", title="X", outcome=Outcome.NOT_MET, weight=Weight.EXPECTED, reason="No.", remedy="Do it."
    )


def test_gap_ids_name_statement_expectation_and_rule_and_no_file() -> None:
    book = a_book(
        an_expectation(),
        statement_rules=(
            a_rule(id="together.all", expectation=""),
            a_rule(id="craft.dates", expectation="", statement=""),
        ),
    )
    dates = replace(a_finding("craft.dates", Outcome.NOT_MET), item="Our plans")

    report = reported(an_assessment(book=book), a_finding(), a_finding("together.all"), dates)

    assert [finding.gap_id for finding in report.all_findings] == [
        "working-together/data-sharing/data-sharing.evidenced",
        "working-together//together.all",
        "craft.dates/Our plans",
    ]
    assert [finding.rule for finding in report.statements[0].findings] == ["together.all"]
    assert [finding.rule for finding in report.findings] == ["craft.dates"]


def test_priority_is_weight_times_outcome_times_what_the_expectation_serves() -> None:
    rules = (
        a_rule(id="data-sharing.a", weight=Weight.ESSENTIAL),
        a_rule(id="data-sharing.b", weight=Weight.EXPECTED),
        a_rule(id="data-sharing.c", weight=Weight.HELPFUL),
    )
    book = a_book(an_expectation(serves=("commitment.share", "i.joined-up", "i.joined-up"), rules=rules))
    findings = (
        a_finding("data-sharing.a", Outcome.NOT_MET),
        a_finding("data-sharing.b", Outcome.PARTLY_MET, a_passage()),
        a_finding("data-sharing.c", Outcome.MET, a_passage()),
    )

    report = reported(an_assessment(book=book), *findings)

    assert [finding.priority for finding in report.all_findings] == [3 * 2 * 2, 2 * 1 * 2, 0]
    assert report.summary.formula == FORMULA
    assert "\n" not in FORMULA


def test_the_top_gaps_are_five_at_most_one_for_each_expectation_ties_by_id() -> None:
    names = ("f", "e", "d", "c", "b", "a")
    book = a_book(
        *(an_expectation(name, rules=(a_rule(expectation=name), a_rule("heard", expectation=name))) for name in names)
    )
    findings = [a_finding(f"{name}.{rule}") for name in names for rule in ("evidenced", "heard")]
    waived = [replace(each, flags=(Flag.WAIVED,)) if each.rule_id.startswith("a.") else each for each in findings]

    report = reported(an_assessment(book=book), *waived)

    assert report.summary.top_gaps == tuple(f"working-together/{name}/{name}.evidenced" for name in "bcdef")


def test_of_equal_gaps_the_quality_statements_take_turns() -> None:
    found = [
        replace(a_reported_finding(), gap_id=f"{statement}/{name}", statement=statement, expectation=name)
        for statement, names in (("first", "abc"), ("second", "de"))
        for name in names
    ]

    assert top_gaps(found) == ("first/a", "second/d", "first/b", "second/e", "first/c")


def test_of_equal_gaps_the_essential_come_first() -> None:
    found = [
        replace(a_reported_finding(), gap_id=f"first/{name}", statement="first", expectation=name, weight=weight)
        for name, weight in (("a", Weight.EXPECTED), ("b", Weight.ESSENTIAL), ("c", Weight.EXPECTED))
    ]

    assert top_gaps(found) == ("first/b", "first/a", "first/c")


def test_essential_gaps_that_are_not_met_are_all_among_the_top_gaps_whatever_their_priority() -> None:
    heavy = [replace(a_reported_finding(), gap_id=f"heavy/{n}", expectation=f"h{n}", priority=20) for n in range(6)]
    essential = [
        replace(a_reported_finding(), gap_id=f"light/{n}", expectation=f"l{n}", weight=Weight.ESSENTIAL, priority=6)
        for n in range(3)
    ]

    assert top_gaps((*heavy, *essential)) == ("light/0", "light/1", "light/2", "heavy/0", "heavy/1")


def test_the_heaviest_gap_comes_first() -> None:
    book = a_book(
        an_expectation("a", rules=(a_rule(expectation="a", weight=Weight.HELPFUL),)),
        an_expectation("b"),
    )

    report = reported(an_assessment(book=book), a_finding("a.evidenced"), a_finding("b.evidenced"))

    assert report.summary.top_gaps[0] == "working-together/b/b.evidenced"

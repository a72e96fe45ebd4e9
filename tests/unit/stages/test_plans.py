"""What follows from a report: the least effort, single points of failure, contradictions, the council's own word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from checker.domain.assessment import Assessment
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Rule, Weight
from checker.domain.plans import Plans
from checker.domain.report import GapReport
from checker.stages.gap_report import build_gap_report
from checker.stages.plans import plans
from checker.stages.plans.least_effort import MOST_GAPS
from checker.stages.profile import profile
from checker.testing import a_book, a_document, a_passage, a_rule, a_run, an_assessment, an_expectation

EXPECTATIONS = ("first", "second", "third", "fourth")
QUESTIONS = ("evidenced", "recent", "heard")


def an_assessed(*passages: Any) -> Assessment:
    made = [replace(an_expectation(name), rules=tuple(_rules(name))) for name in EXPECTATIONS]
    return an_assessment(*passages, book=a_book(*made), documents=(a_document("a.md"), a_document("b.md")))


def _rules(name: str) -> Iterator[Rule]:
    return (a_rule("spoken", id=f"{name}.{one}", expectation=name) for one in QUESTIONS)


def made_of(assessment: Assessment, gaps: set[str]) -> tuple[GapReport, Plans]:
    met = Finding(rule_id="x", outcome=Outcome.MET, reason="Found.", searched=("x",))
    findings = [
        replace(met, rule_id=rule.id, outcome=Outcome.NOT_MET if rule.id in gaps else Outcome.MET)
        for rule in assessment.book.rules
    ]
    report = build_gap_report(
        assessment=assessment, findings=findings, profile=profile(assessment, findings), run=a_run({})
    )
    return report, plans(report, assessment, frozenset({"first.heard"}))


def said(expectation: str, document: str, voice: str = "people", **other: Any) -> Any:
    return a_passage(f"We share {expectation}.", document=document, expectations=(expectation,), voice=voice, **other)


def test_a_question_that_several_expectations_with_evidence_leave_open_is_one_step() -> None:
    assessment = an_assessed(*(said(name, "a.md") for name in EXPECTATIONS))

    _, found = made_of(assessment, {"first.heard", "second.heard", "third.heard", "fourth.recent"})

    first, second = found.least_effort.steps
    assert [gap.rsplit("/", 1)[-1] for gap in first.gaps] == ["first.heard", "second.heard", "third.heard"]
    assert first.expectation == ""
    assert second.expectation == "fourth"
    assert (found.least_effort.gaps, found.least_effort.covered) == (4, 4)


def test_a_question_that_many_statements_leave_open_is_one_step_so_that_other_work_shows() -> None:
    names = [f"x{place}" for place in range(MOST_GAPS + 2)]
    made = [replace(an_expectation(name), rules=tuple(_rules(name))) for name in names]
    documents = (a_document("a.md"),)
    assessment = an_assessment(*(said(name, "a.md") for name in names), book=a_book(*made), documents=documents)

    _, found = made_of(assessment, {*(f"{name}.heard" for name in names), "x0.recent"})

    question, other = found.least_effort.steps
    assert len(question.gaps) == len(names)
    assert other.expectation == "x0"


def test_expectations_without_any_evidence_are_work_of_their_own() -> None:
    _, found = made_of(an_assessed(), {f"{name}.evidenced" for name in EXPECTATIONS})

    assert [one.expectation for one in found.least_effort.steps] == sorted(EXPECTATIONS)


def test_work_that_closes_an_essential_gap_comes_first() -> None:
    rules = {
        name: tuple(
            replace(rule, weight=Weight.ESSENTIAL if rule.id == "fourth.evidenced" else Weight.EXPECTED)
            for rule in _rules(name)
        )
        for name in EXPECTATIONS
    }
    book = a_book(*(replace(an_expectation(name), rules=rules[name]) for name in EXPECTATIONS))
    assessment = an_assessment(*(said(name, "a.md") for name in EXPECTATIONS[:3]), book=book)

    _, found = made_of(assessment, {"first.heard", "second.heard", "third.heard", "fourth.evidenced"})

    assert [one.expectation for one in found.least_effort.steps] == ["fourth", ""]


def test_a_step_covers_no_gap_twice_and_the_same_report_gives_the_same_steps() -> None:
    gaps = {f"{name}.{one}" for name in EXPECTATIONS for one in QUESTIONS}
    assessment = an_assessed(*(said(name, "a.md") for name in EXPECTATIONS[:2]))

    report, found = made_of(assessment, gaps)

    covered = [gap for step in found.least_effort.steps for gap in step.gaps]
    assert len(covered) == len(set(covered)) == len(gaps)
    assert max(len(step.gaps) for step in found.least_effort.steps) <= 5
    assert plans(report, assessment, frozenset()).least_effort == found.least_effort


def test_the_only_document_that_affirms_expectations_is_a_single_point_of_failure() -> None:
    assessment = an_assessed(
        said("first", "a.md"),
        said("second", "a.md"),
        said("third", "a.md"),
        said("third", "b.md"),
        said("fourth", "b.md"),
    )

    _, found = made_of(assessment, set())

    assert [(one.document, one.expectations) for one in found.single_supports] == [
        ("a.md", ("first", "second")),
        ("b.md", ("fourth",)),
    ]


def test_what_only_the_council_says_of_itself_is_told() -> None:
    own = said("first", "a.md", voice="local-authority")
    both = (said("second", "a.md", voice="local-authority"), said("second", "b.md"))

    _, found = made_of(an_assessed(own, *both), set())

    assert found.own_word_only == ("first",)


def test_findings_of_rules_that_show_contradictions_are_listed_while_they_are_gaps() -> None:
    _, with_gap = made_of(an_assessed(), {"first.heard", "second.heard"})
    _, without = made_of(an_assessed(), {"second.heard"})

    assert [one.gap_id.rsplit("/", 1)[-1] for one in with_gap.contradictions] == ["first.heard"]
    assert without.contradictions == ()

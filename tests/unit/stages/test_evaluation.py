"""Every rule in scope is asked once, and nothing that was not asked looks like good news."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.assessment import Assessment
from checker.domain.document import ReadStatus
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Rule, RuleBook
from checker.stages.evaluation import evaluate
from checker.testing import a_book, a_document, a_finding, a_passage, a_rule, an_assessment, an_expectation


def a_wide_book() -> RuleBook:
    return a_book(
        an_expectation("learning"),
        an_expectation("data-sharing"),
        an_expectation("quiet-nights", statement="quiet-homes"),
        statement_rules=(
            a_rule("spoken", id="z.together", expectation=""),
            a_rule("spoken", id="z.quiet", expectation="", statement="quiet-homes"),
            a_rule("spoken", id="a.craft", expectation="", statement=""),
        ),
    )


def absent(rule: Rule, _: Assessment) -> list[Finding]:
    return [Finding(rule_id=rule.id, outcome=Outcome.NOT_MET, reason="Nothing was found.", searched=("care record",))]


def met(rule: Rule, _: Assessment) -> list[Finding]:
    return [a_finding(rule.id, Outcome.MET, a_passage())]


def test_rules_in_scope_and_rules_without_a_statement_are_asked_in_order_of_their_ids() -> None:
    findings = evaluate(an_assessment(book=a_wide_book()), met)

    assert [finding.rule_id for finding in findings] == [
        "a.craft",
        "data-sharing.evidenced",
        "learning.evidenced",
        "z.together",
    ]


def test_without_a_readable_document_no_rule_is_asked() -> None:
    documents = (a_document(status=ReadStatus.FAILED),)

    findings = evaluate(an_assessment(book=a_wide_book(), documents=documents), met)

    assert {finding.outcome for finding in findings} == {Outcome.NOT_ASSESSED}
    assert len(findings) == 4


def test_an_absence_says_that_files_could_not_be_read() -> None:
    documents = (
        a_document("a.txt"),
        a_document("b.pdf", status=ReadStatus.FAILED),
        a_document("c.pdf", status=ReadStatus.PARTIAL),
    )

    (finding,) = evaluate(an_assessment(documents=documents), absent)

    assert finding.outcome is Outcome.NOT_MET
    assert finding.reason == (
        "Nothing was found. 1 of 3 files could not be read; 1 of 3 files could be read only in part."
    )


def test_a_gap_that_rests_on_what_was_found_needs_no_such_words() -> None:
    documents = (a_document("a.txt"), a_document("b.pdf", status=ReadStatus.FAILED))

    def stale(rule: Rule, _: Assessment) -> list[Finding]:
        return [a_finding(rule.id, Outcome.NOT_MET, a_passage())]

    (finding,) = evaluate(an_assessment(documents=documents), stale)

    assert finding.reason == "Because."


def test_evidence_that_was_found_needs_no_such_words() -> None:
    documents = (a_document("a.txt"), a_document("b.pdf", status=ReadStatus.FAILED))

    (finding,) = evaluate(an_assessment(documents=documents), met)

    assert finding.reason == "Because."


def test_an_answer_for_another_rule_is_not_assessed() -> None:
    def confused(_: Rule, __: Assessment) -> list[Finding]:
        return [a_finding("other", Outcome.NOT_MET)]

    (finding,) = evaluate(an_assessment(), confused)

    assert finding.rule_id == "data-sharing.evidenced"
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert "other" in finding.reason


def test_a_rule_may_have_several_findings_about_different_items() -> None:
    def by_section(rule: Rule, _: Assessment) -> list[Finding]:
        return [replace(a_finding(rule.id, Outcome.NOT_MET), item=item) for item in ("carers", "housing")]

    findings = evaluate(an_assessment(), by_section)

    assert [(finding.rule_id, finding.item) for finding in findings] == [
        ("data-sharing.evidenced", "carers"),
        ("data-sharing.evidenced", "housing"),
    ]

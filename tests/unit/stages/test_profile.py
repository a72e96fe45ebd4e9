"""The profile counts what is in scope, lists zeros, and never counts a waived gap as open."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.assessment import ExpectationStatus
from checker.domain.document import ReadStatus
from checker.domain.evidence import Polarity
from checker.domain.finding import Flag, Outcome
from checker.domain.pack import Weight
from checker.stages.profile import profile
from checker.testing import (
    STATEMENT,
    a_book,
    a_document,
    a_finding,
    a_passage,
    a_rule,
    an_assessment,
    an_expectation,
)

BOOK = a_book(
    an_expectation("data-sharing", serves=("commitment.share", "i.joined-up")),
    an_expectation(
        "learning", serves=("commitment.learn",), rules=(a_rule(expectation="learning", weight=Weight.HELPFUL),)
    ),
    an_expectation("quiet-nights", statement="quiet-homes"),
)


def test_each_expectation_in_scope_has_the_status_of_its_evidence() -> None:
    assessment = an_assessment(
        a_passage(), a_passage("Not learnt.", expectations=("learning",), polarity=Polarity.SHORTFALL), book=BOOK
    )

    counts = profile(assessment, ())

    assert counts.statuses == {
        "data-sharing": ExpectationStatus.SUPPORTED,
        "learning": ExpectationStatus.SHORTFALL,
    }
    assert counts.expectation_statuses[ExpectationStatus.SUPPORTED] == 1
    assert counts.expectation_statuses[ExpectationStatus.ABSENT] == 0
    assert set(counts.statements) == {STATEMENT}


def test_what_serves_each_i_statement_and_part_of_the_commitment_is_counted() -> None:
    served = profile(an_assessment(a_passage(), book=BOOK), ()).served[STATEMENT]

    assert list(served) == ["i.joined-up", "commitment.share", "commitment.learn"]
    assert served["i.joined-up"].expectations == ("data-sharing",)
    assert served["i.joined-up"].statuses[ExpectationStatus.SUPPORTED] == 1
    assert served["commitment.learn"].statuses[ExpectationStatus.ABSENT] == 1


def test_without_a_readable_document_every_expectation_is_not_assessed() -> None:
    counts = profile(an_assessment(book=BOOK, documents=(a_document(status=ReadStatus.FAILED),)), ())

    assert set(counts.statuses.values()) == {ExpectationStatus.NOT_ASSESSED}


def test_open_gaps_are_counted_by_weight_without_waived_ones() -> None:
    waived = replace(a_finding("data-sharing.evidenced", Outcome.NOT_MET), flags=(Flag.WAIVED,))
    findings = (waived, a_finding("learning.evidenced", Outcome.PARTLY_MET, a_passage()))

    counts = profile(an_assessment(book=BOOK), findings)

    assert counts.open_gaps == {Weight.ESSENTIAL: 0, Weight.EXPECTED: 0, Weight.HELPFUL: 1}
    assert counts.outcomes[Outcome.NOT_MET] == 1
    assert counts.outcomes[Outcome.MET] == 0

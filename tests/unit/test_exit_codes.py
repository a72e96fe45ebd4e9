"""Each exit code means one thing; of several that apply the highest wins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain.assessment import Assessment
from checker.domain.document import ReadStatus
from checker.domain.finding import Finding, Flag, Outcome
from checker.domain.pack import Weight
from checker.domain.report import GapReport, NotAssessed
from checker.exit_codes import exit_code
from checker.stages.gap_report import build_gap_report
from checker.stages.profile import profile
from checker.testing import a_book, a_document, a_finding, a_passage, a_rule, a_run, an_assessment, an_expectation

MET = a_finding("data-sharing.evidenced", Outcome.MET, a_passage())
GAP = a_finding("data-sharing.evidenced", Outcome.PARTLY_MET, a_passage())
REVIEW = a_finding("data-sharing.evidenced", Outcome.NEEDS_REVIEW)
UNASKED = a_finding("data-sharing.evidenced", Outcome.NOT_ASSESSED)
EXPECTED_BOOK = a_book(an_expectation(rules=(a_rule(weight=Weight.EXPECTED), a_rule("heard", weight=Weight.EXPECTED))))


def a_report(*findings: Finding, assessment: Assessment | None = None, failed: bool = False) -> GapReport:
    used = assessment or an_assessment(book=EXPECTED_BOOK)
    plugin = NotAssessed(what="plugin", name="stray", reason="It raised an error.")
    return build_gap_report(
        assessment=used,
        findings=findings,
        profile=profile(used, findings),
        run=a_run(),
        not_assessed=(plugin,) if failed else (),
    )


@pytest.mark.parametrize(("fail_on", "code"), [("essential", 0), ("expected", 1), ("helpful", 1), ("never", 0)])
def test_open_gaps_count_at_or_above_the_weight(fail_on: str, code: int) -> None:
    assert exit_code(a_report(GAP), fail_on) == code


@pytest.mark.parametrize("finding", [MET, REVIEW, replace(GAP, flags=(Flag.WAIVED,))])
def test_what_is_no_open_gap_does_not_change_it(finding: Finding) -> None:
    assert exit_code(a_report(finding), "helpful") == 0


def test_a_failed_plugin_wins_over_a_gap() -> None:
    assert exit_code(a_report(GAP, failed=True), "helpful") == 3


def test_one_rule_that_could_not_be_asked_is_not_all_assessed() -> None:
    assert exit_code(a_report(replace(UNASKED, rule_id="data-sharing.heard"), MET), "never") == 3


@pytest.mark.parametrize("status", [ReadStatus.PARTIAL, ReadStatus.FAILED])
def test_a_file_that_was_not_read_in_full_is_not_all_assessed(status: ReadStatus) -> None:
    documents = (a_document("a.txt"), a_document("b.pdf", status=status))

    report = a_report(MET, assessment=an_assessment(book=EXPECTED_BOOK, documents=documents))

    assert exit_code(report, "never") == 3


@pytest.mark.parametrize("documents", [(), (a_document(status=ReadStatus.FAILED),)])
def test_without_a_readable_document_nothing_was_assessed(documents: tuple[()]) -> None:
    report = a_report(UNASKED, assessment=an_assessment(book=EXPECTED_BOOK, documents=documents), failed=True)

    assert exit_code(report, "never") == 4


def test_readable_documents_without_one_answered_rule_are_nothing_assessed() -> None:
    assert exit_code(a_report(UNASKED), "never") == 4
    assert exit_code(a_report(), "never") == 4


def test_an_unknown_weight_is_an_error() -> None:
    with pytest.raises(ValueError, match="huge"):
        exit_code(a_report(MET), "huge")

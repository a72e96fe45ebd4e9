"""The gap report lists everything, cites what it shows, and says what it is not."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.assessment import ExpectationStatus
from checker.domain.document import ReadStatus
from checker.domain.evidence import Polarity
from checker.domain.finding import Finding, Outcome
from checker.domain.framework import FactStatus
from checker.domain.report import NotAssessed
from checker.testing import a_book, a_document, a_finding, a_passage, an_assessment, an_expectation, an_observation

from .reporting import reported


def test_every_statement_of_the_framework_is_listed() -> None:
    report = reported(an_assessment(scope=("working-together", "quiet-homes")))

    listed = [(each.id, each.in_scope, each.has_pack) for each in report.statements]

    assert listed == [("working-together", True, True), ("quiet-homes", False, False)]
    assert report.statements[1].expectations == ()
    assert set(report.statements[1].statuses.values()) == {0}


def test_a_statement_out_of_scope_has_no_expectations_and_no_gaps() -> None:
    report = reported(an_assessment(a_passage(), scope=()))

    assert [each.in_scope for each in report.statements] == [False, False]
    assert report.statements[0].has_pack
    assert report.statements[0].expectations == ()
    assert report.passages == ()


def test_everything_cited_is_among_the_passages_in_the_order_of_the_documents() -> None:
    later = a_passage("Later.", document="b.txt", start=50)
    earlier = a_passage("Earlier.", document="b.txt", start=5)
    first = a_passage("First.", document="a.txt", start=90)
    assessment = an_assessment(first, earlier, later)

    report = reported(assessment, a_finding("data-sharing.evidenced", Outcome.MET, later, first))

    assert [passage.text for passage in report.passages] == ["First.", "Earlier.", "Later."]
    for finding in report.all_findings:
        assert all(report.passage(citation) for citation in finding.citations)
    for citation in report.statements[0].expectations[0].evidence:
        assert report.passage(citation)


def test_a_passage_that_only_a_finding_cites_is_shown_too() -> None:
    stray = a_passage("Elsewhere.", document="z.txt", start=3, expectations=())

    report = reported(an_assessment(a_passage()), a_finding("data-sharing.evidenced", Outcome.MET, stray))

    assert "Elsewhere." in [passage.text for passage in report.passages]


def test_an_expectation_shows_five_passages_a_side_and_counts_all() -> None:
    many = [a_passage(f"Shared {number}.") for number in range(8)]
    against = [a_passage(f"Not shared {number}.", polarity=Polarity.SHORTFALL) for number in range(7)]

    expectation = reported(an_assessment(*many, *against)).statements[0].expectations[0]

    assert (expectation.strengths, expectation.against) == (8, 7)
    assert len(expectation.evidence) == 10
    assert expectation.status is ExpectationStatus.MIXED


def test_counts_list_every_value_and_leave_out_shortfalls_of_other_expectations() -> None:
    elsewhere = a_passage("No.", polarity=Polarity.SHORTFALL, expectations=("other", "data-sharing"))
    assessment = an_assessment(a_passage(voice="people"), elsewhere)

    expectation = reported(assessment).statements[0].expectations[0]

    assert expectation.counts.polarity == {"strength": 1, "shortfall": 0, "mixed": 0, "planned": 0, "neutral": 0}
    assert expectation.counts.voice["people"] == 1
    assert expectation.counts.voice["partners"] == 0
    assert "observation" not in expectation.counts.evidence_category
    assert expectation.counts.strengths_by_category["peoples-experience"] == 1
    assert set(expectation.counts.shortfalls_by_category.values()) == {0}


def test_documents_in_which_nothing_was_found_are_left_out_but_not_unread_ones() -> None:
    documents = (a_document("report.txt"), a_document("empty.txt"), a_document("a.pdf", status=ReadStatus.FAILED))

    expectation = reported(an_assessment(a_passage(), documents=documents)).statements[0].expectations[0]

    assert dict(expectation.by_document) == {
        "a.pdf": ExpectationStatus.NOT_ASSESSED,
        "report.txt": ExpectationStatus.SUPPORTED,
    }


def test_the_notice_says_what_the_report_is_not() -> None:
    notice = " ".join(reported(an_assessment()).notice)

    assert "not a rating and not a prediction of one" in notice
    assert "not endorsed by Example Inspectorate" in notice
    assert "not that a duty is met" in notice
    assert "Quoted from an invented framework." in notice


def test_expectations_that_are_not_confirmed_are_marked() -> None:
    confirmed = replace(an_expectation("learning"), status=FactStatus.CONFIRMED)

    report = reported(an_assessment(book=a_book(an_expectation(), confirmed)))

    assert [each.fact_status for each in report.statements[0].expectations] == ["unconfirmed", "confirmed"]
    assert any(line.startswith("Not confirmed: 1 of 2 expectations.") for line in report.notice)


def test_different_councils_are_the_first_warning() -> None:
    documents = (
        a_document("a.txt", council="Northborough Council"),
        a_document("b.txt", council="Eastvale Council"),
        a_document("c.txt", council="EASTVALE COUNCIL"),
    )

    report = reported(an_assessment(documents=documents), warnings=("Zebra.", "Apple.", "Apple."))

    assert report.councils == ("Eastvale Council", "Northborough Council")
    assert report.warnings[0].startswith("These documents name different councils (")
    assert report.warnings[1:] == ("Apple.", "Zebra.")
    assert report.title == "Gap report"


def test_forms_of_one_councils_name_are_one_council_by_its_fullest_name() -> None:
    names = ("Eastvale Council", "Eastvale Borough Council", "Borough of Eastvale")

    report = reported(an_assessment(documents=tuple(a_document(f"{name}.txt", council=name) for name in names)))

    assert report.councils == ("Eastvale Borough Council",)
    assert report.warnings == ()


def test_one_council_names_the_report() -> None:
    report = reported(an_assessment(documents=(a_document(council="Eastvale Council"),)))

    assert report.title == "Gap report: Eastvale Council"
    assert report.warnings == ()


def test_nothing_that_failed_is_forgotten() -> None:
    documents = (a_document("a.txt"), a_document("b.pdf", status=ReadStatus.FAILED, reason="It is damaged."))
    broken = Finding(rule_id="data-sharing.evidenced", outcome=Outcome.NOT_ASSESSED, reason="It broke.")
    plugin = NotAssessed(what="plugin", name="stray", reason="It raised an error.")

    report = reported(an_assessment(documents=documents), broken, not_assessed=(plugin,))

    assert [(each.what, each.name, each.reason) for each in report.not_assessed] == [
        ("file", "b.pdf", "It is damaged."),
        ("plugin", "stray", "It raised an error."),
        ("rule", "data-sharing.evidenced", "It broke."),
    ]
    assert report.warnings == ("1 of 2 files could not be read in full: what is missing here may be in it.",)


def test_the_summary_counts_files_once_with_the_total() -> None:
    documents = (
        a_document("a.txt"),
        a_document("b.txt", status=ReadStatus.PARTIAL),
        a_document("c.txt", status=ReadStatus.FAILED),
    )

    summary = reported(an_assessment(documents=documents)).summary

    assert (summary.files_total, summary.files_read, summary.files_partial, summary.files_failed) == (3, 1, 1, 1)
    assert summary.sentences == 8


def test_sentences_that_nothing_recognised_are_few_and_from_many_documents() -> None:
    documents = tuple(
        replace(
            a_document(f"{number:03}.txt"),
            not_recognised=tuple(
                a_passage(f"Line {line}.", document=f"{number:03}.txt", start=line * 10) for line in range(3)
            ),
        )
        for number in range(80)
    )

    shown = reported(an_assessment(documents=documents)).not_recognised

    assert len(shown) == 100
    assert len({passage.document for passage in shown}) == 80
    assert list(shown) == sorted(shown, key=lambda passage: (passage.document, passage.start))


def test_the_order_of_what_is_given_does_not_change_the_report() -> None:
    documents = (a_document("a.txt"), a_document("b.txt"))
    findings = (a_finding(), a_finding("learning.evidenced"))
    book = a_book(an_expectation(), an_expectation("learning"))

    one = reported(an_assessment(book=book, documents=documents), *findings)
    other = reported(an_assessment(book=book, documents=documents[::-1]), *findings[::-1])

    assert one == other


def test_warnings_are_in_the_order_of_the_numbers_in_them() -> None:
    report = reported(an_assessment(), warnings=("row 10 is empty", "row 9 is empty", "row 100 is empty"))

    assert report.warnings[-3:] == ("row 9 is empty", "row 10 is empty", "row 100 is empty")


def test_a_statement_tells_what_stands_under_its_headings_whatever_it_speaks_to() -> None:
    told = {"sentences": "5", "words": "60", "speaks.working-together": "2"}
    own = an_observation("section", statement="working-together")
    own = replace(own, attributes={**told, "heading": "Working together"})
    label = an_observation("section", start=99, statement="working-together", sentences="1", label="next")
    both = an_observation("section", start=200, statements=("quiet-homes", "working-together"), sentences="3")

    first, second = reported(an_assessment(observations=(own, label, both))).statements

    assert first.section is not None
    assert (first.section.headings, first.section.sentences, first.section.words) == (("Working together",), 9, 60)
    assert (first.section.speaking, first.section.shared) == (2, True)
    assert second.section is not None
    assert second.section.sentences == 3


def test_without_a_heading_that_names_it_a_statement_has_no_section() -> None:
    assert [one.section for one in reported(an_assessment()).statements] == [None, None]

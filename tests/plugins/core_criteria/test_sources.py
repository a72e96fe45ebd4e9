"""Whose evidence it is, and in which documents: voices, evidence categories, kinds."""

from __future__ import annotations

from dataclasses import replace

from checker import Assessment, DocumentKind, ExpectationStatus, Outcome, Passage, ReadStatus
from checker.testing import a_document, a_passage, a_rule, an_assessment

from .asking import CRITERIA, SHORTFALL, asked


class TestVoicesHeard:
    def test_enough_voices_meet_it_and_each_is_cited_first(self) -> None:
        assessment = an_assessment(
            a_passage("We share.", voice="partners"),
            a_passage("We share too.", voice="partners"),
            a_passage("They share.", voice="providers"),
        )

        finding = asked("voices_heard", assessment, any_of=["partners", "providers"], at_least=2)

        assert finding.outcome is Outcome.MET
        assert [passage.voice for passage in finding.citations] == ["partners", "providers", "partners"]

    def test_too_few_voices_meet_it_in_part_and_the_missing_are_named(self) -> None:
        finding = asked(
            "voices_heard", an_assessment(a_passage(voice="partners")), any_of=["partners", "people"], at_least=2
        )

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.reason == ("Affirmed by 1 of 2 voices (Partners); at least 2 expected. Not among them: People.")

    def test_a_voice_that_only_reports_a_shortfall_is_not_heard_as_affirming(self) -> None:
        assessment = an_assessment(a_passage(), replace(SHORTFALL, voice="people"))

        finding = asked("voices_heard", assessment, any_of=["people"], at_least=1)

        assert finding.outcome is Outcome.NOT_MET
        assert finding.searched

    def test_own_voices_are_not_independent(self) -> None:
        assessment = an_assessment(a_passage(voice="staff"), a_passage("We do.", voice="local-authority"))

        finding = asked("voices_heard", assessment, at_least=2, independent=1)

        assert finding.outcome is Outcome.PARTLY_MET
        assert "No independent voices among them, 1 expected" in finding.reason

    def test_a_voice_that_the_framework_does_not_have_makes_the_rule_not_assessed(self) -> None:
        finding = asked("voices_heard", an_assessment(a_passage()), any_of=["partner"], at_least=1)

        assert finding.outcome is Outcome.NOT_ASSESSED
        assert "'partner'" in finding.reason

    def test_a_voice_beyond_the_kept_passages_is_counted_and_the_search_named(self) -> None:
        many = [a_passage(f"The inspector saw record {number}.") for number in range(5)]
        assessment = an_assessment(*many, a_passage("Partners agree.", voice="partners"))

        finding = asked("voices_heard", assessment, any_of=["partners"], at_least=1)

        assert finding.outcome is Outcome.MET
        assert finding.citations == ()
        assert finding.searched


class TestCategoriesCovered:
    def test_enough_categories_meet_it(self) -> None:
        assessment = an_assessment(a_passage(voice="people"), a_passage("Seen.", voice="inspector"))

        assert asked("categories_covered", assessment, at_least=2).outcome is Outcome.MET

    def test_one_of_two_meets_it_in_part(self) -> None:
        finding = asked("categories_covered", an_assessment(a_passage(voice="people")), at_least=2)

        assert finding.outcome is Outcome.PARTLY_MET
        assert "1 of 4 evidence categories (Peoples experience)" in finding.reason

    def test_a_category_that_is_switched_off_cannot_be_asked_for(self) -> None:
        finding = asked("categories_covered", an_assessment(a_passage()), any_of=["observation"], at_least=1)

        assert finding.outcome is Outcome.NOT_ASSESSED


class TestKindsPresent:
    def documents(self) -> tuple[Passage, Passage]:
        return a_passage(document="minutes.txt"), a_passage("Shared.", document="deal.txt")

    def assessment(self, *passages: Passage) -> Assessment:
        records = (
            a_document("minutes.txt", kind=DocumentKind.MINUTES),
            a_document("deal.txt", kind=DocumentKind.AGREEMENT),
        )
        return an_assessment(*passages, documents=records)

    def test_kinds_that_affirm_it_count_once_each(self) -> None:
        assessment = self.assessment(*self.documents())

        both = asked("kinds_present", assessment, any_of=["minutes", "agreement"], at_least=2)

        assert both.outcome is Outcome.MET
        assert "2 of 2 kinds of document asked for (agreement and minutes)" in both.reason

    def test_a_kind_in_which_nothing_is_affirmed_does_not_count(self) -> None:
        minutes, _ = self.documents()
        assessment = self.assessment(minutes, replace(SHORTFALL, document="deal.txt"))

        one = asked("kinds_present", assessment, any_of=["minutes", "agreement"], at_least=2)
        none = asked("kinds_present", assessment, any_of=["agreement"], at_least=1)

        assert (one.outcome, none.outcome) == (Outcome.PARTLY_MET, Outcome.NOT_MET)

    def test_a_mixed_document_without_a_kept_affirming_passage_meets_it_in_part_only(self) -> None:
        minutes, _ = self.documents()
        assessment = self.assessment(minutes)
        evidence = replace(assessment.evidence("data-sharing"), by_document={"deal.txt": ExpectationStatus.MIXED})

        finding = asked(
            "kinds_present",
            replace(assessment, all_evidence={"data-sharing": evidence}),
            any_of=["agreement"],
            at_least=1,
        )

        assert finding.outcome is Outcome.PARTLY_MET
        assert "Mixed in agreement" in finding.reason

    def test_a_rule_of_the_run_asks_only_whether_such_documents_were_read(self) -> None:
        rule = a_rule("kinds_present", expectation="", statement="", any_of=["minutes", "feedback"], at_least=2)

        finding = CRITERIA["kinds_present"].evaluate(rule, self.assessment())

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.searched == ("feedback", "minutes")

    def test_a_file_that_could_not_be_read_is_no_document_of_its_kind(self) -> None:
        rule = a_rule("kinds_present", expectation="", statement="", any_of=["minutes"], at_least=1)
        failed = a_document("minutes.txt", kind=DocumentKind.MINUTES, status=ReadStatus.FAILED)

        finding = CRITERIA["kinds_present"].evaluate(rule, an_assessment(documents=(failed,)))

        assert finding.outcome is Outcome.NOT_MET

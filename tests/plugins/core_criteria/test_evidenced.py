"""Whether evidence was found at all, and in the words a rule asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import ActionPlan, ActionRow, DocumentKind, Outcome, Passage, Period, Polarity, ReadStatus
from checker.testing import a_document, a_passage, an_assessment, an_observation

from .asking import MIXED, NEUTRAL, PLAN, PROMISE_PUT_AS_STRENGTH, SHORTFALL, TERMS, asked, with_terms


def a_plan_of(*rows: ActionRow) -> ActionPlan:
    return ActionPlan(name="plan.xlsx", rows=rows)


class TestEvidenced:
    def test_one_affirming_passage_meets_it_and_is_cited(self) -> None:
        finding = asked("evidenced", an_assessment(a_passage("Partners share records."), SHORTFALL))

        assert finding.outcome is Outcome.MET
        assert finding.reason == (
            "1 of 2 passages found affirms it. Passages for or against are in 1 of 1 document read."
        )
        assert [passage.text for passage in finding.citations] == ["Partners share records."]

    def test_a_promise_put_as_a_strength_is_not_cited_as_evidence(self) -> None:
        finding = asked("evidenced", an_assessment(PROMISE_PUT_AS_STRENGTH, a_passage("Partners share records.")))

        assert [passage.text for passage in finding.citations] == ["Partners share records."]

    def test_only_mixed_sentences_meet_it_in_part(self) -> None:
        finding = asked("evidenced", an_assessment(MIXED))

        assert finding.outcome is Outcome.PARTLY_MET
        assert [passage.text for passage in finding.citations] == [MIXED.text]

    @pytest.mark.parametrize("passage", [PLAN, PROMISE_PUT_AS_STRENGTH])
    def test_plans_alone_are_named_as_plans(self, passage: Passage) -> None:
        finding = asked("evidenced", an_assessment(passage))

        assert finding.outcome is Outcome.NOT_MET
        assert finding.reason.startswith("Only plans were found")

    def test_absence_says_what_was_looked_for_and_where(self) -> None:
        documents = (a_document("a.txt"), a_document("b.txt"), a_document("c.pdf", status=ReadStatus.FAILED))

        finding = asked("evidenced", an_assessment(documents=documents))

        assert finding.outcome is Outcome.NOT_MET
        assert finding.reason == "Nothing was found in the 2 documents read by the 2 phrases looked for."
        assert finding.searched == ("shared care record", "share ... information")

    def test_shortfalls_alone_do_not_meet_it_and_are_cited(self) -> None:
        finding = asked("evidenced", an_assessment(SHORTFALL, NEUTRAL))

        assert finding.outcome is Outcome.NOT_MET
        assert finding.reason.endswith("1 shortfall and 1 neutral mention.")
        assert finding.citations[0].text == SHORTFALL.text

    def test_a_shortfall_that_is_mainly_about_something_else_is_not_called_nothing(self) -> None:
        elsewhere = a_passage(
            "Funding and records fell short.", polarity=Polarity.SHORTFALL, expectations=("vcs-funding", "data-sharing")
        )

        finding = asked("evidenced", an_assessment(elsewhere))

        assert finding.outcome is Outcome.NOT_MET
        assert "mainly about something else" in finding.reason


class TestShortfallsAnswered:
    def test_no_shortfall_is_not_good_news(self) -> None:
        finding = asked("shortfalls_answered", an_assessment(a_passage()))

        assert finding.outcome is Outcome.NOT_APPLICABLE

    def test_a_shortfall_without_a_plan_is_not_met_and_cited(self) -> None:
        finding = asked("shortfalls_answered", an_assessment(a_passage(), SHORTFALL))

        assert finding.outcome is Outcome.NOT_MET
        assert [passage.text for passage in finding.citations] == [SHORTFALL.text]

    def test_a_plan_for_each_shortfall_meets_it(self) -> None:
        finding = asked("shortfalls_answered", an_assessment(SHORTFALL, PLAN))

        assert finding.outcome is Outcome.MET
        assert [passage.text for passage in finding.citations] == [PLAN.text, SHORTFALL.text]

    def test_fewer_plans_than_shortfalls_meet_it_in_part(self) -> None:
        second = a_passage("Nobody rang families at night.", polarity=Polarity.SHORTFALL)
        elsewhere = replace(PLAN, document="plan.txt")

        finding = asked("shortfalls_answered", an_assessment(SHORTFALL, second, elsewhere))

        assert finding.outcome is Outcome.PARTLY_MET
        assert "nothing for “Nobody rang families at night.”" in finding.reason

    def test_a_plan_that_follows_at_once_answers_a_shortfall(self) -> None:
        late = a_passage("Waits are too long.", polarity=Polarity.SHORTFALL)
        acting = a_passage("Leaders will recruit.", polarity=Polarity.PLANNED)

        assert asked("shortfalls_answered", an_assessment(late, acting)).outcome is Outcome.MET

    @pytest.mark.parametrize(
        ("step", "outcome"),
        [
            ("The Digital Lead connects records of the last practices by June.", Outcome.MET),
            ("The Director supports people and social care.", Outcome.NOT_MET),
        ],
    )
    def test_a_next_step_about_the_same_thing_answers_a_shortfall(self, step: str, outcome: Outcome) -> None:
        late = a_passage("Practices do not use the records of people in social care.", polarity=Polarity.SHORTFALL)
        item = an_observation("labelled-item", "next", text=step, document="sa.txt")
        own = a_document("sa.txt", kind=DocumentKind.SELF_ASSESSMENT)
        assessment = an_assessment(late, documents=[a_document(late.document), own], observations=[item])

        assert asked("shortfalls_answered", assessment).outcome is outcome

    @pytest.mark.parametrize(("section", "outcome"), [("Housing", Outcome.MET), ("Money", Outcome.NOT_MET)])
    def test_one_long_word_is_enough_for_a_next_step_of_the_same_section(self, section: str, outcome: Outcome) -> None:
        late = a_passage("Two contractors left in spring.", polarity=Polarity.SHORTFALL, document="sa.txt")
        late = replace(late, heading_path=("Housing", "Areas for development"))
        step = "The Head of Housing appoints three contractors by July."
        item = an_observation("labelled-item", "next", text=step, document="sa.txt", start=90)
        item = replace(item, passage=replace(item.citation, heading_path=(section, "Next steps")))
        own = a_document("sa.txt", kind=DocumentKind.SELF_ASSESSMENT)

        finding = asked("shortfalls_answered", an_assessment(late, documents=[own], observations=[item]))

        assert finding.outcome is outcome

    def test_a_plan_about_something_else_answers_nothing(self) -> None:
        late = a_passage("Pharmacies could not open the record at night.", polarity=Polarity.SHORTFALL)
        elsewhere = a_passage("We will train volunteers.", polarity=Polarity.PLANNED, document="plan.txt")

        finding = asked("shortfalls_answered", an_assessment(late, elsewhere))

        assert finding.outcome is Outcome.NOT_MET

    def test_a_plan_whose_time_has_passed_answers_nothing(self) -> None:
        passed = replace(PLAN, dates=(Period(start="2025-06-01", end="2025-06-30", words="June 2025"),))

        finding = asked("shortfalls_answered", an_assessment(SHORTFALL, passed, as_of="2026-01-31"))
        in_time = asked("shortfalls_answered", an_assessment(SHORTFALL, passed, as_of="2025-06-30"))

        assert (finding.outcome, in_time.outcome) == (Outcome.NOT_MET, Outcome.MET)
        assert "1 plan was left out, whose time has passed" in finding.reason

    def test_mixed_sentences_alone_meet_it_in_part(self) -> None:
        assert asked("shortfalls_answered", an_assessment(MIXED)).outcome is Outcome.PARTLY_MET

    def test_a_shortfall_of_another_expectation_needs_no_answer_here(self) -> None:
        elsewhere = a_passage(
            "Funding fell short.", polarity=Polarity.SHORTFALL, expectations=("vcs-funding", "data-sharing")
        )

        assert asked("shortfalls_answered", an_assessment(elsewhere)).outcome is Outcome.NOT_APPLICABLE


class TestTermsFound:
    def test_only_sentences_with_the_rules_own_words_count(self) -> None:
        assessment = an_assessment(a_passage(), with_terms(a_passage("An agreement is in place."), "terms_found"))

        one = asked("terms_found", assessment, look_for=TERMS, at_least=1)
        two = asked("terms_found", assessment, look_for=TERMS, at_least=2)

        assert (one.outcome, two.outcome) == (Outcome.MET, Outcome.PARTLY_MET)
        assert [passage.text for passage in one.citations] == ["An agreement is in place."]

    def test_words_that_are_absent_are_named(self) -> None:
        finding = asked("terms_found", an_assessment(a_passage()), look_for=TERMS, at_least=1)

        assert finding.outcome is Outcome.NOT_MET
        assert finding.searched == TERMS

    def test_a_plan_with_the_words_is_no_evidence_unless_any_polarity_is_asked_for(self) -> None:
        assessment = an_assessment(a_passage(), with_terms(PLAN, "terms_found"))

        strict = asked("terms_found", assessment, look_for=TERMS, at_least=1)
        anyhow = asked("terms_found", assessment, look_for=TERMS, at_least=1, any_polarity=True)

        assert (strict.outcome, anyhow.outcome) == (Outcome.NOT_MET, Outcome.MET)
        assert [passage.text for passage in strict.citations] == [PLAN.text]

    def test_a_rule_without_words_is_not_assessed(self) -> None:
        assert asked("terms_found", an_assessment(a_passage()), at_least=1).outcome is Outcome.NOT_ASSESSED

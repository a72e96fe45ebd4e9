"""How strong the evidence is: claim, figure, result for people, confirmation."""

from __future__ import annotations

from dataclasses import replace

from checker import Claim, Outcome, Passage, Polarity
from checker.testing import a_passage, an_assessment

from .asking import MIXED, SHORTFALL, TERMS, asked, with_terms


def confirmed(alone: Claim) -> Passage:
    return replace(a_passage(claim=Claim.CORROBORATED), claim_alone=alone)


class TestClaimReached:
    def test_the_step_or_a_higher_one_meets_it(self) -> None:
        assessment = an_assessment(a_passage(claim=Claim.MEASURED), a_passage("Shared.", claim=Claim.STATED))

        finding = asked("claim_reached", assessment, at_least="practised")

        assert finding.outcome is Outcome.MET
        assert finding.reason == "1 of 2 affirming passages is at least shown in practice."
        assert len(finding.citations) == 1

    def test_lower_on_the_ladder_meets_it_in_part(self) -> None:
        finding = asked("claim_reached", an_assessment(a_passage()), at_least="practised")

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.reason.endswith("the highest is stated.")

    def test_what_others_confirm_is_not_thereby_shown_in_practice(self) -> None:
        assessment = an_assessment(confirmed(Claim.STATED))

        finding = asked("claim_reached", assessment, at_least="practised")

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.reason.endswith("the highest is stated.")
        assert asked("claim_reached", assessment, at_least="corroborated").outcome is Outcome.MET


class TestImpactStated:
    def test_a_stated_result_meets_it_and_is_cited(self) -> None:
        assessment = an_assessment(a_passage(), a_passage("People were seen sooner.", impact=True))

        finding = asked("impact_stated", assessment)

        assert finding.outcome is Outcome.MET
        assert [passage.text for passage in finding.citations] == ["People were seen sooner."]

    def test_activity_alone_does_not_meet_it(self) -> None:
        assert asked("impact_stated", an_assessment(a_passage())).outcome is Outcome.NOT_MET

    def test_a_bad_result_for_people_does_not_count(self) -> None:
        assessment = an_assessment(a_passage(), replace(SHORTFALL, impact=True))

        assert asked("impact_stated", assessment).outcome is Outcome.NOT_MET

    def test_a_result_in_a_mixed_sentence_meets_it_in_part(self) -> None:
        finding = asked("impact_stated", an_assessment(a_passage(), replace(MIXED, impact=True)))

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.citations[0].text == MIXED.text


class TestFigureStated:
    def test_a_measured_claim_meets_it(self) -> None:
        assert asked("figure_stated", an_assessment(a_passage(claim=Claim.MEASURED))).outcome is Outcome.MET

    def test_a_confirmed_claim_needs_a_figure_of_its_own(self) -> None:
        plain, measured = confirmed(Claim.PRACTISED), confirmed(Claim.MEASURED)

        assert asked("figure_stated", an_assessment(plain)).outcome is Outcome.NOT_MET
        assert asked("figure_stated", an_assessment(measured)).outcome is Outcome.MET

    def test_practice_without_a_figure_does_not_meet_it(self) -> None:
        assert asked("figure_stated", an_assessment(a_passage(claim=Claim.PRACTISED))).outcome is Outcome.NOT_MET

    def test_a_figure_that_only_a_shortfall_states_is_told_of(self) -> None:
        short = a_passage("312 people wait.", start=90, polarity=Polarity.SHORTFALL, claim=Claim.MEASURED)

        finding = asked("figure_stated", an_assessment(a_passage(claim=Claim.PRACTISED), short))

        assert finding.outcome is Outcome.NOT_MET
        assert "1 passage states one without affirming it" in finding.reason

    def test_with_words_of_its_own_it_asks_the_sentences_that_have_them(self) -> None:
        assessment = an_assessment(a_passage(claim=Claim.MEASURED), with_terms(a_passage("Shared."), "figure_stated"))

        assert asked("figure_stated", assessment, look_for=TERMS).outcome is Outcome.NOT_MET


class TestCorroborated:
    def test_a_confirmed_claim_meets_it(self) -> None:
        finding = asked("corroborated", an_assessment(a_passage(voice="staff", claim=Claim.CORROBORATED)))

        assert finding.outcome is Outcome.MET

    def test_own_words_alone_do_not_meet_it(self) -> None:
        finding = asked("corroborated", an_assessment(a_passage(voice="local-authority", claim=Claim.MEASURED)))

        assert finding.outcome is Outcome.NOT_MET
        assert "no other source confirms it" in finding.reason

    def test_without_a_claim_of_its_own_there_is_nothing_to_confirm(self) -> None:
        finding = asked("corroborated", an_assessment(a_passage(voice="inspector")))

        assert finding.outcome is Outcome.NOT_APPLICABLE

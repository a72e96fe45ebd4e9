"""How old the evidence is, and whether an agreement still runs."""

from __future__ import annotations

import pytest

from checker import Assessment, Flag, Outcome, Polarity
from checker.testing import a_passage, an_assessment, an_observation

from .asking import TERMS, asked, with_terms


class TestRecentEnough:
    def test_the_limit_itself_is_recent_enough(self) -> None:
        assessment = an_assessment(a_passage(dated=("2024-01-31", "2024-01-31")), as_of="2026-01-31")

        finding = asked("recent_enough", assessment, months=24)

        assert finding.outcome is Outcome.MET
        assert "31 January 2024" in finding.reason

    def test_one_day_older_is_not_met_and_stale(self) -> None:
        assessment = an_assessment(a_passage(dated=("2024-01-30", "2024-01-30")), as_of="2026-01-31")

        finding = asked("recent_enough", assessment, months=24)

        assert finding.outcome is Outcome.NOT_MET
        assert finding.flags == (Flag.STALE,)
        assert finding.not_before == "2024-01-31"
        assert finding.citations

    def test_no_date_needs_a_person(self) -> None:
        assert asked("recent_enough", an_assessment(a_passage()), months=24).outcome is Outcome.NEEDS_REVIEW

    def test_a_recent_shortfall_does_not_make_old_evidence_recent(self) -> None:
        old = a_passage(dated=("2019-01-01", "2019-12-31"))
        fresh = a_passage("It failed in January 2026.", polarity=Polarity.SHORTFALL, dated=("2026-01-01", "2026-01-31"))

        assert asked("recent_enough", an_assessment(old, fresh), months=24).outcome is Outcome.NOT_MET

    def test_the_most_recent_passage_is_cited_first(self) -> None:
        old = a_passage("Shared in 2024.", dated=("2024-01-01", "2024-12-31"))
        new = a_passage("Shared in 2025.", dated=("2025-01-01", "2025-12-31"))

        finding = asked("recent_enough", an_assessment(old, new), months=24)

        assert [passage.text for passage in finding.citations] == ["Shared in 2025.", "Shared in 2024."]


class TestAgreementInForce:
    def agreement(self, last: str) -> Assessment:
        named = a_passage("An information sharing agreement runs.", dated=("2022-04-01", last))
        return an_assessment(with_terms(named, "agreement_in_force"), as_of="2026-01-31")

    def test_a_later_day_is_in_force(self) -> None:
        finding = asked("agreement_in_force", self.agreement("2028-03-31"), look_for=TERMS)

        assert finding.outcome is Outcome.MET
        assert "31 March 2028" in finding.reason

    def test_grace_is_counted_from_the_date_of_the_assessment(self) -> None:
        within = asked("agreement_in_force", self.agreement("2025-10-31"), look_for=TERMS, grace_months=3)
        beyond = asked("agreement_in_force", self.agreement("2025-10-30"), look_for=TERMS, grace_months=3)

        assert (within.outcome, beyond.outcome) == (Outcome.MET, Outcome.NOT_MET)
        assert beyond.flags == (Flag.STALE,)

    def test_without_a_date_a_person_must_decide(self) -> None:
        named = with_terms(a_passage("An agreement is in place."), "agreement_in_force")

        assert asked("agreement_in_force", an_assessment(named), look_for=TERMS).outcome is Outcome.NEEDS_REVIEW

    @pytest.mark.parametrize(
        ("told", "outcome"),
        [
            ({}, Outcome.NEEDS_REVIEW),
            ({"2027-02-28": "end"}, Outcome.MET),
            ({"2025-02-28": "end"}, Outcome.NOT_MET),
            ({"2024-02-28": "end"}, Outcome.NEEDS_REVIEW),
        ],
    )
    def test_a_day_of_signing_is_no_last_day_and_a_sentence_near_may_name_one(
        self, told: dict[str, str], outcome: Outcome
    ) -> None:
        named = a_passage("The information sharing agreement was signed then.", dated=("2024-03-03", "2024-03-03"))
        terms = [an_observation("term", day, **{"is": what}) for day, what in {"2024-03-03": "start", **told}.items()]
        assessment = an_assessment(with_terms(named, "agreement_in_force"), observations=terms, as_of="2026-01-31")

        finding = asked("agreement_in_force", assessment, look_for=TERMS)

        assert finding.outcome is outcome

    def test_what_stands_under_another_heading_says_nothing_about_an_agreement(self) -> None:
        named = with_terms(a_passage("An agreement is in place."), "agreement_in_force")
        elsewhere = an_observation("term", "2027-02-28", heading="Another strategy", **{"is": "end"})

        finding = asked("agreement_in_force", an_assessment(named, observations=[elsewhere]), look_for=TERMS)

        assert finding.outcome is Outcome.NEEDS_REVIEW

    def test_the_date_of_another_sentence_does_not_count(self) -> None:
        other = a_passage(dated=("2026-01-01", "2026-01-31"))
        finding = asked("agreement_in_force", an_assessment(other), look_for=TERMS)

        assert finding.outcome is Outcome.NOT_MET
        assert finding.searched == TERMS

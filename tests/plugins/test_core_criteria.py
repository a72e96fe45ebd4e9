"""What each criterion promises, and what may never count as met."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checker_plugins.core_criteria import checker_criteria
from checker_plugins.core_criteria.calendar_months import months_before
from checker_plugins.core_criteria.wording import counted, day, listed
from jsonschema import Draft202012Validator

from checker import (
    ActionPlan,
    ActionRow,
    Assessment,
    Because,
    Claim,
    Criterion,
    DocumentKind,
    ExpectationStatus,
    Finding,
    Flag,
    Outcome,
    Passage,
    Period,
    Polarity,
    ReadStatus,
)
from checker.testing import (
    a_book,
    a_document,
    a_passage,
    a_rule,
    an_assessment,
    an_evidence,
    an_expectation,
    an_observation,
)

CRITERIA: dict[str, Criterion] = {criterion.name: criterion for criterion in checker_criteria()}
GOOD_EXPECTS: dict[str, dict[str, object]] = {
    "agreement_in_force": {"grace_months": 3},
    "categories_covered": {"at_least": 1},
    "claim_reached": {"at_least": "stated"},
    "corroborated": {},
    "evidenced": {},
    "figure_stated": {},
    "impact_stated": {},
    "kinds_present": {"any_of": ["other"], "at_least": 1},
    "recent_enough": {"months": 24},
    "shortfalls_answered": {},
    "terms_found": {"at_least": 1},
    "voices_heard": {"at_least": 1},
}
TERMS = ("information sharing agreement",)
RULE = "data-sharing.{}"

SHORTFALL = a_passage("Records were not shared.", polarity=Polarity.SHORTFALL)
MIXED = a_passage("Records were shared, but late.", polarity=Polarity.MIXED)
PLAN = a_passage("We will share records.", polarity=Polarity.PLANNED)
NEUTRAL = a_passage("The record holds information.", polarity=Polarity.NEUTRAL)
PROMISE_PUT_AS_STRENGTH = a_passage("Records are to be shared soon.", claim=Claim.PLANNED)


def asked(criterion: str, assessment: Assessment, *, look_for: tuple[str, ...] = (), **expects: object) -> Finding:
    return CRITERIA[criterion].evaluate(a_rule(criterion, look_for=look_for, **expects), assessment)


def a_plan_of(*rows: ActionRow) -> ActionPlan:
    return ActionPlan(name="plan.xlsx", rows=rows)


def with_terms(passage: Passage, criterion: str) -> Passage:
    return replace(passage, rules=(RULE.format(criterion),))


def test_every_criterion_says_what_it_asks_and_has_a_strict_schema() -> None:
    for name, criterion in CRITERIA.items():
        Draft202012Validator.check_schema(criterion.schema)
        validator = Draft202012Validator(criterion.schema)

        assert criterion.about.endswith(".")
        assert validator.is_valid(GOOD_EXPECTS[name]), name
        assert not validator.is_valid({**GOOD_EXPECTS[name], "atleast": 1}), name


def test_criteria_are_offered_under_different_names_in_order() -> None:
    names = [criterion.name for criterion in checker_criteria()]

    assert names == sorted(set(names))
    assert set(names) == set(GOOD_EXPECTS)


@pytest.mark.parametrize("criterion", sorted(set(GOOD_EXPECTS) - {"shortfalls_answered"}))
@pytest.mark.parametrize("passage", [SHORTFALL, PLAN, NEUTRAL, PROMISE_PUT_AS_STRENGTH, MIXED])
def test_a_shortfall_a_promise_or_a_neutral_mention_never_meets_a_rule(criterion: str, passage: Passage) -> None:
    told = replace(passage, impact=True, dates=(Period(start="2026-01-01", end="2026-01-02", words="1-2 January"),))
    assessment = an_assessment(with_terms(told, criterion))

    finding = asked(criterion, assessment, look_for=TERMS, **GOOD_EXPECTS[criterion])

    assert finding.outcome is not Outcome.MET


@pytest.mark.parametrize("criterion", sorted(GOOD_EXPECTS))
def test_an_empty_assessment_meets_no_rule(criterion: str) -> None:
    finding = asked(criterion, an_assessment(documents=()), look_for=TERMS, **GOOD_EXPECTS[criterion])

    assert finding.outcome in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def test_nothing_affirmed_is_reported_once_by_evidenced() -> None:
    names = [name for name in GOOD_EXPECTS if name != "shortfalls_answered"]
    findings = [asked(name, an_assessment(), look_for=TERMS, **GOOD_EXPECTS[name]) for name in names]

    gaps = [finding.rule_id for finding in findings if finding.outcome.is_gap]
    pointing = [finding for finding in findings if finding.outcome is Outcome.NOT_APPLICABLE]

    assert gaps == ["data-sharing.evidenced"]
    assert all("see data-sharing.evidenced" in finding.reason for finding in pointing)


def test_without_an_evidenced_rule_the_others_do_not_stay_silent() -> None:
    book = a_book(an_expectation(rules=()))

    finding = asked("voices_heard", an_assessment(book=book), at_least=1)

    assert finding.outcome is Outcome.NOT_MET
    assert finding.searched == ("shared care record", "share ... information")


def test_three_passages_are_cited_at_most() -> None:
    many = [a_passage(f"Partners share record {number}.") for number in range(9)]

    finding = asked("evidenced", an_assessment(*many))

    assert len(finding.citations) == 3
    assert "9 of 9 passages" in finding.reason


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

    def test_an_open_action_about_the_same_thing_answers_a_shortfall(self) -> None:
        open_one = ActionRow(typed={"action": SHORTFALL.text, "status": "in progress"}, place="row 2")
        closed = ActionRow(typed={"action": SHORTFALL.text, "status": "done"}, place="row 2")

        answered = asked("shortfalls_answered", replace(an_assessment(SHORTFALL), actions=a_plan_of(open_one)))
        unanswered = asked("shortfalls_answered", replace(an_assessment(SHORTFALL), actions=a_plan_of(closed)))

        assert (answered.outcome, unanswered.outcome) == (Outcome.MET, Outcome.NOT_MET)

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


class TestFigureStated:
    def test_a_measured_claim_meets_it(self) -> None:
        assert asked("figure_stated", an_assessment(a_passage(claim=Claim.MEASURED))).outcome is Outcome.MET

    def test_a_confirmed_claim_needs_a_figure_of_its_own(self) -> None:
        plain = a_passage(claim=Claim.CORROBORATED)
        counted_ = replace(plain, because=(Because(field="claim", words="392", start=0, end=3),))

        assert asked("figure_stated", an_assessment(plain)).outcome is Outcome.NEEDS_REVIEW
        assert asked("figure_stated", an_assessment(counted_)).outcome is Outcome.MET

    def test_practice_without_a_figure_does_not_meet_it(self) -> None:
        assert asked("figure_stated", an_assessment(a_passage(claim=Claim.PRACTISED))).outcome is Outcome.NOT_MET

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
        assert "nobody independent confirms it" in finding.reason

    def test_without_a_claim_of_its_own_there_is_nothing_to_confirm(self) -> None:
        finding = asked("corroborated", an_assessment(a_passage(voice="inspector")))

        assert finding.outcome is Outcome.NOT_APPLICABLE


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


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2026-01-31", 24, "2024-01-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
    ],
)
def test_months_are_counted_back_to_a_day_that_exists(iso: str, months: int, expected: str) -> None:
    assert months_before(iso, months) == expected


def test_counts_lists_and_days_read_as_plain_english() -> None:
    assert (counted(0, "plan"), counted(1, "plan"), counted(2, "plan")) == ("no plans", "1 plan", "2 plans")
    assert (listed([]), listed(["A"]), listed(["A", "B", "C"])) == ("", "A", "A, B and C")
    assert day("2025-03-31") == "31 March 2025"


def test_a_builder_keeps_few_passages_and_counts_all() -> None:
    evidence = an_evidence(*(a_passage(f"Record {number}.", start=number * 20) for number in range(7)))

    assert (evidence.count(), len(evidence.passages)) == (7, 5)

"""Criteria about the action plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from checker_plugins.action_criteria import checker_criteria

from checker import ActionPlan, ActionRow, Assessment, DocumentKind, Finding, Gap, Outcome, Polarity
from checker.testing import a_book, a_document, a_passage, a_rule, an_assessment, an_expectation, an_observation

CRITERIA = {criterion.name: criterion for criterion in checker_criteria()}
GAP = "s/data-sharing/data-sharing.evidenced"


def a_row(gap_id: str = "", *, due: str = "", **typed: str) -> ActionRow:
    typed = typed | ({"due": due} if due else {})
    return ActionRow(gap_id=gap_id, typed=typed, days={"due": due} if due[:2] == "20" else {}, place="plan.xlsx, row 2")


def a_gap(gap_id: str = GAP, *, weight: str = "essential", title: str = "Partners share records") -> Gap:
    return Gap(gap_id=gap_id, title=title, weight=weight, rule="data-sharing.evidenced")


def with_plan(*rows: ActionRow, gaps: Sequence[Gap] = (), on: Assessment | None = None) -> Assessment:
    return replace(on or an_assessment(), actions=ActionPlan(name="plan.xlsx", rows=rows), gaps=tuple(gaps))


def asked(criterion: str, assessment: Assessment, **expects: object) -> tuple[Finding, ...]:
    rule = a_rule(criterion, id=f"plan.{criterion}", expectation="", statement="", **expects)
    answer = CRITERIA[criterion].evaluate(rule, assessment)
    return (answer,) if isinstance(answer, Finding) else tuple(answer)


@pytest.mark.parametrize(
    ("criterion", "expects"),
    [
        ("gaps_have_actions", {"at_or_above": "expected"}),
        ("items_have_actions", {"labels": ["improve"]}),
        ("actions_smart", {"vague": ["ongoing"]}),
        ("actions_have_gaps", {}),
    ],
)
def test_without_a_plan_nothing_is_said_about_actions(criterion: str, expects: dict[str, object]) -> None:
    (finding,) = asked(criterion, replace(an_assessment(), gaps=(a_gap(),)), **expects)

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert "--actions" in finding.reason


class TestGapsHaveActions:
    @pytest.mark.parametrize(
        ("row", "outcome"),
        [
            (a_row(GAP, action="Ask partners"), Outcome.MET),
            (a_row(GAP, owner="Ida Marsh"), Outcome.MET),
            (a_row(GAP, not_applicable="We have no such service"), Outcome.MET),
            (a_row(action="Ask partners", answers=f"other/gap\n{GAP}"), Outcome.MET),
            (a_row(GAP, comment="Discussed"), Outcome.NOT_MET),
            (a_row("other/gap", action="Ask partners"), Outcome.NOT_MET),
        ],
    )
    def test_a_gap_has_an_action_if_a_row_answers_it(self, row: ActionRow, outcome: Outcome) -> None:
        (finding,) = asked("gaps_have_actions", with_plan(row, gaps=[a_gap()]), at_or_above="expected")

        assert finding.outcome is outcome

    def test_lighter_gaps_may_wait(self) -> None:
        gaps = [a_gap("a/b/c", weight="helpful"), a_gap()]

        (finding,) = asked("gaps_have_actions", with_plan(a_row(GAP, action="Ask"), gaps=gaps), at_or_above="expected")

        assert finding.outcome is Outcome.MET
        assert finding.reason == "Open gaps with an action or a reason: 1 of 1."

    def test_some_of_several_is_partly_met_and_names_those_without(self) -> None:
        gaps = [a_gap(), a_gap("s/b/b.evidenced")]

        (finding,) = asked("gaps_have_actions", with_plan(a_row(GAP, action="Ask"), gaps=gaps), at_or_above="expected")

        assert finding.outcome is Outcome.PARTLY_MET
        assert finding.reason == "1 of 2 open essential or expected gaps has no action: s/b/b.evidenced."

    def test_the_likeliest_action_is_named_with_its_score_and_decides_nothing(self) -> None:
        row = a_row(action="Share care records with all partners")

        (finding,) = asked("gaps_have_actions", with_plan(row, gaps=[a_gap()]), at_or_above="expected")

        assert finding.outcome is Outcome.NOT_MET
        assert "shares 3 of 3 words: partners, records, share" in finding.reason
        assert "type the gap id under Answers" in finding.reason


class TestItemsHaveActions:
    ITEM = "Carers wait too long for assessments."

    def items(self, *rows: ActionRow, value: str = "improve") -> tuple[Finding, ...]:
        ours = a_document("narrative.docx", kind=DocumentKind.SELF_ASSESSMENT)
        item = an_observation("labelled-item", value, text=self.ITEM, document="narrative.docx")
        on = an_assessment(documents=[ours], observations=[item])
        return asked("items_have_actions", with_plan(*rows, on=on), labels=["improve"])

    def test_an_item_with_no_row_is_not_met_and_is_quoted(self) -> None:
        (finding,) = self.items()

        assert (finding.outcome, finding.item) == (Outcome.NOT_MET, self.ITEM)
        assert [passage.text for passage in finding.citations] == [self.ITEM]

    def test_a_row_with_its_gap_id_answers_it(self) -> None:
        (finding,) = self.items(a_row(f"plan.items_have_actions/{self.ITEM}", action="Hire two assessors"))

        assert finding.outcome is Outcome.MET

    def test_an_action_that_shares_words_waits_for_a_person_to_confirm(self) -> None:
        (finding,) = self.items(a_row(action="Cut the wait for carers' assessments"))

        assert finding.outcome is Outcome.NEEDS_REVIEW
        assert "shares 3 of 4 words: assessments, carers, wait" in finding.reason

    def test_other_labels_do_not_count(self) -> None:
        (finding,) = self.items(value="strengths")

        assert finding.outcome is Outcome.NOT_APPLICABLE


class TestActionsSmart:
    WHOLE = {"action": "Ask carers", "owner": "Ida Marsh", "measure": "200 answers", "status": "in progress"}

    def smart(self, *rows: ActionRow) -> tuple[Finding, ...]:
        return asked("actions_smart", with_plan(*rows), vague=["ongoing", "tbc"])

    def test_an_action_with_everything_can_be_followed_up(self) -> None:
        (finding,) = self.smart(a_row(GAP, due="2026-06-30", **self.WHOLE))

        assert (finding.outcome, finding.item) == (Outcome.MET, GAP)

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (a_row(due="2026-06-30", **(WHOLE | {"measure": ""})), "it has no measure"),
            (a_row(due="2026-01-30", **WHOLE), "it was due on 2026-01-30 and is not done"),
            (a_row(due="soon", **WHOLE), "‘soon’ is no date"),
            (a_row(due="TBC", **WHOLE), "‘TBC’ as its due date says neither"),
            (a_row(due="2026-06-30", **(WHOLE | {"status": "Ongoing."})), "‘Ongoing.’ as its status says neither"),
            (a_row(due="2026-06-30", **(WHOLE | {"action": ""})), "it does not say what will be done"),
        ],
    )
    def test_what_is_missing_or_put_off_or_overdue_is_said(self, row: ActionRow, told: str) -> None:
        (finding,) = self.smart(row)

        assert finding.outcome is Outcome.PARTLY_MET
        assert told in finding.reason

    def test_an_action_due_on_the_day_is_not_overdue(self) -> None:
        assert self.smart(a_row(due="2026-01-31", **self.WHOLE))[0].outcome is Outcome.MET

    def test_neither_an_owner_nor_a_date_is_not_met(self) -> None:
        assert self.smart(a_row(action="Ask carers"))[0].outcome is Outcome.NOT_MET

    def test_what_is_done_is_not_overdue(self) -> None:
        row = a_row(due="2025-01-31", action="Ask carers", owner="Ida", status="Done")

        assert self.smart(row)[0].outcome is Outcome.MET

    def test_two_actions_of_one_name_are_told_apart(self) -> None:
        found = self.smart(a_row(action="Ask carers"), a_row(action="Ask carers"))

        assert [finding.item for finding in found] == ["Ask carers", "Ask carers (2)"]

    @pytest.mark.parametrize("held", ["TBC", "To be agreed", "N/A", "#VALUE!"])
    def test_a_word_that_holds_a_place_is_no_owner_and_no_measure(self, held: str) -> None:
        row = a_row(action="Buy a system.", owner=held, due="2027-01-01", measure="Fewer calls.", status="in progress")

        (finding,) = asked("actions_smart", with_plan(row), vague=[], nobody=["tbc", "to be agreed", "n/a", "#value!"])

        assert finding.outcome is Outcome.PARTLY_MET
        assert f"‘{held}’ as its owner only holds the place" in finding.reason


class TestActionsHaveGaps:
    def test_an_action_that_names_a_gap_of_a_known_rule_has_one(self) -> None:
        assert asked("actions_have_gaps", with_plan(a_row(GAP, action="Ask")))[0].outcome is Outcome.MET

    @pytest.mark.parametrize("row", [a_row(action="Paint the lobby"), a_row("no/such/rule", action="Paint the lobby")])
    def test_an_action_that_names_none_is_for_a_person_to_decide(self, row: ActionRow) -> None:
        (finding,) = asked("actions_have_gaps", with_plan(row))

        assert (finding.outcome, finding.item) == (Outcome.NEEDS_REVIEW, "Paint the lobby")

    def test_the_gap_that_it_may_answer_is_named(self) -> None:
        (finding,) = asked("actions_have_gaps", with_plan(a_row(action="Share records with partners"), gaps=[a_gap()]))

        assert f"It shares 3 words with {GAP}" in finding.reason


class TestInspectionAnswered:
    SHORTFALL = a_passage("Partners did not see records.", document="report.pdf", polarity=Polarity.SHORTFALL)
    OWN_WORD = a_passage("Partners see records.", document="narrative.docx", start=500)
    REPORT = a_document("report.pdf", kind=DocumentKind.INSPECTION_REPORT, council="Eastvale Council")
    OURS = a_document("narrative.docx", kind=DocumentKind.SELF_ASSESSMENT, council="Eastvale Council")

    def answered(self, assessment: Assessment) -> tuple[Finding, ...]:
        return asked("inspection_answered", assessment)

    def test_an_unanswered_shortfall_is_quoted(self) -> None:
        (finding,) = self.answered(an_assessment(self.SHORTFALL, documents=[self.REPORT, self.OURS]))

        assert (finding.outcome, finding.item) == (Outcome.NOT_MET, "data-sharing")
        assert [passage.text for passage in finding.citations] == [self.SHORTFALL.text]

    def test_a_word_of_the_self_assessment_answers_it(self) -> None:
        (finding,) = self.answered(an_assessment(self.SHORTFALL, self.OWN_WORD, documents=[self.REPORT, self.OURS]))

        assert finding.outcome is Outcome.MET

    def test_an_action_for_a_gap_of_its_expectation_answers_it(self) -> None:
        on = an_assessment(self.SHORTFALL, documents=[self.REPORT])

        (finding,) = self.answered(with_plan(a_row(GAP, action="Give partners access"), on=on))

        assert finding.outcome is Outcome.MET

    def test_a_report_about_another_council_is_not_ours_to_answer(self) -> None:
        theirs = replace(self.REPORT, council="Westvale Council")

        (finding,) = self.answered(an_assessment(self.SHORTFALL, documents=[theirs, self.OURS]))

        assert finding.outcome is Outcome.NOT_APPLICABLE

    def test_with_neither_a_plan_nor_a_self_assessment_nothing_is_asked(self) -> None:
        (finding,) = self.answered(an_assessment(self.SHORTFALL, documents=[self.REPORT]))

        assert finding.outcome is Outcome.NOT_APPLICABLE

    def test_a_statement_out_of_scope_is_not_asked_about(self) -> None:
        book = a_book(an_expectation())

        (finding,) = self.answered(
            an_assessment(self.SHORTFALL, book=book, documents=[self.REPORT, self.OURS], scope=())
        )

        assert finding.outcome is Outcome.NOT_APPLICABLE

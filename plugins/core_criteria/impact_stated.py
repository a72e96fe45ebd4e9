"""Criterion `impact_stated`."""

from __future__ import annotations

from checker import Assessment, Finding, Outcome, Polarity, Rule, Side, counted

from .question import Question
from .schemas import parameters


class ImpactStated:
    """
    Does affirmed evidence state a result for people, not only an activity?

    Partly met: only a mixed sentence states one. A bad result for people is a result too, but says nothing for the
    organisation: it does not count. Not applicable: nothing affirmed yet.
    """

    name = "impact_stated"
    about = "Affirmed evidence states a result for people, not only an activity."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        too_early = question.not_yet()
        if too_early:
            return too_early
        stated = question.affirmed(impact=True)
        total = counted(question.affirmed(), "affirming passage")
        if stated:
            shown = [passage for passage in question.affirming if passage.impact]
            return question.answer(Outcome.MET, f"A result for people is stated in {stated} of {total}.", shown)
        reason = f"A result for people is stated in none of {total}"
        if question.mixed(impact=True):
            both = [
                passage
                for passage in question.evidence.on(Side.AGAINST)
                if passage.impact and passage.polarity is Polarity.MIXED
            ]
            return question.answer(
                Outcome.PARTLY_MET, f"{reason}, only in {counted(question.mixed(True), 'mixed sentence')}.", both
            )
        return question.answer(Outcome.NOT_MET, f"{reason}: they speak of activity only.", question.affirming)

"""Criterion `agreement_in_force`."""

from __future__ import annotations

from checker import Assessment, Finding, Flag, Outcome, Passage, Rule

from .calendar_months import months_before
from .question import Question
from .schemas import parameters, whole_number
from .wording import counted, day


class AgreementInForce:
    """
    Is an agreement named, with the rule's own words, and still in force?

    The last day that an affirming sentence itself speaks of must not lie more than the months of grace before the
    date of the assessment; a later day (`until March 2028`) is in force. The text alone cannot tell a day of signing
    from a last day, so an agreement whose only dates are past is `not met` and stale until a sentence says how long
    it runs. Without a date a person must decide.
    """

    name = "agreement_in_force"
    about = "An agreement is named and its dates show that it is in force."
    schema = parameters(
        needs_words=True,
        grace_months=whole_number(
            "How many months after its last date an agreement still counts.", least=0, stricter="lower"
        ),
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about_own_words(rule, assessment)
        if not rule.look_for:
            return question.mistake("it has no words of its own (look_for)")
        if not question.affirmed():
            return Question.about(rule, assessment).not_yet() or _unnamed(question)
        named = sorted(question.affirming, key=_last_day, reverse=True)
        last = max((_last_day(passage) for passage in named), default="")
        if not last:
            named_in = counted(question.affirmed(), "sentence")
            reason = f"Named in {named_in}, without a date: a person must say until when it runs."
            return question.answer(Outcome.NEEDS_REVIEW, reason, named)
        grace = question.number("grace_months")
        against = f"{day(assessment.as_of)}, with {counted(grace, 'month')} of grace"
        reason = f"The last day named with it is {day(last)}; that was held against {against}."
        if last >= months_before(assessment.as_of, grace):
            return question.answer(Outcome.MET, reason, named)
        return question.answer(Outcome.NOT_MET, reason, named, flags=(Flag.STALE,))


def _unnamed(question: Question) -> Finding:
    phrases = counted(len(question.looked_for), "phrase")
    return question.answer(Outcome.NOT_MET, f"No sentence {question.where} affirms one of the {phrases} looked for.")


def _last_day(passage: Passage) -> str:
    return max((period.end for period in passage.dates), default="")

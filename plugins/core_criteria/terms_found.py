"""Criterion `terms_found`."""

from __future__ import annotations

from checker import Assessment, Finding, Outcome, Passage, Rule, Side, counted

from .question import Question
from .schemas import parameters, whole_number


class TermsFound:
    """
    Do enough sentences have the rule's own words (`look_for`) and affirm them?

    `any_polarity` asks only that the subject is spoken of, whatever is said of it. Partly met: some, too few. Not
    applicable: none, and nothing affirmed yet for the expectation either.
    """

    name = "terms_found"
    about = "Enough sentences have the rule's own words."
    schema = parameters(
        ("at_least",),
        needs_words=True,
        at_least=whole_number("How many sentences must have the rule's own words."),
        any_polarity={
            "type": "boolean",
            "description": "Count sentences whatever they say; otherwise only affirming ones.",
        },
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about_own_words(rule, assessment)
        if not rule.look_for:
            return question.mistake("it has no words of its own (look_for)")
        anyhow = rule.expects.get("any_polarity") is True
        number = question.evidence.count() if anyhow else question.affirmed()
        too_early = None if number else Question.about(rule, assessment).not_yet()
        if too_early:
            return too_early
        at_least = question.number("at_least")
        verb = ("mention" if anyhow else "affirm") + ("s" if number == 1 else "")
        reason = (
            f"{counted(number, 'sentence')} {verb} the words looked for {question.where}; at least {at_least} expected."
        )
        if not number:
            return question.answer(Outcome.NOT_MET, _none(question), _others(question))
        shown = question.evidence.passages if anyhow else question.affirming
        return question.answer(Outcome.MET if number >= at_least else Outcome.PARTLY_MET, reason, shown)


def _none(question: Question) -> str:
    phrases = counted(len(question.looked_for), "phrase")
    used = question.evidence.count()
    if used:
        found = f"{counted(used, 'sentence')} with them: plans, shortfalls or neutral mentions"
        return f"No sentence affirms one of the {phrases} looked for. There {'is' if used == 1 else 'are'} {found}."
    return f"None of the {phrases} looked for was found {question.where}."


def _others(question: Question) -> tuple[Passage, ...]:
    return question.evidence.on(Side.AGAINST) + question.evidence.on(Side.PLANNED) + question.evidence.on(Side.NEUTRAL)

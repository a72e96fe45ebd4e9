"""Criterion `figure_stated`."""

from __future__ import annotations

from checker import Assessment, Claim, Finding, Outcome, Rule, Side, counted

from .question import Question
from .schemas import parameters


class FigureStated:
    """
    Does affirmed evidence state a figure? A rule with words of its own asks it of the sentences that have them.

    Not applicable: nothing affirmed yet.
    """

    name = "figure_stated"
    about = "Affirmed evidence states a figure."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        own = bool(rule.look_for)
        question = Question.about_own_words(rule, assessment) if own else Question.about(rule, assessment)
        too_early = None if question.affirmed() else Question.about(rule, assessment).not_yet()
        if too_early:
            return too_early
        measured = question.affirmed(alone_at_least=Claim.MEASURED)
        shown = [passage for passage in question.affirming if passage.reached_alone.rank >= Claim.MEASURED.rank]
        total = counted(question.affirmed(), "affirming passage")
        if measured:
            return question.answer(Outcome.MET, f"A figure is stated in {measured} of {total}.", shown)
        return question.answer(Outcome.NOT_MET, f"{_none(question, total)}{_elsewhere(question)}", question.affirming)


def _none(question: Question, total: str) -> str:
    return f"No figure is stated in {total}." if question.affirmed() else "No passage affirms it, so no figure counts."


def _elsewhere(question: Question) -> str:
    """Say that others state one: who reads that there is none would look for it in vain."""
    others = [one for side in (Side.AGAINST, Side.NEUTRAL, Side.PLANNED) for one in question.evidence.on(side)]
    stating = sum(one.reached_alone.rank >= Claim.MEASURED.rank for one in others)
    if not stating:
        return ""
    state = counted(stating, "passage states", "passages state")
    return f" {state.capitalize()} one without affirming it: shortfalls, plans or neutral mentions."

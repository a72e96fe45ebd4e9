"""Criterion `figure_stated`."""

from __future__ import annotations

from checker import Assessment, Claim, Finding, Outcome, Passage, Rule

from .question import Question
from .schemas import parameters
from .wording import counted


class FigureStated:
    """
    Does affirmed evidence state a figure? A rule with words of its own asks it of the sentences that have them.

    A passage that others confirm stands above `measured` on the claim ladder without needing a figure: it counts
    where the words that decided its claim have a digit; otherwise a person must look. Not applicable: nothing
    affirmed yet.
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
        confirmed = question.affirmed(at_least=Claim.CORROBORATED)
        measured = question.affirmed(at_least=Claim.MEASURED) - confirmed
        shown = [passage for passage in question.affirming if _has_figure(passage)]
        total = counted(question.affirmed(), "affirming passage")
        if measured or shown:
            reason = f"A figure is stated in {max(measured, len(shown))} of {total}."
            return question.answer(Outcome.MET, reason, shown)
        if confirmed:
            reason = (
                f"{counted(confirmed, 'passage')} confirmed by others: a person must see whether a figure is stated."
            )
            return question.answer(Outcome.NEEDS_REVIEW, reason, question.affirming)
        return question.answer(Outcome.NOT_MET, f"No figure is stated in {total}.", question.affirming)


def _has_figure(passage: Passage) -> bool:
    if passage.claim is Claim.CORROBORATED:
        deciding = (cue.words for cue in passage.because if cue.field == "claim" and not cue.overruled)
        return any(sign.isdigit() for words in deciding for sign in words)
    return passage.claim is Claim.MEASURED

"""Criterion `corroborated`."""

from __future__ import annotations

from checker import Assessment, Claim, Finding, Outcome, Rule, counted

from .question import Question
from .schemas import parameters


class Corroborated:
    """
    Does another source confirm what the assessed organisation says of itself?

    An independent voice does, in another document; for the self-assessment any other document does. Only claims that
    the whole assessment marks as corroborated count. Not applicable: nothing affirmed yet, or no claim of the
    organisation's own, so that there is nothing to confirm.
    """

    name = "corroborated"
    about = (
        "What the assessed organisation says of itself is confirmed elsewhere, by an independent voice; "
        "what its self-assessment says, by any other document."
    )
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        too_early = question.not_yet()
        if too_early:
            return too_early
        confirmed = question.affirmed(at_least=Claim.CORROBORATED)
        own = question.affirmed(voices=assessment.own_voices)
        total = counted(question.affirmed(), "affirming passage")
        if confirmed:
            shown = [passage for passage in question.affirming if passage.claim is Claim.CORROBORATED]
            verb = "is" if confirmed == 1 else "are"
            reason = f"{confirmed} of {total} {verb} confirmed by an independent voice or by another document."
            return question.answer(Outcome.MET, reason, shown)
        if not own:
            reason = f"None of {total} is the organisation's own claim: there is none to confirm."
            return question.answer(Outcome.NOT_APPLICABLE, reason)
        verb, them = ("is", "it") if own == 1 else ("are", "them")
        reason = f"{own} of {total} {verb} the organisation's own; no other source confirms {them}."
        return question.answer(Outcome.NOT_MET, reason, question.affirming)

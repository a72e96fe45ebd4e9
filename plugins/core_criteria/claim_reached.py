"""Criterion `claim_reached`."""

from __future__ import annotations

from checker import Assessment, Claim, Finding, Outcome, Passage, Rule, counted

from .question import Question
from .schemas import parameters

_STEPS = (Claim.STATED, Claim.PRACTISED, Claim.MEASURED, Claim.CORROBORATED)
_WORDS = {
    Claim.STATED: "stated",
    Claim.PRACTISED: "shown in practice",
    Claim.MEASURED: "measured",
    Claim.CORROBORATED: "confirmed by another source",
}


class ClaimReached:
    """
    Does affirmed evidence reach a step of the claim ladder: stated, practised, measured, corroborated?

    For the steps below corroborated the passage's own words must reach it: who confirms that a thing is there does not
    show it in practice. Partly met: affirmed, but lower on the ladder. Not applicable: nothing affirmed yet.
    """

    name = "claim_reached"
    about = "Affirmed evidence is not only stated but reaches the step of the claim ladder that is named."
    schema = parameters(
        ("at_least",),
        at_least={
            "type": "string",
            "enum": [step.value for step in _STEPS],
            "x-stricter": "higher",
            "description": "The lowest step of the claim ladder that is enough.",
        },
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        wanted = Claim(str(rule.expects["at_least"]))
        too_early = question.not_yet()
        if too_early:
            return too_early
        enough = _reaching(question, wanted)
        total = counted(question.affirmed(), "affirming passage")
        reason = f"{enough or 'None'} of {total} {_is(enough)} at least {_WORDS[wanted]}"
        if enough:
            shown = [passage for passage in question.affirming if _step(passage, wanted).rank >= wanted.rank]
            return question.answer(Outcome.MET, f"{reason}.", shown)
        return question.answer(
            Outcome.PARTLY_MET, f"{reason}; the highest is {_highest(question)}.", question.affirming
        )


def _reaching(question: Question, step: Claim) -> int:
    if step is Claim.CORROBORATED:
        return question.affirmed(at_least=step)
    return question.affirmed(alone_at_least=step)


def _step(passage: Passage, wanted: Claim) -> Claim:
    return passage.claim if wanted is Claim.CORROBORATED else passage.reached_alone


def _is(number: int) -> str:
    return "are" if number > 1 else "is"


def _highest(question: Question) -> str:
    return _WORDS[max((step for step in _STEPS if question.affirmed(alone_at_least=step)), key=lambda step: step.rank)]

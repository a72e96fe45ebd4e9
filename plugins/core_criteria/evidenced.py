"""Criterion `evidenced`."""

from __future__ import annotations

from checker import Assessment, ExpectationStatus, Finding, Outcome, Rule, Side, counted, listed

from .question import Question
from .schemas import parameters


class Evidenced:
    """
    Is there evidence at all?

    Met: a passage affirms it; shortfalls beside it are counted in the reason and asked about by other rules. Partly
    met: only mixed sentences. Not met: only plans, neutral mentions or shortfalls, or nothing at all; then it says
    what was looked for and where.
    """

    name = "evidenced"
    about = "At least one passage says that what is expected is there."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        if question.affirmed():
            return question.answer(Outcome.MET, _met(question), question.affirming)
        against = question.evidence.on(Side.AGAINST)
        if question.mixed():
            reason = (
                f"Only {counted(question.mixed(), 'mixed sentence')} found, with something for and something against."
            )
            return question.answer(Outcome.PARTLY_MET, reason, against)
        if not question.evidence.count():
            return question.answer(Outcome.NOT_MET, _absent(question))
        others = (
            question.evidence.on(Side.FOR) + question.evidence.on(Side.PLANNED) + question.evidence.on(Side.NEUTRAL)
        )
        return question.answer(Outcome.NOT_MET, _without_affirmation(question), against + others)


def _met(question: Question) -> str:
    affirmed, found = question.affirmed(), counted(question.evidence.count(), "passage")
    unsaid = (ExpectationStatus.ABSENT, ExpectationStatus.NOT_ASSESSED)
    places = [name for name, status in question.evidence.by_document.items() if status not in unsaid]
    documents = counted(len(question.assessment.readable), "document")
    where = f" Passages for or against are in {len(places)} of {documents} read." if places else ""
    return f"{affirmed} of {found} found {'affirms' if affirmed == 1 else 'affirm'} it.{where}"


def _absent(question: Question) -> str:
    phrases = counted(len(question.looked_for), "phrase")
    elsewhere = sum(question.evidence.counts.values())
    if elsewhere:
        mentions = counted(elsewhere, "shortfall")
        return (
            f"It is only mentioned in {mentions} that {'is' if elsewhere == 1 else 'are'} mainly about something else."
        )
    return f"Nothing was found {question.where} by the {phrases} looked for."


def _without_affirmation(question: Question) -> str:
    shortfalls = question.evidence.count(side=Side.AGAINST)
    neutral = question.evidence.count(side=Side.NEUTRAL)
    found = [
        counted(shortfalls, "shortfall") if shortfalls else "",
        counted(question.plans, "plan") if question.plans else "",
        counted(neutral, "neutral mention") if neutral else "",
    ]
    total = counted(question.evidence.count(), "passage")
    if question.plans == question.evidence.count():
        return f"Only plans were found: none of {total} says that it is there now."
    return f"No passage affirms it. Found {question.where}: {listed([part for part in found if part])}."

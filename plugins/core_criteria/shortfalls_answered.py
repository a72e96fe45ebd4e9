"""Criterion `shortfalls_answered`."""

from __future__ import annotations

from checker import Assessment, Finding, Outcome, Rule, Side

from .question import Question
from .schemas import parameters
from .wording import counted, sentence


class ShortfallsAnswered:
    """
    Is there an answer beside each reported shortfall: a plan, or the other half of a mixed sentence?

    It compares numbers: whether a plan answers this shortfall is for a person. Met: there are plans, and with mixed
    sentences as many answers as shortfalls. Partly met: fewer, or mixed sentences alone. Not met: none. Only
    shortfalls that have this as their main expectation count. Not applicable: no shortfall was recognised, which is
    no good news.
    """

    name = "shortfalls_answered"
    about = "Beside reported shortfalls the documents say what is done or planned about them."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        shortfalls = question.evidence.count(side=Side.AGAINST)
        if not shortfalls:
            return question.answer(Outcome.NOT_APPLICABLE, f"No shortfall was recognised {question.where}.")
        against = question.evidence.on(Side.AGAINST)
        planned = question.evidence.count(side=Side.PLANNED)
        mixed = question.mixed()
        reason = _reason(shortfalls, planned, mixed)
        if not planned + mixed:
            return question.answer(Outcome.NOT_MET, reason, against)
        enough = planned and planned + mixed >= shortfalls
        cited = (*question.evidence.on(Side.PLANNED)[:2], *against)
        return question.answer(Outcome.MET if enough else Outcome.PARTLY_MET, reason, cited)


def _reason(shortfalls: int, planned: int, mixed: int) -> str:
    told = f"{counted(shortfalls, 'shortfall')} {'was' if shortfalls == 1 else 'were'} recognised"
    if not planned + mixed:
        return f"{told}; no passage says what is planned about {'it' if shortfalls == 1 else 'them'}."
    both = f", {mixed} of them in a sentence that also says something for it" if mixed else ""
    return sentence(f"{told}{both}; {counted(planned, 'passage')} {'says' if planned == 1 else 'say'} what is planned.")

"""Criterion `recent_enough`."""

from __future__ import annotations

from checker import Assessment, Finding, Flag, Outcome, Passage, Rule, counted, in_words

from .calendar_months import months_before
from .question import Question
from .schemas import parameters, whole_number


class RecentEnough:
    """
    Does affirmed evidence speak of a time that is recent enough, counted back from the date of the assessment?

    Dates are those that the text speaks of, or its document states; never those of the file. The limit itself is
    recent enough. Older is `not met` and stale; affirmed without any date needs a person. Not applicable: nothing
    affirmed to date.
    """

    name = "recent_enough"
    about = "The latest affirmed evidence is not older than so many months."
    schema = parameters(("months",), months=whole_number("How many months back is recent enough.", stricter="lower"))

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        too_early = question.not_yet("Nothing affirmed to date")
        if too_early:
            return too_early
        latest = question.evidence.latest
        if not latest:
            return _undated(question)
        months = question.number("months")
        limit = months_before(assessment.as_of, months)
        reason = (
            f"The latest affirmed evidence speaks of {in_words(latest)}; {counted(months, 'month')} before "
            f"{in_words(assessment.as_of)} is {in_words(limit)}."
        )
        cited = _latest_first(question.affirming, assessment.as_of)
        if latest >= limit:
            return question.answer(Outcome.MET, reason, cited, not_before=limit)
        return question.answer(Outcome.NOT_MET, reason, cited, flags=(Flag.STALE,), not_before=limit)


def _undated(question: Question) -> Finding:
    affirmed = counted(question.affirmed(), "affirming passage")
    reason = (
        f"None of {affirmed} has a date up to {in_words(question.assessment.as_of)}: a person must say how old it is."
    )
    return question.answer(Outcome.NEEDS_REVIEW, reason, question.affirming)


def _latest_first(passages: tuple[Passage, ...], as_of: str) -> list[Passage]:
    return sorted(passages, key=lambda passage: _latest(passage, as_of), reverse=True)


def _latest(passage: Passage, as_of: str) -> str:
    """Return the last day that a passage speaks of; of a period that is still running its first."""
    begun = [period for period in passage.dates if period.start <= as_of]
    return max((period.end if period.end <= as_of else period.start for period in begun), default="")

"""Criterion `agreement_in_force`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker import (
    Assessment,
    Finding,
    Flag,
    Observation,
    Outcome,
    Passage,
    PhraseMatcher,
    Rule,
    counted,
    in_words,
)

from .calendar_months import months_before
from .question import Question
from .schemas import parameters, whole_number

_A_YEAR = 366
_NEAR = 600
"""Characters around a sentence, under its heading, in which another may say how long what it names runs."""
_OPENING = 1000
"""Characters at the start of a document in which it says how long it holds itself."""


class AgreementInForce:
    """
    Is an agreement named, with the rule's own words, and still in force?

    It is in force if the last day that is named for it does not lie more than the months of grace before the date of
    the assessment. That day is one that words of ending stand before ("until", "runs to"; the observation `term`), in
    an affirming sentence, near it under the same heading, or at the start of a document whose title has the rule's
    words; else the end of years in the sentence ("2024 to 2027"); else another day in it, if no word of beginning
    stands there. A day of signing alone, a later renewal, or no date need a person: the text does not say until when it
    runs.
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
        terms = {passage: _terms(assessment, passage) for passage in question.affirming}
        ends = {passage: _last_day(passage, found) for passage, found in terms.items()}
        named = sorted(question.affirming, key=lambda passage: ends[passage], reverse=True)
        itself = _of_the_thing_itself(rule, assessment)
        told = [*itself, *(one for found in terms.values() for one in found)]
        last = max([*ends.values(), *(one.value for one in itself if _is(one, "end"))], default="")
        begun = max((one.value for one in told if _is(one, "start")), default="")
        if not last or (begun > last and last < assessment.as_of):
            return question.answer(Outcome.NEEDS_REVIEW, _unclear(question, begun, last), named)
        grace = question.number("grace_months")
        against = f"{in_words(assessment.as_of)}, with {counted(grace, 'month')} of grace"
        reason = f"The last day named with it is {in_words(last)}; that was held against {against}."
        if last >= months_before(assessment.as_of, grace):
            return question.answer(Outcome.MET, reason, named)
        return question.answer(Outcome.NOT_MET, reason, named, flags=(Flag.STALE,))


def _unnamed(question: Question) -> Finding:
    phrases = counted(len(question.looked_for), "phrase")
    return question.answer(Outcome.NOT_MET, f"No sentence {question.where} affirms one of the {phrases} looked for.")


def _unclear(question: Question, begun: str, last: str) -> str:
    if last:
        return f"It ran to {in_words(last)} and began anew on {in_words(begun)}: a person must say until when it runs."
    if begun:
        return (
            f"It was signed or began on {in_words(begun)}; no sentence near says until when it runs: a person must say."
        )
    named_in = counted(question.affirmed(), "sentence")
    return f"Named in {named_in}, without a date: a person must say until when it runs."


def _terms(assessment: Assessment, passage: Passage) -> list[Observation]:
    """Return what is told of beginning and end in a sentence, or near it under the same heading."""
    found = assessment.observations.kind("term", [passage.document])
    return [
        one
        for one in found
        if one.heading_path == passage.heading_path and passage.start - _NEAR <= one.start <= passage.end + _NEAR
    ]


def _of_the_thing_itself(rule: Rule, assessment: Assessment) -> list[Observation]:
    """Return what the opening of documents tells that have the rule's words in their title: the agreement itself."""
    matcher = PhraseMatcher(rule.look_for, keys=assessment.book.phrase_keys)
    named = [one.name for one in assessment.readable if any(matcher.find(one.title, [(0, len(one.title))]))]
    return [one for one in assessment.observations.kind("term", named) if one.start <= _OPENING]


def _last_day(passage: Passage, terms: Sequence[Observation]) -> str:
    """Return the last day that is named for what a sentence names; empty if none is."""
    begins = {one.text for one in terms if _is(one, "start")}
    others = [period for period in passage.dates if period.words not in begins]
    ends = [one.value for one in terms if _is(one, "end")]
    ends += [period.end for period in others if _days(period.start, period.end) > _A_YEAR]
    return max(ends, default="") or ("" if begins else max((period.end for period in others), default=""))


def _is(term: Observation, what: str) -> bool:
    return term.attributes.get("is") == what


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days

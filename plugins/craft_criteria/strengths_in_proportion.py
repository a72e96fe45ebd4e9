"""Criterion `strengths_in_proportion`."""

from __future__ import annotations

from checker import Assessment, Finding, Rule, counted, listed

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections

_MOST_NAMED = 3


class StrengthsInProportion:
    """
    Does the self-assessment tell of what is not good enough as well as of what is good?

    Asked of the whole: there are more than `most` sentences with strengths for each about a weakness. With fewer
    than `fewest` sentences with strengths nothing is asked. The reason names the sections that are furthest from it.
    """

    name = "strengths_in_proportion"
    about = "The self-assessment does not tell of strengths alone."
    schema = parameters(
        ("most", "fewest"),
        most=a_number("Sentences with strengths for each about a weakness, at most.", least=1),
        fewest=a_number("Sentences with strengths from which on it is asked.", least=1),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        if not self_assessments(assessment):
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        parts = Sections(assessment).of_statements(assessment.scope)
        strengths, weaknesses = sum(map(_strengths, parts)), sum(map(_weaknesses, parts))
        if strengths < whole_number(rule, "fewest", 1):
            return not_applicable(rule, "There are too few sentences with strengths to compare.")
        told = f"{counted(strengths, 'sentence')} with strengths stand beside {counted(weaknesses, 'sentence')} about "
        told += "what is not good enough"
        most = whole_number(rule, "most", 1)
        if strengths <= most * weaknesses:
            return met(rule, f"{told}.", ["strengths and weaknesses of each section"])
        lopsided = sorted(parts, key=lambda part: (-_strengths(part) / (1 + _weaknesses(part)), part.item))
        titles = listed([f"“{part.title}”" for part in lopsided[:_MOST_NAMED]])
        reason = f"{told}: more than {most} for each. It is most so in {titles}."
        return fault(rule, outcome_of(rule), reason, searched="strengths and weaknesses of each section")


def _strengths(part: Part) -> int:
    return part.counts["polarity.strength"]


def _weaknesses(part: Part) -> int:
    return part.counts["weakness"]

"""Criterion `strong_words_backed`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, ExpectationStatus, Finding, Observation, Outcome, Rule, Side, counted, listed

from .asking import (
    NO_SELF_ASSESSMENT,
    fault,
    met,
    not_applicable,
    outcome_of,
    self_assessments,
    shortened,
    whole_number,
)
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number

_AGAINST = (ExpectationStatus.SHORTFALL, ExpectationStatus.MIXED)


class StrongWordsBacked:
    """
    Has a claim in absolute words evidence of several categories behind it, and nothing against it elsewhere?

    Asked of each expectation that such a sentence speaks to as its main one. `categories`: so many there must be among
    the affirming passages of all documents. Sentences that speak to no expectation need a person: they are one finding.
    """

    name = "strong_words_backed"
    about = "Absolute words have evidence of several categories behind them and nothing against them."
    schema = parameters(
        ("categories",), categories=a_number("Evidence categories that there must be.", least=1), outcome=OUTCOME
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each expectation with strong words and thin evidence."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        found = assessment.observations.kind("absolute", own)
        groups: dict[str, list[Observation]] = {}
        for one in found:
            groups.setdefault(next(iter(one.citation.main), ""), []).append(one)
        findings = [
            finding
            for expectation, claims in sorted(groups.items())
            if (finding := _finding(rule, assessment, expectation, claims, own))
        ]
        backed = f"{counted(len(found), 'claim')} in absolute words: each has evidence of several kinds behind it."
        reason = backed if found else "No claim in absolute words was found in the self-assessment."
        return findings or met(rule, reason, ["absolute words"])


def _finding(
    rule: Rule, assessment: Assessment, expectation: str, claims: Sequence[Observation], own: Sequence[str]
) -> Finding | None:
    words = f"“{shortened(claims[0].text)}” in “{shortened(claims[0].citation.text)}”"
    cited = [one.citation for one in claims]
    if not expectation:
        reason = f"{words}: nothing in the packs says what evidence would stand behind it."
        return fault(rule, Outcome.NEEDS_REVIEW, reason, cited, item="other claims")
    evidence = assessment.evidence(expectation)
    categories = evidence.categories(Side.FOR)
    against = sorted(name for name, status in evidence.by_document.items() if name not in own and status in _AGAINST)
    if len(categories) >= whole_number(rule, "categories", 1) and not against:
        return None
    thin = f"evidence of {counted(len(categories), 'category', 'categories')}" if categories else "no evidence"
    contrary = f"; {listed(against[:3])} {'reports' if len(against) == 1 else 'report'} shortfalls" if against else ""
    return fault(rule, outcome_of(rule), f"{words}: {thin}{contrary}.", cited, item=expectation)

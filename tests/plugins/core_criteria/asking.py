"""A criterion asked about an assessment, and passages that several tests ask about."""

from __future__ import annotations

from dataclasses import replace

from checker_plugins.core_criteria import checker_criteria

from checker import Assessment, Claim, Criterion, Finding, Passage, Polarity
from checker.testing import a_passage, a_rule

CRITERIA: dict[str, Criterion] = {criterion.name: criterion for criterion in checker_criteria()}
TERMS = ("information sharing agreement",)
RULE = "data-sharing.{}"
SHORTFALL = a_passage("Records were not shared.", polarity=Polarity.SHORTFALL)
MIXED = a_passage("Records were shared, but late.", polarity=Polarity.MIXED)
PLAN = a_passage("We will share records.", polarity=Polarity.PLANNED)
NEUTRAL = a_passage("The record holds information.", polarity=Polarity.NEUTRAL)
PROMISE_PUT_AS_STRENGTH = a_passage("Records are to be shared soon.", claim=Claim.PLANNED)


def asked(criterion: str, assessment: Assessment, *, look_for: tuple[str, ...] = (), **expects: object) -> Finding:
    return CRITERIA[criterion].evaluate(a_rule(criterion, look_for=look_for, **expects), assessment)


def with_terms(passage: Passage, criterion: str) -> Passage:
    return replace(passage, rules=(RULE.format(criterion),))

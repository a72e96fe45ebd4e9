"""Criterion `topics_covered`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Observation, Outcome, Rule, counted, listed

from .asking import (
    NO_SELF_ASSESSMENT,
    fault,
    names,
    not_applicable,
    outcome_of,
    self_assessments,
    text,
)
from .schemas import OUTCOME, parameters, said, texts
from .schemas import text as a_text
from .sections import Sections


class TopicsCovered:
    """
    Does the section about each of certain statements speak of a topic, in one place of it with a figure and a date?

    What is planned does not count. Only statements in scope that have a section are asked; where the self-assessment
    has no sections that name statements, all of it is. Not applicable: none of the statements is in scope or has a
    section. `outcome` is for a topic that is not spoken of at all; one without a figure or a date is partly met.
    """

    name = "topics_covered"
    about = "The self-assessment speaks of a topic where it belongs, with a figure and a date."
    schema = parameters(
        ("topic", "called", "statements", "with"),
        topic=said(a_text("The topic, by the id of its words in the craft lexicon."), ""),
        called=said(a_text("What the topic is called in reasons."), "The topic: {}"),
        statements=texts("The quality statements in whose sections it should be.", of="statement"),
        **{"with": said(texts("What one place about it should have: figure, date."), "One place has: {}")},
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each statement asked, or one for a self-assessment without sections about statements."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        wanted = [one for one in names(rule, "statements") if one in assessment.scope]
        if not wanted:
            return not_applicable(rule, "These quality statements are not in scope.")
        sections = Sections(assessment)
        found = [
            one
            for one in assessment.observations.kind("topic", own)
            if one.value == text(rule, "topic") and "planned" not in one.attributes
        ]
        if not any(part.statement or part.stands_for for part in sections.parts):
            return _finding(rule, found, item="")
        findings = [
            _finding(rule, [one for one in found if sections.part_of(one) is part], item=part.item)
            for part in sections.of_statements(wanted)
        ]
        nothing = "The self-assessment has no section about these quality statements."
        return findings or not_applicable(rule, nothing)


def _finding(rule: Rule, found: Sequence[Observation], *, item: str) -> Finding:
    called = text(rule, "called")
    if not found:
        reason = f"Nothing is said there of {called}."
        return fault(rule, outcome_of(rule, Outcome.NOT_MET), reason, item=item, searched=called)
    asked = names(rule, "with")
    best = max(found, key=lambda one: (sum(name in one.attributes for name in asked), -one.start))
    missing = [name for name in asked if name not in best.attributes]
    if missing:
        told = f"{called[:1].upper()}{called[1:]}: no place that speaks of it has a {listed(missing)} beside it."
        return fault(rule, Outcome.PARTLY_MET, told, [one.citation for one in found], item=item)
    reason = f"{counted(len(found), 'place')} of it speak of {called}, at least one with a {listed(asked)}."
    return Finding(rule_id=rule.id, outcome=Outcome.MET, reason=reason, citations=(best.citation,), item=item)

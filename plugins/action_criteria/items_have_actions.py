"""Criterion `items_have_actions`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import ActionPlan, Assessment, DocumentKind, Finding, Observation, Outcome, Rule, gap_id_of, likely_action
from checker import shortened as first_words

from .answers import answers, finding, no_plan, own_actions, words

_KIND = "labelled-item"


class ItemsHaveActions:
    """
    Does every item of the self-assessment that stands under one of some labels have an action?

    One finding for each item. Met: a row of the plan has the item's gap id, or names it under Answers, and says what
    will be done or why nothing is. Needs review: an action shares words with it, and nobody has confirmed the match.
    Not met: none does. Not applicable: no action plan, or no such item was recognised.
    """

    name = "items_have_actions"
    about = "Every item under a label such as what needs to improve has an action."
    schema: Mapping[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "required": ["labels"],
        "properties": {
            "labels": {
                "type": "array",
                "description": "What items must stand under, by the label's value in the lexicons.",
                "minItems": 1,
                "items": {"type": "string"},
            }
        },
        "x-needs": ["actions"],
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each item."""
        plan = assessment.actions
        if plan is None:
            return (no_plan(rule),)
        ours = assessment.names_of(DocumentKind.SELF_ASSESSMENT)
        labels = words(rule.expects["labels"])
        items = [one for one in assessment.observations.kind(_KIND, ours) if one.value in labels]
        named = {first_words(one.text): one for one in reversed(items)}
        if not named:
            return (finding(rule, Outcome.NOT_APPLICABLE, "No such item was recognised in the self-assessment."),)
        return tuple(_judged(rule, plan, item, named[item]) for item in sorted(named))


def _judged(rule: Rule, plan: ActionPlan, item: str, observed: Observation) -> Finding:
    gap_id = gap_id_of(rule, rule.statement, item)
    cited = (observed.citation,)
    if answers(plan, gap_id):
        return finding(rule, Outcome.MET, "A row of the action plan answers it.", item=item, cited=cited)
    likely = likely_action(observed.text, own_actions(plan))
    if likely:
        reason = f"Perhaps {likely.told}. To confirm, type this gap id under Answers in that row."
        return finding(rule, Outcome.NEEDS_REVIEW, reason, item=item, cited=cited)
    return finding(rule, Outcome.NOT_MET, "No row of the action plan answers it.", item=item, cited=cited)

"""Criterion `gaps_have_actions`."""

from __future__ import annotations

from collections.abc import Mapping

from checker import Assessment, Finding, Gap, Outcome, Rule, Weight, counted, likely_action

from .answers import answers, finding, no_plan, own_actions

_NAMED = 5


class GapsHaveActions:
    """
    Does every open gap, of a weight or heavier, have an action, or a reason why none is needed?

    Met: all have. Partly met: some. Not met: none. For gaps without one it names the likeliest action of the plan that
    names no gap; only a person confirms the match. Gaps that a waiver covers need no action. Not applicable: no action
    plan, or no such gap.
    """

    name = "gaps_have_actions"
    about = "Every open gap has an action, or a reason why it needs none."
    schema: Mapping[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "required": ["at_or_above"],
        "properties": {
            "at_or_above": {
                "type": "string",
                "description": "The lightest weight of gaps that must have an action.",
                "enum": [weight.value for weight in Weight],
            }
        },
        "x-needs": ["gaps"],
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        plan = assessment.actions
        if plan is None:
            return no_plan(rule)
        order = [weight.value for weight in Weight]
        counting = order[: order.index(str(rule.expects["at_or_above"])) + 1]
        gaps = [gap for gap in assessment.gaps if gap.weight in counting]
        if not gaps:
            return finding(rule, Outcome.NOT_APPLICABLE, "No gap of such a weight is open.")
        without = [gap for gap in gaps if not answers(plan, gap.gap_id)]
        if not without:
            return finding(rule, Outcome.MET, f"Open gaps with an action or a reason: {len(gaps)} of {len(gaps)}.")
        weights = " or ".join(counting)
        told = f"{len(without)} of {counted(len(gaps), f'open {weights} gap')} {_have(len(without))} no action"
        rows = own_actions(plan)
        named = "; ".join(_named(gap, likely_action(gap.title, rows)) for gap in without[:_NAMED])
        more = f"; and {len(without) - _NAMED} more, all in the sheet Actions" if len(without) > _NAMED else ""
        outcome = Outcome.NOT_MET if len(without) == len(gaps) else Outcome.PARTLY_MET
        return finding(rule, outcome, f"{told}: {named}{more}.")


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _named(gap: Gap, likely: object) -> str:
    told = getattr(likely, "told", "")
    return f"{gap.gap_id}" + (f" (perhaps {told}; to confirm, type the gap id under Answers there)" if told else "")

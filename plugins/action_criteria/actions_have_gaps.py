"""Criterion `actions_have_gaps`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import ActionRow, Assessment, Finding, Outcome, Rule, counted, likely_action, shortened

from .answers import finding, no_plan


class ActionsHaveGaps:
    """
    Does every action of the plan answer a gap or an item that the packs in use ask about?

    An action that answers none may be right all the same: it is for a person to decide. Where it shares words with an
    open gap, that is named. Met: every action answers one. Not applicable: no action plan, or no action in it.
    """

    name = "actions_have_gaps"
    about = "Every action answers a gap."
    schema: Mapping[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {},
        "x-needs": ["gaps"],
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each action without a gap, or one for all."""
        plan = assessment.actions
        if plan is None:
            return (no_plan(rule),)
        rows = [row for row in plan.rows if row.said("action")]
        if not rows:
            return (finding(rule, Outcome.NOT_APPLICABLE, "The action plan has no action yet."),)
        known = {one.id for one in assessment.book.rules}
        orphans = {shortened(row.said("action")): row for row in reversed(rows) if not _has_gap(row, known)}
        if not orphans:
            return (finding(rule, Outcome.MET, f"Every action answers a gap: {counted(len(rows), 'action')}."),)
        return tuple(_orphan(rule, item, orphans[item], assessment) for item in sorted(orphans))


def _has_gap(row: ActionRow, rules: set[str]) -> bool:
    return any(rules & set(named.split("/")) for named in row.answered)


def _orphan(rule: Rule, item: str, row: ActionRow, assessment: Assessment) -> Finding:
    scores = [
        (len(likely.shared), gap.gap_id) for gap in assessment.gaps if (likely := likely_action(gap.title, [row]))
    ]
    best = max(scores, default=(0, ""), key=lambda score: score[0])
    shares = f" It shares {counted(best[0], 'word')} with {best[1]}: to confirm, type that id under Answers."
    told = shares if best[0] else ""
    return finding(rule, Outcome.NEEDS_REVIEW, f"{row.place} names no gap that it answers.{told}", item=item)

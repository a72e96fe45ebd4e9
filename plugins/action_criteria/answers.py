"""What the criteria about the action plan share: how a finding is built, and which rows answer a gap."""

from __future__ import annotations

from collections.abc import Iterable

from checker import ActionPlan, ActionRow, Finding, Outcome, Passage, Rule

SEARCHED = ("the rows of the action plan",)
_NO_PLAN = "No action plan was given (--actions FILE), so nothing is said about actions."


def no_plan(rule: Rule) -> Finding:
    """Return the finding of a rule that needs an action plan where none was given."""
    return Finding(rule_id=rule.id, outcome=Outcome.NOT_APPLICABLE, reason=_NO_PLAN)


def finding(rule: Rule, outcome: Outcome, reason: str, *, item: str = "", cited: Iterable[Passage] = ()) -> Finding:
    """Return a finding; what rests on no passage says that the plan was searched."""
    return Finding(
        rule_id=rule.id, outcome=outcome, reason=reason, item=item, citations=tuple(cited), searched=SEARCHED
    )


def answers(plan: ActionPlan, gap_id: str) -> bool:
    """Whether a row answers a gap: with an action, or with why none is needed."""
    return any(row.is_action or row.said("not_applicable") for row in plan.answering(gap_id))


def own_actions(plan: ActionPlan) -> tuple[ActionRow, ...]:
    """Return the actions that name nothing that they answer."""
    return tuple(row for row in plan.rows if row.said("action") and not row.answered)


def words(expects: object) -> tuple[str, ...]:
    """Return a list of words that a rule expects, in lower case."""
    return tuple(str(word).casefold() for word in expects) if isinstance(expects, list | tuple) else ()

"""The action plan and the gaps of a case."""

from __future__ import annotations

from checker.domain.actions import ActionPlan, Gap
from checker.domain.assessment import Assessment
from checker.domain.cases import Case
from checker.domain.pack import Weight
from checker.stages.actions.reading import action_row
from checker.values import replace


def with_plan(assessment: Assessment, case: Case) -> Assessment:
    """Return the assessment with the action plan and the gaps that the case gives, if it gives any."""
    gaps = tuple(Gap(gap_id=name, title=name, weight=Weight.ESSENTIAL.value, rule=name) for name in case.gaps)
    if case.actions is None:
        return replace(assessment, gaps=gaps)
    rows = tuple(action_row(row, f"row {number}") for number, row in enumerate(case.actions, 1))
    plan = ActionPlan(name="plan.xlsx", rows=rows)
    return replace(assessment, gaps=gaps, actions=plan, given=assessment.given | {"actions"})

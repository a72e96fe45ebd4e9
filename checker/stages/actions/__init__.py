"""The action plan: reads the sheet that people filled in, and puts it beside the gaps of this run."""

from checker.stages.actions.carrying import carry_over
from checker.stages.actions.fate import Asked
from checker.stages.actions.merging import masked_plan, planned_actions
from checker.stages.actions.reading import action_row, read_plan
from checker.stages.actions.telling import plan_warnings

__all__ = ["Asked", "action_row", "carry_over", "masked_plan", "plan_warnings", "planned_actions", "read_plan"]

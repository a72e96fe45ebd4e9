"""The action plan: reads the sheet that people filled in, and puts it beside the gaps of this run."""

from checker.stages.actions.merging import masked_plan, plan_warnings, planned_actions
from checker.stages.actions.reading import action_row, read_plan

__all__ = ["action_row", "masked_plan", "plan_warnings", "planned_actions", "read_plan"]

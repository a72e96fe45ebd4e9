"""The action plan: reads the sheet that people filled in, and puts it beside the gaps of this run."""

from checker.stages.actions.merging import plan_warnings, planned_actions
from checker.stages.actions.reading import read_plan

__all__ = ["plan_warnings", "planned_actions", "read_plan"]

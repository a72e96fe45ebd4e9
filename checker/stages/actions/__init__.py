"""
The action plan: reads the sheet that people filled in, and puts it beside the gaps of this run.

`read_plan` is in `reading` and `carry_over` in `carrying`: they are loaded only for a run that has a plan.
"""

from checker.stages.actions.merging import masked_plan, planned_actions
from checker.stages.actions.telling import plan_warnings

__all__ = ["masked_plan", "plan_warnings", "planned_actions"]

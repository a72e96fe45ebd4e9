"""Criteria about the action plan: does every gap have an action, and is every action one that can be followed up?"""

from __future__ import annotations

from collections.abc import Iterable

from checker import Criterion, hookimpl

from .actions_have_gaps import ActionsHaveGaps
from .actions_smart import ActionsSmart
from .gaps_have_actions import GapsHaveActions
from .inspection_answered import InspectionAnswered
from .items_have_actions import ItemsHaveActions


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criteria."""
    return (ActionsHaveGaps(), ActionsSmart(), GapsHaveActions(), InspectionAnswered(), ItemsHaveActions())

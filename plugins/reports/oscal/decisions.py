"""What people decided about gaps, in OSCAL: planned responses with a milestone, deadlines, accepted deviations."""

from __future__ import annotations

from checker import PlannedAction, ReportedFinding

from ..content.lookup import Lookup
from .values import Ids, Json, line, moment, props


def planned(finding: ReportedFinding, look: Lookup, ids: Ids) -> list[Json]:
    """Return the responses that people plan to a gap; a due date is a response's milestone."""
    actions = look.actions.get(finding.gap_id, ())
    told = (action for action in actions if any(action.typed.get(key) for key in ("action", "owner", "due", "measure")))
    return [_response(action, finding, ids, str(number or "")) for number, action in enumerate(told)]


def _response(action: PlannedAction, finding: ReportedFinding, ids: Ids, number: str) -> Json:
    told = {key: action.typed.get(key, "") for key in ("owner", "due", "measure", "status")}
    response: Json = {
        "uuid": ids.of(f"action{number}", finding.gap_id),
        "lifecycle": "completed" if action.row.is_closed else "planned",
        "title": line(f"Action: {finding.title}"),
        "description": line(action.typed.get("action", "") or "No words were typed for the action."),
        "props": props(**told),
        "tasks": _milestones(action, finding, ids, number),
    }
    return {name: value for name, value in response.items() if value}


def _milestones(action: PlannedAction, finding: ReportedFinding, ids: Ids, number: str) -> list[Json]:
    if not action.due:
        return []
    timing = {"on-date": {"date": moment(action.due)}}
    task = {"uuid": ids.of(f"milestone{number}", finding.gap_id), "type": "milestone", "title": "The action is due"}
    return [task | {"timing": timing}]


def deadline(finding: ReportedFinding, look: Lookup) -> Json:
    """Return the day by which a gap is to be closed, where an action says one."""
    due = [action.due for action in look.actions.get(finding.gap_id, ()) if action.due]
    return {"deadline": moment(min(due))} if due else {}


def waived(finding: ReportedFinding, look: Lookup) -> list[Json]:
    """Return who accepts a gap, why, at what risk and until when."""
    waiver = look.waivers.get(finding.gap_id)
    if not waiver:
        return []
    who = f"{waiver.person} ({waiver.role})" if waiver.role else waiver.person
    return props(waived_by=who, waived_because=waiver.reason, waived_risk=waiver.risk, waived_until=waiver.end)

"""What people decided about gaps, in a line: what they will do, and what they accept for a time."""

from __future__ import annotations

from collections.abc import Sequence

from checker import ChangeKind, PlannedAction, ReportedFinding, ReportedWaiver, counted, in_words, listed

from ..wording import number, of, plain
from .lookup import Lookup
from .parts import Line, Strong


def action_told(finding: ReportedFinding, look: Lookup) -> Line:
    """Return the action that people typed beside a gap: what, who, by when, how far; empty if there is none."""
    told = actions_told(finding, look)
    return (Strong(" Action: "), told, ".") if told else ()


def actions_told(finding: ReportedFinding, look: Lookup) -> str:
    """Return the same without a name before it."""
    parts = [part for action in look.actions.get(finding.gap_id, ()) for part in _parts(action)]
    return plain("; ".join(parts))


def owners_told(finding: ReportedFinding, look: Lookup) -> str:
    """Return who acts on a gap and by when, or that nobody is named; empty if it has no action."""
    rows = [row for row in look.actions.get(finding.gap_id, ()) if row.row.is_action]
    return plain("; ".join(", ".join(_who_and_when(row)) for row in rows))


def _who_and_when(action: PlannedAction) -> tuple[str, str]:
    due = in_words(action.due) if action.due else action.typed.get("due", "")
    return action.typed.get("owner", "") or "no owner", f"due {due}" if due else "no date"


def _parts(action: PlannedAction) -> list[str]:
    due = in_words(action.due) if action.due else action.typed.get("due", "")
    told = [action.typed.get("action", ""), action.typed.get("owner", ""), f"due {due}" if due else ""]
    return [one for one in (*told, action.typed.get("status", "")) if one]


def waiver_told(finding: ReportedFinding, look: Lookup) -> str:
    """Return who accepts a gap, why and until when; empty if no waiver is in force."""
    waiver = look.waivers.get(finding.gap_id)
    return plain(f"Waived by {_person(waiver)} until {in_words(waiver.end)}: {waiver.reason}") if waiver else ""


def _person(waiver: ReportedWaiver) -> str:
    return f"{waiver.person} ({waiver.role})" if waiver.role else waiver.person


def actions_in_numbers(look: Lookup) -> str:
    """
    Return how many open gaps have an action and how many of these are overdue; empty if nobody typed any.

    Gaps of the plan itself are left out, as they are where gaps are counted. A row that only says why no action is
    needed is counted apart.
    """
    if not look.actions:
        return ""
    about_plan = look.report.summary.plan_rules
    open_gaps = [one.gap_id for one in look.report.all_findings if one.is_open and one.rule not in about_plan]
    answering = _answering(look)
    planned = [acting for one in open_gaps if (acting := [row for row in answering.get(one, ()) if row.row.is_action])]
    excused = sum(_is_excused(answering.get(one, ())) for one in open_gaps)
    overdue = sum(any(_is_overdue(one, look) for one in actions) for actions in planned)
    late = f"; {counted(overdue, 'is', 'are')} overdue" if overdue else ""
    none = f"; {counted(excused, 'other needs', 'others need')} none, and the plan says why" if excused else ""
    have = "has" if len(planned) == 1 else "have"
    return f"{of(len(planned), len(open_gaps), 'open gap')} {have} an action{late}{none}."


def _answering(look: Lookup) -> dict[str, list[PlannedAction]]:
    """Return the rows of the plan that answer each gap: those beside it, and those that name it under Answers."""
    found: dict[str, list[PlannedAction]] = {}
    for action in look.report.actions:
        for gap_id in (action.gap_id, *action.row.answered) if action.typed else ():
            rows = found.setdefault(gap_id, [])
            if action not in rows:
                rows.append(action)
    return found


def _is_excused(rows: Sequence[PlannedAction]) -> bool:
    """Whether a gap has no action, and a row says why it needs none."""
    return not any(one.row.is_action for one in rows) and any(one.row.said("not_applicable") for one in rows)


def _is_overdue(action: PlannedAction, look: Lookup) -> bool:
    return bool(action.due) and action.due < look.report.run.as_of and not action.row.is_closed


def changes_in_numbers(look: Lookup) -> str:
    """Return how many gaps are new, worse, better and closed since the earlier report; empty without one."""
    if look.report.changes is None:
        return ""
    gaps = [change for change in look.report.changes if change.what == "gap"]
    kinds = dict.fromkeys(change.kind for change in gaps)
    told = [f"{number(sum(change.kind is kind for change in gaps))} {kind.value}{_why(kind)}" for kind in kinds]
    since = "the earlier report" + (f" ({in_words(look.report.changed_since)})" if look.report.changed_since else "")
    return f"Gaps since {since}: {listed(told)}." if told else f"Since {since} no gap has changed."


def _why(kind: ChangeKind) -> str:
    """Return why a kind of change says nothing bad of the council; empty where it may."""
    return " (a plan or register was not given before)" if kind is ChangeKind.NEWLY_ASKED else ""

"""The sheet that people fill in: a row for each gap, with what they typed before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker import ACTION_STATUSES, PLAN_COLUMNS, ActionRow, Method, PlanColumn, PlannedAction

from ..content.lookup import Lookup
from ..wording import plain
from .table import Cell, Column, Sheet

_NOTE = (
    "Type into the columns from Action to Waived until. Keep the columns Evidence seen, Gap id and Earlier gap ids. "
    "Rows without a gap id are actions of your own. Give the sheet back with: checker assess … --actions FILE"
)
_SPARE = 200
_WIDTHS = {
    **dict.fromkeys(("title", "remedy", "reason", "action"), 40),
    **dict.fromkeys(("note", "measure", "comment", "not_applicable", "attested_reason", "waived_reason"), 26),
    **dict.fromkeys(("waived_risk", "answers", "statement"), 22),
    **dict.fromkeys(("state", "outcome", "weight", "due", "status"), 12),
    **dict.fromkeys(("evidence", "gap_id", "formerly"), 36),
}
_USUAL_WIDTH = 16
_LAST_ON_PAPER = "comment"
_CHOICES = {"status": ACTION_STATUSES, "attested_method": tuple(method.value for method in Method)}
_KEYS = [column.key for column in PLAN_COLUMNS]
_A_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?([/.-])\d\d?\1(?:\d\d)?\d\d|\d\d? [A-Za-z]{3,9} \d{4}|\d{5}")


def actions_sheet(look: Lookup) -> Sheet:
    """Return the sheet. What people typed stands there as they typed it."""
    actions = look.report.actions
    own = tuple(dict.fromkeys(heading for one in actions for heading in one.row.extra))
    columns = (
        *(_column(column) for column in PLAN_COLUMNS),
        *(Column(heading=name, typed=True, printed=False) for name in own),
    )
    rows = (tuple(_cells(one, own, look)) for one in actions)
    return Sheet(name="Actions", title="Actions", note=_NOTE, columns=columns, rows=rows, spare=_SPARE, wide=True)


def _column(column: PlanColumn) -> Column:
    return Column(
        heading=column.heading,
        width=_WIDTHS.get(column.key, _USUAL_WIDTH),
        choices=_CHOICES.get(column.key, ()),
        typed=column.typed,
        day=column.is_day,
        printed=_KEYS.index(column.key) <= _KEYS.index(_LAST_ON_PAPER),
    )


def _cells(one: PlannedAction, own: tuple[str, ...], look: Lookup) -> Iterator[Cell]:
    told = {
        "title": plain(one.title),
        "state": one.state.value.capitalize(),
        "note": " ".join(one.notes),
        "statement": look.titles.get(one.statement, one.statement),
        "outcome": one.outcome.capitalize(),
        "weight": one.weight.capitalize(),
        "reason": plain(one.reason),
        "remedy": plain(one.remedy),
        "evidence": one.evidence,
        "gap_id": one.row.gap_id or one.gap_id,
        "formerly": one.row.seen.get("formerly", ""),
    }
    for column in PLAN_COLUMNS:
        yield _typed(one.row, column) if column.typed else told[column.key]
    for heading in own:
        yield one.row.extra.get(heading, "")


def _typed(row: ActionRow, column: PlanColumn) -> Cell:
    """Return what was typed; a whole day as a day, so that it can be sorted. A month stays as it is."""
    text = row.said(column.key)
    day = row.days.get(column.key, "")
    return date.fromisoformat(day) if day and _A_DAY.fullmatch(text.partition(" 00:00")[0]) else text

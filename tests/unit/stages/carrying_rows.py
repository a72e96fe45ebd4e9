"""Rows of a plan, and the findings of a run beside which they are put."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.actions import ActionPlan, ActionRow
from checker.domain.finding import Outcome
from checker.gap_succession import Subject
from checker.stages.actions.carrying import carry_over
from checker.stages.actions.fate import Asked

RECENT = "library.recent"
FILES = {"new.csv": "aaa111bbb222", "other.csv": "ccc333"}


def asked(items: Mapping[str, Outcome], *, rule: str = RECENT, files: Mapping[str, str] = FILES) -> Asked:
    subjects = [
        Subject(gap_id=f"{rule}/{item}" if item else rule, asked=rule, item=item, file=files.get(item, ""))
        for item in items
    ]
    found = {one.gap_id: (one, items[one.item]) for one in subjects}
    return Asked(found=found, files=files, rules={RECENT, "plan.challenge"})


def a_row(gap_id: str, *, evidence: str = "", **typed: str) -> ActionRow:
    seen = {"evidence": evidence} if evidence else {}
    return ActionRow(gap_id=gap_id, typed=typed, seen=seen, place=f"row {len(gap_id)}")


def carried(*rows: ActionRow, to: Asked) -> tuple[ActionRow, ...]:
    return carry_over(ActionPlan(name="plan.xlsx", rows=rows), to).rows

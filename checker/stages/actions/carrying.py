"""
Takes rows of a plan on to the gaps that they mean now: where a file is renamed or a figure changes, an id does too.

Nothing is taken over in silence, nor where two gaps may be meant: then the row says which, and a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checker.domain.actions import ADDED, PLAN_COLUMNS, ActionPlan, ActionRow, Carried, GapState
from checker.gap_succession import Subject, Succession, Successor, Why, find_successors
from checker.stages.actions.fate import Asked, fate
from checker.suggestions import did_you_mean
from checker.values import replace

_DECISIONS = {"waived": "waiver", "attested": "attestation"}


def carry_over(plan: ActionPlan, asked: Asked) -> ActionPlan:
    """Return the plan with each filled row at the gap that it means now, and notes on what became of its ids."""
    view = _View(plan=plan, asked=asked)
    succession = view.succession()
    return replace(plan, rows=tuple(view.carried(row, succession) if row.is_filled else row for row in plan.rows))


class _View:
    """A plan beside what a run asked."""

    def __init__(self, *, plan: ActionPlan, asked: Asked) -> None:
        self.asked = asked
        self.named = {named for row in plan.rows if row.is_filled for named in _current(row)}
        self.in_plan = {named for row in plan.rows for named in (row.gap_id, *row.answered)}
        self.file_of = {row.gap_id: row.seen.get("evidence", "").partition(" ")[0] for row in plan.rows}

    def succession(self) -> Succession:
        gone = [self.subject(one) for one in sorted(self.named) if one not in self.asked.found and self.rule_of(one)]
        new = [one for one, _ in self.asked.found.values() if one.item and one.gap_id not in self.in_plan]
        return find_successors([one for one in gone if one.item], new, self.asked.files)

    def rule_of(self, gap_id: str) -> str:
        """Return the id without its item, by the rules of the packs in use; empty if none of them has it."""
        parts = gap_id.split("/")
        begins = ("/".join(parts[:number]) for number in range(len(parts), 0, -1))
        return next((one for one in begins if one in self.asked.rules), "")

    def subject(self, gap_id: str) -> Subject:
        rule = self.rule_of(gap_id)
        item = gap_id.removeprefix(rule).removeprefix("/")
        return Subject(gap_id=gap_id, asked=rule, item=item, file=self.file_of.get(gap_id, ""))

    def carried(self, row: ActionRow, succession: Succession) -> ActionRow:
        answers = [one for one in _current(row) if one != row.gap_id]
        moved = {one: succession.taken[one] for one in answers if one in succession.taken}
        added = {old: new for old, new in moved.items() if new.gap_id not in row.answered}
        if added:
            row = replace(row, typed={**row.typed, "answers": _with_added(row, added)})
        notes = [_told(old, new) for old, new in added.items()]
        notes += [told for one in answers if (told := self.lost(one, succession, "Answers"))]
        now = succession.taken.get(row.gap_id)
        if now is None:
            own = self.lost(row.gap_id, succession, "Gap id")
            unsure = bool(own) or len(notes) > len(added)
            state, told = (
                (GapState.TO_DECIDE, "")
                if row.gap_id in succession.unclear
                else fate(row, self.subject(row.gap_id), self.asked)
            )
            carried = Carried(
                notes=(*filter(None, [own, told]), *notes), state=state, is_unsure=unsure, taken_over=bool(added)
            )
            return replace(row, carried=carried)
        return _moved(row, now, notes)

    def lost(self, gap_id: str, succession: Succession, column: str) -> str:
        """Return what to say of an id that nothing of this run has and nothing succeeds; empty where all is well."""
        if not gap_id or gap_id in self.asked.found or gap_id in succession.taken:
            return ""
        if meant := succession.unclear.get(gap_id):
            return f"No gap has the id “{gap_id}” now. Perhaps {_either(meant)}: put the right one under {column}."
        if self.rule_of(gap_id):
            return ""
        known = did_you_mean(gap_id, {*self.asked.found, *self.asked.rules})
        return f"No rule has the id “{gap_id}”: did you mean “{known}”?" if known else ""


def _current(row: ActionRow) -> list[str]:
    """Return the ids that a row answers; of an id and its successors the last."""
    return [one for one in row.answered if one not in row.superseded]


def _with_added(row: ActionRow, added: Mapping[str, Successor]) -> str:
    """Return what was typed under Answers, with its successor below each id that has one."""
    lines: list[str] = []
    for line in row.said("answers").splitlines():
        parts = {part.strip().removeprefix(ADDED.strip()).strip() for part in (line, *line.split(";"))}
        lines += [line, *(ADDED + new.gap_id for old, new in added.items() if old in parts)]
    return "\n".join(lines)


def _moved(row: ActionRow, now: Successor, notes: Sequence[str]) -> ActionRow:
    if now.why is Why.SAME_WORDS:
        return replace(row, gap_id=now.gap_id, carried=Carried(notes=tuple(notes)))
    decisions = _decisions(row) if now.why is not Why.SAME_FILE else {}
    told = (f"Taken over from “{row.gap_id}”: {now.why.value}.", *map(_not_counting, decisions.items()), *notes)
    before = row.seen.get("formerly", "").splitlines()
    marks = [row.to_confirm(key) for key in decisions]
    formerly = "\n".join(dict.fromkeys(filter(None, (*before, row.gap_id, *marks))))
    seen = {**row.seen, "formerly": formerly}
    return replace(row, gap_id=now.gap_id, seen=seen, carried=Carried(notes=told, taken_over=True))


def _decisions(row: ActionRow) -> dict[str, str]:
    """Return what was decided in a row, by the column of its first day."""
    return {f"{kind}_from": what for kind, what in _DECISIONS.items() if any(key.startswith(kind) for key in row.typed)}


def _not_counting(decision: tuple[str, str]) -> str:
    column, what = decision
    heading = next(one.heading for one in PLAN_COLUMNS if one.key == column)
    return f"Its {what} does not count until somebody confirms it by a new day under {heading}."


def _told(old: str, new: Successor) -> str:
    return f"Answers: “{old}” is “{new.gap_id}” now: {new.why.value}."


def _either(ids: Collection[str]) -> str:
    return " or ".join(f"“{one}”" for one in ids)

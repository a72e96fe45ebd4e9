"""
Takes rows of a plan on to the gaps that they mean now: where a file is renamed or a figure changes, an id does too.

Nothing is taken over in silence, nor where two gaps may be meant: then the row says which, and a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checker.domain.actions import ADDED, PLAN_COLUMNS, ActionPlan, ActionRow, Carried, GapState
from checker.domain.gap_id import HASHED
from checker.gap_succession import MOST_NAMED, Subject, Succession, Successor, Why, find_successors
from checker.stages.actions.fate import Asked, fate
from checker.suggestions import did_you_mean
from checker.values import replace

_WRITTEN = ("title", "outcome", "evidence")
"""Columns that the checker fills where it has found the gap."""
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
        self.listed = {row.gap_id for row in plan.rows}
        seen = {row.gap_id for row in plan.rows if any(row.seen.get(key) for key in _WRITTEN)}
        self.ever = seen | {earlier for row in plan.rows for earlier in row.formerly}
        self.file_of: dict[str, str] = {}
        for row in plan.rows:
            if digest := row.seen.get("evidence", "").partition(" ")[0]:
                self.file_of.setdefault(row.gap_id, digest)
        self.named = {named for row in plan.rows if row.is_filled for named in self.current(row)}

    def succession(self) -> Succession:
        gone = [self.subject(one) for one in sorted(self.named) if one not in self.asked.found and self.rule_of(one)]
        new = [
            replace(one, known=one.gap_id in self.listed, about_gap=bool(self.rule_of(one.item)))
            for one, _ in self.asked.found.values()
            if one.item and one.gap_id not in self.named
        ]
        return find_successors([one for one in gone if one.item], new, self.asked.files)

    def rule_of(self, gap_id: str) -> str:
        """Return the id without its item, by the rules of the packs in use; empty if none of them has it."""
        parts = gap_id.split("/")
        begins = ("/".join(parts[:number]) for number in range(len(parts), 0, -1))
        return next((one for one in begins if one in self.asked.rules), "")

    def current(self, row: ActionRow) -> list[str]:
        """Return the ids that a row answers; of an id and its successors the last, of a line the whole or its parts."""
        lines = {one for one in row.answered if ";" in one}
        whole = {one for one in lines if one == row.gap_id or self.is_one_id(one)}
        parts = {part.strip().removeprefix(ADDED.strip()).strip() for one in whole for part in one.split(";")}
        left_out = (row.superseded | parts | (lines - whole)) - {row.gap_id}
        return [one for one in row.answered if one not in left_out]

    def is_one_id(self, line: str) -> bool:
        """Whether a line with semicolons is one id: it is known, or what follows a semicolon is no id."""
        _, *rest = (part.strip() for part in line.split(";"))
        return line in self.asked.found or line in self.listed or any(part and not self.rule_of(part) for part in rest)

    def subject(self, gap_id: str) -> Subject:
        rule = self.rule_of(gap_id)
        item = gap_id.removeprefix(rule).removeprefix("/")
        file, about_gap = self.file_of.get(gap_id, ""), bool(self.rule_of(item))
        return Subject(gap_id=gap_id, asked=rule, item=item, file=file, about_gap=about_gap)

    def carried(self, row: ActionRow, succession: Succession) -> ActionRow:
        answers = [one for one in self.current(row) if one != row.gap_id]
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
        meant = succession.unclear.get(gap_id)
        if meant is not None:
            told = f"Perhaps {_either(meant)}" if meant else "Too many are new to say which it is"
            return f"No gap has the id “{gap_id}” now. {told}: put the right one under {column}."
        if self.rule_of(gap_id):
            return self.never_known(gap_id)
        known = did_you_mean(gap_id, {*self.asked.found, *self.asked.rules})
        return f"No rule has the id “{gap_id}”: did you mean “{known}”?" if known else ""

    def never_known(self, gap_id: str) -> str:
        """Return what to say of an id whose rule has gaps, and none that this sheet ever had; empty for any other."""
        subject = self.subject(gap_id)
        every = (one for one, outcome in self.asked.found.values() if one.asked == subject.asked and outcome.is_gap)
        gaps = {one.item: one.gap_id for one in every if one.item}
        if not gaps or not subject.item or gap_id in self.ever or subject.item.startswith(HASHED):
            return ""
        meant = gaps.get(did_you_mean(subject.item, gaps))
        told = f"did you mean “{meant}”?" if meant else f"its rule has {_either(sorted(gaps.values())[:MOST_NAMED])}."
        return f"This sheet never had a gap with the id “{gap_id}”: {told}"


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

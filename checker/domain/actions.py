"""
The action plan that people type: its columns, its rows as typed, and how a row stands to the gaps of a run. The names
of the columns are the format of the sheet that comes back; who reads or writes it uses them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise

from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanColumn:
    """
    One column of the sheet.

    `typed`: people fill it in, and what they typed comes back in every later sheet. The others are the checker's: it
    writes them anew each time. `aliases` are other headings that mean the same in a council's own sheet.
    """

    key: str
    heading: str
    typed: bool = True
    aliases: tuple[str, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether the column holds a day."""
        return self.key == "due" or self.key.endswith(("_from", "_until"))


PLAN_COLUMNS = (
    PlanColumn(key="title", heading="Gap", typed=False, aliases=("gap title", "what is expected")),
    PlanColumn(key="state", heading="Gap now", typed=False),
    PlanColumn(key="note", heading="Note from the checker", typed=False),
    PlanColumn(key="statement", heading="Quality statement", typed=False),
    PlanColumn(key="weight", heading="Weight", typed=False),
    PlanColumn(key="outcome", heading="Outcome", typed=False),
    PlanColumn(key="remedy", heading="What to do", typed=False),
    PlanColumn(key="action", heading="Action", aliases=("actions", "action to take", "what will be done")),
    PlanColumn(key="owner", heading="Owner", aliases=("lead", "lead officer", "action owner", "responsible", "who")),
    PlanColumn(key="due", heading="Due date", aliases=("due", "deadline", "by when", "target date", "completion date")),
    PlanColumn(
        key="measure", heading="Measure", aliases=("measure of success", "success measure", "how we will know", "kpi")
    ),
    PlanColumn(key="status", heading="Status", aliases=("progress", "action status", "state of the action")),
    PlanColumn(key="comment", heading="Comment", aliases=("comments", "notes", "update")),
    PlanColumn(key="not_applicable", heading="Not applicable because", aliases=("not applicable",)),
    PlanColumn(key="answers", heading="Answers", aliases=("answers gap", "gap answered")),
    PlanColumn(key="attested_by", heading="Attested by"),
    PlanColumn(key="attested_role", heading="Attester's role"),
    PlanColumn(key="attested_method", heading="Attestation method"),
    PlanColumn(key="attested_reason", heading="What was attested"),
    PlanColumn(key="attested_from", heading="Attested from"),
    PlanColumn(key="attested_until", heading="Attested until"),
    PlanColumn(key="waived_by", heading="Waived by"),
    PlanColumn(key="waived_role", heading="Waiver's role"),
    PlanColumn(key="waived_reason", heading="Waived because"),
    PlanColumn(key="waived_risk", heading="Risk of waiving"),
    PlanColumn(key="waived_from", heading="Waived from"),
    PlanColumn(key="waived_until", heading="Waived until"),
    PlanColumn(key="reason", heading="What was found", typed=False),
    PlanColumn(key="evidence", heading="Evidence seen", typed=False),
    PlanColumn(key="gap_id", heading="Gap id", typed=False, aliases=("gap_id", "gap ref", "gap reference")),
    PlanColumn(key="formerly", heading="Earlier gap ids", typed=False),
)
"""Every column in the order of the sheet."""

TYPED_KEYS = tuple(column.key for column in PLAN_COLUMNS if column.typed)
DAY_KEYS = tuple(column.key for column in PLAN_COLUMNS if column.is_day)
"""Columns that hold a day."""

ACTION_STATUSES = ("not started", "in progress", "done", "cancelled")
"""Words that the sheet offers for the status of an action."""

_CLOSED = "done complete completed closed cancelled achieved implemented delivered finished 100%"
CLOSED_STATUSES = frozenset(_CLOSED.split())
"""Words, in lower case, by which an action is no longer to be done."""


def is_closed_status(status: str) -> bool:
    """Whether a status says that nothing is left to do: such a word alone, or with a day behind it ("Done 3/3/26")."""
    first, _, rest = status.casefold().strip(" .").partition(" ")
    return first.strip(".,:;") in CLOSED_STATUSES and not any(letter.isalpha() for letter in rest)


class GapState(StrEnum):
    """How a row of the plan stands to the gaps of this run."""

    OPEN = "open"
    WAIVED = "waived"
    TO_DECIDE = "to decide"
    CLOSED = "closed"
    NOT_ASKED = "not asked in this run"
    OWN = "own action"


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """
    What a run says of a row before it looks at its gap: notes, and how the row stands if this run has no such gap.
    `is_unsure`: several gaps may be meant, or the id is known to no rule.
    """

    notes: tuple[str, ...] = ()
    state: GapState = GapState.NOT_ASKED
    taken_over: bool = False
    is_unsure: bool = False


ADDED = "→ "
"""Stands before an id that the checker put under Answers beside one that people typed."""
TO_CONFIRM = "to confirm: "
"""Stands under Earlier gap ids before the first day of a decision that was taken over on likeness alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionRow:
    """
    One row as typed.

    `gap_id` is empty for an action of the council's own. `typed` holds what people filled in, by the column's key, and
    nothing empty. `seen` holds what the checker had written beside it when they did. `extra` holds columns of their
    own, by heading. `days` are the columns of days that could be understood, as ISO dates. `place` says where the row
    stands. `problems` say in plain words what of it could not be understood. `carried` is empty until a run has put
    the plan beside its findings.
    """

    gap_id: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    problems: tuple[str, ...] = ()
    carried: Carried = field(default_factory=Carried)

    def said(self, key: str) -> str:
        """Return what was typed into a column; empty if nothing was."""
        return self.typed.get(key, "")

    @property
    def due(self) -> str:
        """The day by which it is due (ISO); empty where none is given or it is no date."""
        return self.days.get("due", "")

    @property
    def is_filled(self) -> bool:
        """Whether anybody typed anything into it."""
        return bool(self.typed or self.extra)

    @property
    def is_action(self) -> bool:
        """Whether the row says what will be done, or who does it by when."""
        return any(self.typed.get(key) for key in ("action", "owner", "due", "measure"))

    @property
    def is_closed(self) -> bool:
        """Whether its status says that nothing is left to do."""
        return is_closed_status(self.said("status"))

    @property
    def formerly(self) -> tuple[str, ...]:
        """Ids that its gap had in earlier runs, the oldest first."""
        lines = self.seen.get("formerly", "").splitlines()
        return tuple(line for line in lines if line and not line.startswith(TO_CONFIRM))

    def to_confirm(self, key: str) -> str:
        """Return the line under Earlier gap ids that asks to confirm the decision with this first day (`…_from`)."""
        heading = next(column.heading for column in PLAN_COLUMNS if column.key == key)
        return f"{TO_CONFIRM}{heading} {self.days.get(key, 'no day')}"

    def is_confirmed(self, key: str) -> bool:
        """Whether a decision counts: it was not taken over on likeness, or has been given another first day since."""
        return self.to_confirm(key) not in self.seen.get("formerly", "").splitlines()

    @property
    def superseded(self) -> frozenset[str]:
        """Ids under Answers below which the checker has put the one that the gap has had since."""
        lines = self.said("answers").splitlines()
        marked = [line for line, below in pairwise(lines) if below.startswith(ADDED.strip())]
        return frozenset(line.removeprefix(ADDED.strip()).strip() for line in marked)

    @property
    def answered(self) -> tuple[str, ...]:
        """
        Ids of what the row answers: its own, and those under Answers, one a line or parted by semicolons (a line counts
        as a whole too, since an id may have one in it).
        """
        lines = self.said("answers").splitlines()
        parts = (part.strip().removeprefix(ADDED.strip()) for line in lines for part in (line, *line.split(";")))
        named = (part.strip() for part in parts)
        return tuple(dict.fromkeys(name for name in (self.gap_id, *named) if name))


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionPlan:
    """
    A plan as it came back. `columns` are the headings of people's own columns, in their order; `problems` say in plain
    words what of the whole sheet could not be understood.
    """

    name: str
    sha256: str = ""
    rows: tuple[ActionRow, ...] = ()
    columns: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def answering(self, gap_id: str) -> tuple[ActionRow, ...]:
        """Return the rows that answer a gap or an item."""
        return tuple(row for row in self.rows if gap_id in row.answered)


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A gap as rules about the action plan see it: one that no waiver in force covers."""

    gap_id: str
    title: str
    weight: str
    rule: str
    expectation: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedAction:
    """
    One row of the next sheet: a gap with what people typed beside it, or a row of theirs whose gap is not open.

    `typed` may be shown anywhere: personal data in it is masked. `row` is what was typed, unmasked; only the sheet that
    goes back to those who typed it shows it. `notes` say what changed since, and what contradicts it.
    """

    gap_id: str
    state: GapState
    title: str = ""
    statement: str = ""
    outcome: str = ""
    weight: str = ""
    reason: str = ""
    remedy: str = ""
    priority: int = 0
    evidence: str = ""
    due: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    row: ActionRow = field(default_factory=ActionRow)

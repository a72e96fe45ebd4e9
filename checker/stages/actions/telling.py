"""What to know of an action plan at the top of every report; what concerns a row stands in its notes as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.domain.actions import ActionPlan, ActionRow, PlannedAction
from checker.text.masking import mask
from checker.text.row_messages import told_together

TWICE = "Two rows of this gap differ"
_SEE = "the notes beside the rows, in the new sheet and the JSON report"

_KINDS: tuple[tuple[str, Callable[[ActionRow], Sequence[str]]], ...] = (
    (
        "rows of the action plan were taken over: their gaps have other ids, since a file was renamed or words changed",
        lambda row: row.carried.notes if row.carried.taken_over else (),
    ),
    (
        "rows of the action plan name a gap that this run does not have",
        lambda row: row.carried.notes if row.carried.is_unsure else (),
    ),
)


def plan_warnings(plan: ActionPlan, actions: Sequence[PlannedAction]) -> tuple[str, ...]:
    """
    Return what was taken over, whose gap is not known and what contradicts itself; many alike together.

    A day of a waiver or attestation that is none is told where that is said not to count.
    """
    return tuple(mask(text) for text in (*plan.problems, *_of_rows(plan), *_conflicts(actions)))


def _of_rows(plan: ActionPlan) -> Iterator[str]:
    for many, notes in _KINDS:
        messages = [(row.place, " ".join(found)) for row in plan.rows if (found := notes(row))]
        yield from told_together(messages, many, _SEE)


def _conflicts(actions: Sequence[PlannedAction]) -> Iterator[str]:
    told: list[PlannedAction] = []
    messages: list[tuple[str, str]] = []
    for one in actions:
        notes = [note for note in one.notes if note.startswith(TWICE)]
        if notes and not any(_is_named(one, earlier) for earlier in told):
            told.append(one)
            messages += [(one.row.place, note) for note in notes]
    yield from told_together(messages, "rows of the action plan contradict another row of their gap", _SEE)


def _is_named(one: PlannedAction, other: PlannedAction) -> bool:
    """Whether the contradiction between two rows of a gap was told beside the other row: once is enough."""
    return one.gap_id == other.gap_id and any(f" in {one.row.place})" in note for note in other.notes)

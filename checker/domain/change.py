"""What differs between two gap reports: one change at a time."""

from __future__ import annotations

from enum import StrEnum

from checker.values import dataclass


class ChangeKind(StrEnum):
    """Kinds of change; the order of the members is the order of concern, worst first."""

    NEW = "new"
    WORSE = "worse"
    NEWLY_STALE = "newly stale"
    NEWLY_ASKED = "newly asked"
    OTHER = "otherwise changed"
    BETTER = "better"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """
    One change. `what` is `gap`, `expectation`, `file` or `plugin`, `id` a gap id, an expectation's id or a name.

    `before` and `after` are the states in the report's words; empty where the report does not have it.
    """

    kind: ChangeKind
    what: str
    id: str
    title: str = ""
    weight: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    priority: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """All changes between two reports, worst first, and notes on what makes them hard to compare."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    title: str = ""
    old_as_of: str = ""
    new_as_of: str = ""

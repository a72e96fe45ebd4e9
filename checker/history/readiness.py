"""How many questions of a run have each outcome: counts that stack up to all that were asked, never a percentage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.values import dataclass

STATES = ("met", "partly met", "not met", "needs review", "not assessed")
"""Outcomes that are shown, good to bad. What does not apply was not asked and is left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """One run: its day, the label that people gave it, what it was asked (`basis`), and how many have each outcome."""

    run: str
    as_of: str
    label: str
    basis: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many questions were asked."""
        return sum(self.counts.values())


def readiness_of(run: str, label: str, report: Mapping[str, Any]) -> Readiness:
    """Return the counts of a report. `KeyError` or `TypeError` if it is not a whole one."""
    outcomes = report["summary"]["outcomes"]
    packs = sorted(f"{one['name']} {one['version']} {one['origin'][:8]}" for one in report["run"]["packs"])
    return Readiness(
        run=run,
        as_of=str(report["run"]["as_of"]),
        label=label,
        basis="; ".join((*packs, *scope_of(report))),
        counts={state: int(outcomes[state]) for state in STATES},
    )


def scope_of(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the quality statements in a report's scope, sorted."""
    return tuple(sorted(one["id"] for one in report["statements"] if one["in_scope"]))

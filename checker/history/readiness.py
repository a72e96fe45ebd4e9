"""How many questions of a run have each outcome: counts that stack up to all that were asked, never a percentage."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from checker.values import dataclass, field

STATES = ("met", "partly met", "not met", "needs review", "not assessed")
"""Outcomes that are shown, good to bad. What does not apply was not asked and is left out."""

_SHEETS = {
    "actions": "an action plan",
    "register": "a register of evidence",
    "waivers": "a file of waivers",
    "attestations": "a file of attestations",
}
"""What a run can be given beside documents; each brings questions, or decides what counts as open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """
    One run: its day, the label that people gave it, what it was asked (`basis`), and how many have each outcome.

    `conditions` are what else decides how many questions there are and how they are answered, by name: whom the run is
    about, the packs, the scope, the sheets that were given, settings.
    """

    run: str
    as_of: str
    label: str
    basis: str
    counts: Mapping[str, int]
    conditions: Mapping[str, str] = field(default_factory=dict)

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
        conditions=_conditions(report, packs),
    )


def differences(earlier: Readiness, later: Readiness) -> tuple[str, ...]:
    """Return in words what a later run was asked, or given, otherwise than an earlier one."""
    was, now = earlier.conditions, later.conditions
    told = []
    for sheet, words in _SHEETS.items():
        if sheet in now and sheet not in was:
            told.append(f"{words} was given, and was not before")
        elif sheet in was and sheet not in now:
            told.append(f"{words} was given before, and is not now")
    others = sorted(name for name in {*was, *now} - {*_SHEETS} if was.get(name, "") != now.get(name, ""))
    told += [f"other {', '.join(others)}"] if others else []
    return tuple(told) or (("other rules or another scope",) if earlier.basis != later.basis else ())


def _conditions(report: Mapping[str, Any], packs: Sequence[str]) -> dict[str, str]:
    """Return what decides about the questions of a run. What a sheet is called makes no difference, only that it is."""
    settings = dict(report["run"].get("settings", {}))
    sheets = {name: "given" for name in _SHEETS if settings.pop(name, None)}
    told = {
        "council": ", ".join(report.get("councils") or ()),
        "rules": "; ".join(packs),
        "edition of the framework": str(report["run"].get("edition", "")),
        "scope": ", ".join(scope_of(report)),
    }
    named = {f"setting {name}": json.dumps(value, sort_keys=True) for name, value in settings.items()}
    return {**told, **sheets, **named}


def scope_of(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the quality statements in a report's scope, sorted."""
    return tuple(sorted(one["id"] for one in report["statements"] if one["in_scope"]))

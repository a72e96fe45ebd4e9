"""The profile: how many expectations, rules and gaps there are of each kind. Counts only, never a score."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.assessment import ExpectationStatus
from checker.domain.finding import Outcome
from checker.domain.pack import Weight
from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedProfile:
    """
    What serves one I statement or one part of a commitment: the expectations in scope, and how many have each status.

    Every status is listed, 0 too. No expectations means that no pack in use asks about it, which is no good news.
    """

    expectations: tuple[str, ...]
    statuses: Mapping[ExpectationStatus, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """
    Counts over everything in scope; every allowed value is listed, 0 too.

    `statuses` gives the status of each expectation in scope, by id, in the framework's order. `statements` counts them
    for each statement in scope, `served` for each I statement and part of a commitment, by the statement's id and then
    its own.
    """

    statuses: Mapping[str, ExpectationStatus] = field(default_factory=dict)
    expectation_statuses: Mapping[ExpectationStatus, int] = field(default_factory=dict)
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    open_gaps: Mapping[Weight, int] = field(default_factory=dict)
    statements: Mapping[str, Mapping[ExpectationStatus, int]] = field(default_factory=dict)
    served: Mapping[str, Mapping[str, ServedProfile]] = field(default_factory=dict)

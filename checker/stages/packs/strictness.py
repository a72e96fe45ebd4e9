"""Which of two values of a setting is the stricter one, where that is known."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.pack import Weight
from checker.stages.packs.changes import Change

_LOWER = "lower"


def laxity(change: Change, criteria: Mapping[str, Mapping[str, object]]) -> float:
    """
    Return a number that is smaller for a stricter value; the same for all values where nobody can say.

    A criterion says it of its parameters: `x-stricter` is `lower` or `higher` in the schema of a number, or of a text
    with a list of allowed values, which then stand in order.
    """
    weights = [weight.value for weight in Weight]
    if change.setting == "weight":
        return weights.index(str(change.value)) if change.value in weights else len(weights)
    properties = criteria.get(change.target.criterion, {}).get("properties")
    asked = properties.get(change.setting.removeprefix("expects.")) if isinstance(properties, Mapping) else None
    direction = asked.get("x-stricter") if isinstance(asked, Mapping) else None
    number = _rank(change.value, asked)
    if direction is None or number is None:
        return 0
    return number if direction == _LOWER else -number


def _rank(value: object, asked: object) -> float | None:
    """Return a number for a value: itself, or its place in the list of allowed values."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    allowed = asked.get("enum") if isinstance(asked, Mapping) else None
    return allowed.index(value) if isinstance(allowed, list | tuple) and value in allowed else None

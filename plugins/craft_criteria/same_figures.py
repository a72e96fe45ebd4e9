"""Whether two figures may be of the same time, and whether they differ by more than rounding."""

from __future__ import annotations

from decimal import Decimal

from checker import Observation

_APPROXIMATELY = Decimal("0.1")


def same_time(first: Observation, second: Observation) -> bool:
    """Whether two figures may be of the same period: the same, or one of them without any."""
    one, other = first.attributes.get("period", ""), second.attributes.get("period", "")
    if not one and not other:
        return False
    if not one or not other:
        return not first.attributes.get("dated") or not second.attributes.get("dated")
    return one == other or _day_ends(one, other) or _day_ends(other, one)


def _day_ends(day: str, period: str) -> bool:
    """Whether a period is one day, the last of another: "as at 31 March 2025" is the end of 2024/25."""
    start, _, end = day.partition("/")
    return start == end and period.endswith(f"/{end}")


def differ(first: Observation, second: Observation) -> bool:
    a, b = Decimal(first.value), Decimal(second.value)
    tolerance = max(Decimal(one.attributes.get("precision", "0")) for one in (first, second))
    if any(one.attributes.get("approximate") for one in (first, second)):
        tolerance = max(tolerance, _APPROXIMATELY * max(a, b))
    return abs(a - b) > tolerance

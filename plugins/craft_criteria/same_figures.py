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
    """Whether two figures differ by more than rounding; shares are compared in per cent ("nine in ten" is 90)."""
    (a, a_half), (b, b_half) = _in_one_unit(first), _in_one_unit(second)
    tolerance = max(a_half, b_half)
    if any(one.attributes.get("approximate") for one in (first, second)):
        tolerance = max(tolerance, _APPROXIMATELY * max(a, b))
    return abs(a - b) > tolerance


def unit_of(one: Observation) -> str:
    """Return the unit of a figure; every share is one in per cent."""
    return "percent" if _whole(one) else one.attributes.get("unit", "")


def set_apart(first: Observation, second: Observation) -> bool:
    """Whether words with the figures set two measures of one name apart: gross and net, started and completed."""
    one, other = _words_apart(first), _words_apart(second)
    return any(
        one[group].isdisjoint(other[group])
        if group in one and group in other
        else any(word.endswith("!") for word in one.get(group, other.get(group, set())))
        for group in one.keys() | other.keys()
    )


def half_apart(first: Observation, second: Observation) -> bool:
    """Whether only one of two figures has words that would set it apart: "enquiries", and "enquiries closed"."""
    one, other = _words_apart(first), _words_apart(second)
    alone = [one.get(group, other.get(group, set())) for group in one.keys() ^ other.keys()]
    return any(not word.endswith("~") for words in alone for word in words)


def of_other_places(first: Observation, second: Observation, own: frozenset[str]) -> bool:
    """Whether each of two figures names places, and none in common; `own` are words that mean the whole council."""
    one, other = _places(first, own), _places(second, own)
    return bool(one and other) and one.isdisjoint(other)


def places_of_one(first: Observation, second: Observation, own: frozenset[str]) -> list[str]:
    """Return the places that only one of two figures names: it may be of a part of the other, or of the whole."""
    return sorted(place.title() for place in _places(first, own) ^ _places(second, own))


def _places(one: Observation, own: frozenset[str]) -> set[str]:
    places = one.attributes.get("place", "").split("|")
    return {place for place in places if not own.issuperset(place.split())}


def _words_apart(one: Observation) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for word in one.attributes.get("apart", "").split():
        group, _, family = word.partition("=")
        groups.setdefault(group, set()).add(family)
    return groups


def _in_one_unit(one: Observation) -> tuple[Decimal, Decimal]:
    """Return a figure's value, and half of what its last digit stands for."""
    value, half, whole = Decimal(one.value), Decimal(one.attributes.get("precision", "0")), _whole(one)
    return (100 * value / whole, 100 * half / whole) if whole else (value, half)


def _whole(one: Observation) -> Decimal:
    """Return what a share told as "44 of 50" is a part of; 0 for any other figure."""
    return Decimal(one.attributes.get("whole", "0")) if one.attributes.get("unit") == "ratio" else Decimal(0)

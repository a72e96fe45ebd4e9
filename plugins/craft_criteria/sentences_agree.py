"""Which sentences of a self-assessment give another figure than another document's sentence in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker import Observation

from .same_figures import differ, of_other_places, same_time, set_apart

_ALIKE = 0.75
_ALIKE_WITHIN = 0.6
"""Where one clause has all words of the other."""
_FEWEST_WORDS = 3
_NEARLY = Decimal("0.3")
"""Figures further apart than this share are taken to be of two things."""

Told = tuple[Observation, frozenset[str]]


def clashing_sentences(
    own: Sequence[Observation], others: Sequence[Observation], council: frozenset[str]
) -> Iterator[tuple[Observation, Observation]]:
    """
    Yield a figure of no known measure with one of another document, where both stand in clauses of nearly the same
    words, are of the same period and group of people, not of different places, are near each other and differ.

    Of several figures of a clause none is meant. A figure that the other document gives in like words as well is in
    order. `council` are words of names that mean the whole council.
    """
    stated, elsewhere = _alone(own), _by_time(_alone(others))
    for one, words in stated:
        alike = [
            other
            for other, theirs in elsewhere.get(_time(one), ())
            if _are_alike(words, theirs) and _of_one_thing(one, other, council)
        ]
        in_order = {other.document for other in alike if not differ(one, other)}
        clashing = [other for other in alike if other.document not in in_order and _near(one, other)]
        if clashing:
            yield one, min(clashing, key=lambda other: (other.document, other.start))


def _alone(figures: Sequence[Observation]) -> list[Told]:
    """Return the figures that can be compared, each the only one of its unit in its clause, with their words."""
    told = [one for one in figures if _is_told(one)]
    places = Counter(map(_clause, told))
    kept = [(one, frozenset(one.attributes["told"].split())) for one in told if places[_clause(one)] == 1]
    return [(one, words) for one, words in kept if len(words) >= _FEWEST_WORDS]


def _is_told(one: Observation) -> bool:
    told = one.attributes
    return told.get("whose") == "ours" and "told" in told and "metric" not in told and bool(told.get("period"))


def _clause(one: Observation) -> tuple[str, int, str, str]:
    return one.document, one.citation.start, one.attributes["unit"], one.attributes["told"]


def _time(one: Observation) -> tuple[str, str]:
    """Return a figure's unit and the last day of its period, which figures of the same time have in common."""
    return one.attributes["unit"], one.attributes["period"].partition("/")[2]


def _by_time(told: Sequence[Told]) -> dict[tuple[str, str], list[Told]]:
    by_time: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        by_time.setdefault(_time(one[0]), []).append(one)
    return by_time


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    least = _ALIKE_WITHIN if common == min(len(one), len(other)) else _ALIKE
    return common >= least * (len(one) + len(other) - common)


def _of_one_thing(one: Observation, other: Observation, council: frozenset[str]) -> bool:
    groups = [figure.attributes.get("population", "") for figure in (one, other)]
    apart = set_apart(one, other) or of_other_places(one, other, council)
    return groups[0] == groups[1] and same_time(one, other) and not apart


def _near(one: Observation, other: Observation) -> bool:
    a, b = Decimal(one.value), Decimal(other.value)
    return abs(a - b) <= _NEARLY * max(a, b) and differ(one, other)

"""Tells figures that count something (`212 people`, `61%`) from those that name something (`Section 42`, `Ward 3`)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.text.late_patterns import late_pattern

_PLAIN = late_pattern(r"([£€$]?)\d[\d,]*(?:\.\d+)?(%|m|bn|k|million|billion)?")
_UNITS = frozenset(
    "adults assessments beds calls carers cases complaints concerns days enquiries homes hours minutes months partners "
    "patients people percent persons placements providers referrals requests residents reviews staff visits weeks "
    "workers per".split()
)
_JOINING = frozenset("and or to plus over under of by in at on than until from".split())
_NAMING = frozenset(
    "act action age aged ages aim annex appendix area article band category chapter clause cohort day domain e figure "
    "goal grade group item key level line locality lot month no number objective over page para paragraph part phase "
    "priority question quarter rank recommendation ref regulation risk room schedule section site stage standard "
    "statement step strand table target team theme tier type under unit version volume ward wave week year zone".split()
)
_MARK = "#"


def as_quantities(words: Sequence[str]) -> tuple[str, ...]:
    """
    Return words, in lower case, with `#` and its unit in place of each figure that counts something.

    Only a figure with a sign (%, £) or one of the known units behind it is one, and not after a noun that is numbered.
    """
    return tuple(_MARK + unit if (unit := _unit(words, place)) else word for place, word in enumerate(words))


def is_name_with_figure(word: str) -> bool:
    """Whether a word of `as_quantities` has a figure that does not count: another one names something else."""
    return not word.startswith(_MARK) and any(sign.isdigit() for sign in word)


def _unit(words: Sequence[str], place: int) -> str:
    """Return what a figure counts; empty where it is none, or names something."""
    figure = _PLAIN.fullmatch(words[place])
    if figure and (figure[1] or figure[2] == "%"):
        return figure[1] + (figure[2] or "")
    if not figure or _is_numbered(words, place):
        return ""
    first, second = (*words[place + 1 : place + 3], "", "")[:2]
    if first in _UNITS:
        return first
    return second if second in _UNITS and first not in _JOINING and not any(map(str.isdigit, first)) else ""


def _is_numbered(words: Sequence[str], place: int) -> bool:
    """Whether the figure stands after a noun that is numbered (`ward 3`), or ends a range (`18 to 64`)."""
    before = words[place - 1] if place else ""
    from_figure = place > 1 and before in ("to", "and", "or") and any(map(str.isdigit, words[place - 2]))
    return before in _NAMING or before.removesuffix("s") in _NAMING or from_figure

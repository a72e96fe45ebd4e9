"""Cues that do not count in the light of the whole sentence: each is kept, with the reason in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import Because, replace

if TYPE_CHECKING:
    from .clause_cues import Reading

PAST = "told of the past, and better now"
ELSEWHERE = "of another place"
DESCRIBES = "only describes whom it is about"
DOUBTED = "a doubt beside praise"
SETTLED = "a doubt, and settled in the words behind it"
SAME_FIGURE = "the comparison is about the same figure"
_REASONS = frozenset({PAST, ELSEWHERE, DESCRIBES, DOUBTED, SETTLED, SAME_FIGURE})


def yields_bad(reading: Reading, why: str) -> None:
    """What speaks against in a clause no longer counts."""
    reading.overruled += _overruled(reading.bad, why)
    reading.bad = []


def yields_good(reading: Reading, why: str) -> None:
    """What speaks for in a clause no longer counts."""
    reading.overruled += _overruled(reading.good, why)
    reading.good = []


def was_weighed_up(one: Because) -> bool:
    """Whether a cue decided, or gave way to others of its sentence: both are grammar's work, which stands."""
    return not one.overruled or one.overruled in _REASONS


def _overruled(found: list[Because], why: str) -> list[Because]:
    return [replace(one, overruled=why) for one in found]

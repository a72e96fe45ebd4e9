"""Keeps the few most telling passages of an expectation or rule, of a document and of all."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from itertools import chain
from operator import itemgetter

from checker.domain.assessment import SIDE_OF, Side
from checker.domain.evidence import Passage

MOST_A_SIDE = 5
"""How many passages of each side and voice of an expectation are kept; counts stay exact."""


Rank = tuple[bool, bool, int, bool, bool, str, int]
"""How telling a passage is: the smaller, the more."""

_Ranked = tuple[Rank, Passage]
_RANK = itemgetter(0)


class BestPassages:
    """The few most telling passages of each side and voice, of all that were offered."""

    __slots__ = ("_kept", "_key")

    def __init__(self, key: str) -> None:
        self._key = key
        self._kept: dict[tuple[Side, str], list[_Ranked]] = {}

    def offer(self, passages: Iterable[Passage]) -> None:
        """Keep those that are among the best so far; of equals, those that were offered first."""
        for passage in passages:
            kept = self._kept.setdefault((SIDE_OF[passage.polarity], passage.voice), [])
            _keep(kept, (_how_telling(self._key, passage), passage))

    def best(self) -> tuple[Passage, ...]:
        """Return them, most telling first."""
        kept = (one for few in self._kept.values() for one in few)
        return tuple(passage for _, passage in sorted(kept, key=_RANK))


class BestOfAll:
    """
    The passages of all documents of which `a_few_of_each_side` may be made, whatever claims are confirmed in the end.

    A claim of a voice in `claiming` may rise, so that of each of those as many are kept as of a document. Of the other
    voices, which stay in their order, the best of each side are enough, and the best of each voice.
    """

    __slots__ = ("_claiming", "_claims", "_first", "_key", "_others")

    def __init__(self, key: str, claiming: frozenset[str]) -> None:
        self._key, self._claiming = key, claiming
        self._claims: dict[tuple[Side, str], list[_Ranked]] = {}
        self._first: dict[tuple[Side, str], list[_Ranked]] = {}
        self._others: dict[Side, list[_Ranked]] = {}

    def offer(self, passages: Iterable[Passage]) -> None:
        """Keep those of a document, most telling first, that may be needed; of equals, those offered first."""
        done: set[tuple[Side, str]] = set()
        for passage in passages:
            place = SIDE_OF[passage.polarity], passage.voice
            if place not in done and not self._is_kept(place, (_how_telling(self._key, passage), passage)):
                done.add(place)  # what follows tells less

    def _is_kept(self, place: tuple[Side, str], ranked: _Ranked) -> bool:
        side, voice = place
        if voice in self._claiming:
            return _keep(self._claims.setdefault(place, []), ranked)
        is_first = _keep(self._first.setdefault(place, []), ranked, most=1)
        return _keep(self._others.setdefault(side, []), ranked) or is_first

    def best(self) -> tuple[Passage, ...]:
        """Return them, in an order that is always the same."""
        kept = dict(chain.from_iterable((*self._first.values(), *self._others.values(), *self._claims.values())))
        return tuple(kept[rank] for rank in sorted(kept))


def _keep(kept: list[_Ranked], ranked: _Ranked, *, most: int = MOST_A_SIDE) -> bool:
    """Keep a passage if it is among the best so far; return whether it is."""
    if len(kept) >= most and ranked[0] >= kept[-1][0]:
        return False
    insort(kept, ranked, key=_RANK)
    del kept[most:]
    return True


def best_passages(key: str, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the few most telling passages of each side and voice, most telling first."""
    best = BestPassages(key)
    best.offer(passages)
    return best.best()


def a_few_of_each_side(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Keep at most five a side: first the best of every voice, then the best of the rest."""
    kept: list[Passage] = []
    for side in Side:
        here = [passage for passage in passages if SIDE_OF[passage.polarity] is side]
        first_of_voice = {passage.voice: passage for passage in reversed(here)}
        chosen = [passage for passage in here if first_of_voice[passage.voice] is passage][:MOST_A_SIDE]
        for passage in here:
            if len(chosen) < MOST_A_SIDE and passage not in chosen:
                chosen.append(passage)
        kept += [passage for passage in here if passage in chosen]
    return tuple(kept)


def _how_telling(key: str, passage: Passage) -> Rank:
    """
    Sort key: its own topic first, then the higher rung, a result, a date; then the place, so that order never varies.
    """
    return (
        key not in passage.main and key not in passage.rules,
        not passage.own_words,
        -passage.claim.rank,
        not passage.impact,
        not passage.dates,
        passage.document,
        passage.start,
    )

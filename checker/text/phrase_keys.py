"""
Which words give a phrase away: it is looked for only in sentences that hold one of them.

A key is a word, or two words with one blank between. Of all that would do, those are taken that ordinary sentences hold
least often: the speed of a run rests on this choice, its results do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from checker.text.phrase_forms import Slots, segments_of

_MOST_PAIRS = 64
"""Two words of a phrase that stand for more pairs than this are not joined to keys."""
_RARE = 0.0005
_BOTH = 0.1
"""How often, roughly, the rarer of two words stands beside the other."""


class PhraseKeys(NamedTuple):
    """The keys of a phrase, sorted. `whole`: where a key stands, there stands the phrase; nothing is left to ask."""

    keys: tuple[str, ...]
    whole: bool


class _Choice(NamedTuple):
    cost: float
    keys: tuple[str, ...]
    whole: bool


def keys_of(text: str) -> PhraseKeys:
    """Return the keys of a phrase as written, its words in all their forms. `ValueError` as `segments_of`."""
    segments = segments_of(text, inflect=True)
    choices = [_segment_choice(rows) for rows in segments]
    chosen = min(choices)
    whole = len(segments) == 1 and chosen.whole and not text.startswith("=")
    return PhraseKeys(tuple(sorted(set(chosen.keys))), whole)


def _segment_choice(rows: Iterable[Slots]) -> _Choice:
    """Each alternative of a segment must be given away."""
    rarest = [min(_row_choices(row)) for row in rows]
    keys = tuple(key for choice in rarest for key in choice.keys)
    return _Choice(sum(choice.cost for choice in rarest), keys, all(choice.whole for choice in rarest))


def _row_choices(row: Slots) -> Iterable[_Choice]:
    for slot in row:
        keys = tuple(_rarest_words(form) for form in slot)
        yield _Choice(sum(map(_frequency, keys)), keys, len(row) == 1 and keys == slot)
    for first, second in pairwise(row):
        if len(first) * len(second) > _MOST_PAIRS or any(" " in form for form in (*first, *second)):
            continue
        pairs = tuple(f"{one} {other}" for one, other in product(first, second))
        yield _Choice(sum(map(_frequency, pairs)), pairs, len(row) == 2)


def _rarest_words(form: str) -> str:
    """Return the pair of words of a form that is rarest; of a single word, that word."""
    words = form.split(" ")
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return min(pairs, key=_frequency) if pairs else form


@lru_cache(maxsize=50_000)
def _frequency(key: str) -> float:
    """Return, roughly, in which part of all sentences a key stands."""
    first, _, second = key.partition(" ")
    if second:
        return _BOTH * min(_frequency(first), _frequency(second))
    rank = _ranks().get(first)
    return _RARE if rank is None else max(_RARE, 1 / (rank + 1))


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Return the ranks of the words that texts of this field use most; the list is in the order of their number."""
    from importlib.resources import files  # with zip files and all; known packs have their keys already

    words = files("checker.text").joinpath("common_words.txt").read_text(encoding="utf-8").split()
    return {word: rank for rank, word in enumerate(words)}

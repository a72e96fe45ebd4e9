"""How sure a figure is: 95 % intervals by resampling documents or, where there are few, sentences; fixed seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .scoring import Counts, Figure, NarrativeCounts

SEED = 20260401
TIMES = 1000
_TAIL = 0.025


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A figure with its interval and what it rests on; `value` is `None` where nothing was labelled."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0


class Sample:
    """
    The counts of a set, as they are and resampled.

    Samples of the same set draw the same documents, so one may be subtracted from the other, resample by resample.
    """

    def __init__(self, narratives: Sequence[NarrativeCounts], *, by_document: bool) -> None:
        self._sentences = _Pool([one.sentences for one in narratives], by_document)
        self._statuses = _Pool([one.statuses for one in narratives], by_document)

    def measure(self, figure: Figure) -> Measured:
        """Return a figure with its interval."""
        pool = self._statuses if figure.of_statuses else self._sentences
        low, high = interval(self.drawn(figure))
        return Measured(value=figure.value(pool.whole), low=low, high=high, n=figure.n(pool.whole))

    def drawn(self, figure: Figure) -> list[float | None]:
        """Return the figure of every resample."""
        pool = self._statuses if figure.of_statuses else self._sentences
        return [figure.value(counts) for counts in pool.resamples]

    @property
    def whole(self) -> Counts:
        """The counts of all sentences."""
        return self._sentences.whole


class _Pool:
    def __init__(self, groups: Sequence[Sequence[Counts]], by_document: bool) -> None:
        units = [added(group) for group in groups] if by_document else [one for group in groups for one in group]
        self.whole: Counts = added(units)
        self.resamples = _resamples(units)


def added(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)


def _resamples(units: Sequence[Counts]) -> list[Counts]:
    """Return sums over as many units as there are, drawn with repetition."""
    keys = sorted({key for unit in units for key in unit})
    rows = [[unit.get(key, 0) for key in keys] for unit in units]
    draw = random.Random(SEED)
    return [
        dict(zip(keys, map(sum, zip(*draw.choices(rows, k=len(rows)), strict=True)), strict=True))
        for _ in range(TIMES if rows else 0)
    ]


def interval(values: Sequence[float | None]) -> tuple[float | None, float | None]:
    """Return the 2.5th and 97.5th percentile; resamples in which nothing is labelled do not count."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return None, None
    last = len(known) - 1
    return known[round(_TAIL * last)], known[round((1 - _TAIL) * last)]


def gain(figure: Figure, ours: Sample, plain: Sample) -> Measured:
    """Return by how much one reader is ahead of another on the same set, resample by resample."""
    pairs = zip(ours.drawn(figure), plain.drawn(figure), strict=True)
    low, high = interval([None if a is None or b is None else a - b for a, b in pairs])
    mine, other = ours.measure(figure), plain.measure(figure)
    value = None if mine.value is None or other.value is None else mine.value - other.value
    return Measured(value=value, low=low, high=high, n=mine.n)

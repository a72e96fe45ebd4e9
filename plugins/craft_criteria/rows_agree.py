"""Which sentences of a self-assessment give another figure than a row of a table that is told of in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker import Assessment, Observation

from .same_figures import differ, same_time

_FEWEST_WORDS = 3
_FEWEST_OF_AS_MANY = 2
_DIGITS_OF_WHOLE = 2
"""A whole of one digit is the same by chance."""
_NEARLY = Decimal("0.3")
"""Figures further apart than this share are taken to be of two things: all residents, and those of one town."""


def clashing_rows(
    assessment: Assessment, own: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[Observation, Observation]]:
    """
    Yield a figure of a sentence with the figure of a row, where all words of the row's first cell stand in the
    sentence, unit, period and group of people are the same, and the figures are near each other and differ. Of shares
    of the same number ("97% of 448") half of the row's words are enough.

    Of several figures of a sentence that could be meant none is; of several rows the one with most words is. A figure
    that stands anywhere in that row is in order: its period may have been told of another.
    """
    told = [one for one in assessment.observations.kind("figure", own) if _is_ours(one, "sentence")]
    cells = [one for one in assessment.observations.kind("figure", others) if "row" in one.attributes]
    rows = [one for one in cells if _is_ours(one, "row") and len(_words(one, "row")) >= _fewest(one)]
    alone = Counter(map(_place, told))
    for one in told:
        fitting = [row for row in rows if _is_about(one, row)]
        if alone[_place(one)] > 1 or not fitting:
            continue
        best = max(fitting, key=lambda row: (len(_words(row, "row")), row.document, -row.start))
        in_order = any(_same_row(cell, best) and not differ(one, cell) for cell in cells)
        if not in_order and _near(one, best) and not _is_told_elsewhere(best, told):
            yield one, best


def _is_ours(one: Observation, words: str) -> bool:
    attributes = one.attributes
    return attributes.get("whose") == "ours" and words in attributes and "period" in attributes


def _words(one: Observation, where: str) -> set[str]:
    return set(one.attributes[where].split())


def _place(one: Observation) -> tuple[str, int, str, str]:
    """Where a figure stands, with what tells it from others there."""
    return one.document, one.citation.start, one.attributes["unit"], one.attributes["period"]


def _is_about(one: Observation, row: Observation) -> bool:
    if one.attributes["unit"] != row.attributes["unit"] or not same_time(one, row):
        return False
    words, common = _words(row, "row"), _words(row, "row") & _words(one, "sentence")
    if _of_as_many(one, row):
        return len(common) >= max(_FEWEST_OF_AS_MANY, len(words) / 2)
    return common == words and one.attributes.get("population") == row.attributes.get("population")


def _of_as_many(one: Observation, row: Observation) -> bool:
    """Whether both are shares of the same number ("97% of 448"), which two measures seldom are."""
    whole = one.attributes.get("whole", "")
    return whole == row.attributes.get("whole", "") and len(whole) >= _DIGITS_OF_WHOLE


def _fewest(row: Observation) -> int:
    return _FEWEST_OF_AS_MANY if len(row.attributes.get("whole", "")) >= _DIGITS_OF_WHOLE else _FEWEST_WORDS


def _same_row(one: Observation, other: Observation) -> bool:
    return one.document == other.document and one.attributes["label"] == other.attributes["label"]


def _is_told_elsewhere(row: Observation, told: Sequence[Observation]) -> bool:
    """Whether another sentence about the row gives its figure: then this one is about something else."""
    return any(_is_about(other, row) and not differ(other, row) for other in told)


def _near(one: Observation, other: Observation) -> bool:
    a, b = Decimal(one.value), Decimal(other.value)
    return abs(a - b) <= _NEARLY * max(a, b)

"""The results of all sets together: who read what, the figures, and the comparisons between sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Protocol

from checker import RuleBook

from .answers import CheckerReader, Reading
from .baseline import KeywordReader
from .families import FamilyCount, count_families, families_of
from .intervals import Measured, Sample, gain
from .labels import LabelError, LabelledSet, Narrative
from .scoring import Figure, count, f1, figures, labelled, precision, recall

CHECKED_FOR_FIT = ("gap-f1", "voice", "expectations", "status")
MOST_AHEAD = 0.10
"""By how much the sets that rules were improved on may stand above the mean of the held-out ones."""


class Reader(Protocol):
    """Something that reads narratives."""

    def read(self, narrative: Narrative) -> Reading:
        """Return the answers on one narrative."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class SetResult:
    """One set read by the checker and by plain keywords."""

    labelled: LabelledSet
    readings: Mapping[str, Reading]
    checker: Sample
    keywords: Sample


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectationResult:
    """How well one expectation is recognised in one set; figures are `None` where no sentence is labelled with it."""

    n: int
    precision: float | None
    recall: float | None
    f1: float | None
    lenient: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """All sets. `expectations` are those that any label names, in the order of the packs."""

    book: RuleBook
    sets: tuple[SetResult, ...]
    expectations: tuple[str, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in the order in which they are printed."""
        return figures(self.expectations)

    @property
    def held_out(self) -> tuple[SetResult, ...]:
        """Sets by which no rule was improved."""
        return tuple(one for one in self.sets if one.labelled.held_out)

    @property
    def development(self) -> tuple[SetResult, ...]:
        """Sets by which rules were improved."""
        return tuple(one for one in self.sets if not one.labelled.held_out)

    def gain(self, one: SetResult, of: Figure) -> Measured:
        """Return by how much the checker is ahead of plain keywords."""
        return gain(of, one.checker, one.keywords)

    def expectation(self, one: SetResult, key: str) -> ExpectationResult:
        """Return how well an expectation is recognised in a set."""
        counts = one.checker.whole
        return ExpectationResult(
            n=labelled(counts, key),
            precision=precision(counts, key),
            recall=recall(counts, key),
            f1=f1(counts, key),
            lenient=f1(counts, key, lenient=True),
        )

    def names_expectations(self, one: SetResult) -> bool:
        """Whether a set's sentences are labelled with expectations."""
        return any(labelled(one.checker.whole, key) for key in self.expectations)

    def families(self, sets: Iterable[SetResult]) -> dict[str, FamilyCount]:
        """Return how often each family was right, those that decided nothing included."""
        counted = count_families((one.labelled, one.readings) for one in sets)
        return {family: FamilyCount() for family in families_of(self.book)} | counted

    def ahead(self, one: SetResult, of: Figure) -> float | None:
        """Return by how much a set stands above the mean of the held-out ones; `None` where either is not measured."""
        here = one.checker.measure(of).value
        there = [value for held in self.held_out if (value := held.checker.measure(of).value) is not None]
        return None if here is None or not there else here - mean(there)


def measure(sets: Sequence[LabelledSet]) -> Results:
    """
    Read every set with the checker and with plain keywords, and compare the answers with the labels.

    `LabelError` if the labels name an expectation that no pack has.
    """
    checker = CheckerReader()
    expectations = _named(sets, checker.book)
    keywords = KeywordReader(checker.book)
    return Results(
        book=checker.book,
        sets=tuple(_result(one, checker, keywords, expectations) for one in sets),
        expectations=expectations,
    )


def _named(sets: Sequence[LabelledSet], book: RuleBook) -> tuple[str, ...]:
    named = frozenset[str]().union(*(one.expectations for one in sets))
    known = tuple(expectation.id for expectation in book.expectations)
    if unknown := sorted(named.difference(known)):
        msg = f"the labels name what no pack expects: {', '.join(unknown)} (known: {', '.join(known)})"
        raise LabelError(msg)
    return tuple(one for one in known if one in named)


def _result(one: LabelledSet, checker: Reader, keywords: Reader, expectations: Sequence[str]) -> SetResult:
    readings = _read(one, checker)
    return SetResult(
        labelled=one,
        readings=readings,
        checker=_sample(one, readings, expectations),
        keywords=_sample(one, _read(one, keywords), expectations),
    )


def _read(one: LabelledSet, reader: Reader) -> dict[str, Reading]:
    return {narrative.id: reader.read(narrative) for narrative in one.narratives}


def _sample(one: LabelledSet, readings: Mapping[str, Reading], expectations: Sequence[str]) -> Sample:
    counts = [count(narrative, readings[narrative.id], expectations) for narrative in one.narratives]
    return Sample(counts, by_document=one.by_document)

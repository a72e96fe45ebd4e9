"""Compares answers with labels: counts per sentence and per status, and the figures that are made of sums of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker import ExpectationStatus

from .answers import Answer, Reading, answers_for
from .labels import Label, Narrative

Counts = Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class NarrativeCounts:
    """The counts of one narrative, one item for each sentence and one for each status."""

    sentences: tuple[Counts, ...]
    statuses: tuple[Counts, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """
    One figure, made of sums of counts. `value` is `None` where nothing was labelled; `n` is what it rests on.

    `of_statuses`: it rests on statuses and not on sentences.
    """

    id: str
    title: str
    value: Callable[[Counts], float | None]
    n: Callable[[Counts], int]
    of_statuses: bool = False


def count(narrative: Narrative, reading: Reading, expectations: Iterable[str]) -> NarrativeCounts:
    """Return how the answers on a narrative compare with its labels."""
    scored = tuple(expectations)
    pairs = zip(narrative.labels, answers_for(narrative.labels, reading), strict=True)
    return NarrativeCounts(
        sentences=tuple(_sentence(label, answer, scored) for label, answer in pairs),
        statuses=tuple(
            _status(label, reading.statuses.get(key, ExpectationStatus.ABSENT), narrative.statuses_also.get(key, frozenset()))
            for key, label in sorted(narrative.statuses.items())
        ),
    )


def _sentence(label: Label, answer: Answer, expectations: Sequence[str]) -> Counts:
    counts: Counter[str] = Counter()
    if label.finding:
        counts["findings"] = 1
        _compare(counts, "gap", label.shortfall, answer.polarity.reports_shortfall)
        if label.voice is not None:
            _agree(counts, "voice", label.voice == answer.voice)
        if label.impact is not None:
            _compare(counts, "impact", label.impact, answer.impact)
        if label.certainty is not None:
            _agree(counts, "certainty", label.certainty == answer.certainty)
    if label.expectations is not None:
        for key in expectations:
            _compare(counts, key, key in label.expectations, key in answer.expectations)
            if key in answer.expectations and key in label.also:
                counts[f"{key} excused"] += 1
    return +counts


def _status(label: ExpectationStatus, answer: ExpectationStatus, also: frozenset[ExpectationStatus]) -> Counts:
    counts: Counter[str] = Counter()
    _agree(counts, "status", label is answer)
    _agree(counts, "status lenient", label is answer or answer in also)
    return +counts


def _compare(counts: Counter[str], of: str, labelled: bool, answered: bool) -> None:
    counts[f"{of} both"] += labelled and answered
    counts[f"{of} missed"] += labelled and not answered
    counts[f"{of} false"] += answered and not labelled


def _agree(counts: Counter[str], of: str, agrees: bool) -> None:
    counts[f"{of} all"] += 1
    counts[f"{of} right"] += agrees


def labelled(counts: Counts, of: str) -> int:
    """Return how many sentences are labelled so."""
    return counts.get(f"{of} both", 0) + counts.get(f"{of} missed", 0)


def precision(counts: Counts, of: str, *, lenient: bool = False) -> float | None:
    """Return the share of answers that are right; `None` where nothing is labelled. No answer at all counts as 0."""
    both, false = counts.get(f"{of} both", 0), counts.get(f"{of} false", 0)
    if lenient:
        false -= counts.get(f"{of} excused", 0)
    return (both / (both + false) if both else 0.0) if labelled(counts, of) else None


def recall(counts: Counts, of: str) -> float | None:
    """Return the share of labelled sentences that were found; `None` where nothing is labelled."""
    n = labelled(counts, of)
    return counts.get(f"{of} both", 0) / n if n else None


def f1(counts: Counts, of: str, *, lenient: bool = False) -> float | None:
    """Return the harmonic mean of precision and recall; lenient: an answer that is also acceptable is no error."""
    exact, found = precision(counts, of, lenient=lenient), recall(counts, of)
    if exact is None or found is None:
        return None
    return 2 * exact * found / (exact + found) if exact + found else 0.0


def macro_f1(counts: Counts, expectations: Sequence[str], *, lenient: bool = False) -> float | None:
    """Return the mean F1 of the expectations that are labelled at all."""
    values = [value for key in expectations if (value := f1(counts, key, lenient=lenient)) is not None]
    return sum(values) / len(values) if values else None


def share(counts: Counts, of: str) -> float | None:
    """Return how many agree; `None` where nothing is labelled."""
    n = counts.get(f"{of} all", 0)
    return counts.get(f"{of} right", 0) / n if n else None


def figures(expectations: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of a set, in the order in which they are printed."""
    keys = tuple(expectations)

    def gaps(counts: Counts) -> int:
        return labelled(counts, "gap")

    def named(counts: Counts) -> int:
        return sum(labelled(counts, key) for key in keys)

    def of(what: str) -> Callable[[Counts], int]:
        return lambda counts: counts.get(f"{what} all", 0)

    return (
        Figure(id="gap-f1", title="Shortfalls: F1", value=lambda c: f1(c, "gap"), n=gaps),
        Figure(id="gap-precision", title="Shortfalls: precision", value=lambda c: precision(c, "gap"), n=gaps),
        Figure(id="gap-recall", title="Shortfalls: recall", value=lambda c: recall(c, "gap"), n=gaps),
        Figure(id="voice", title="Voice: right", value=lambda c: share(c, "voice"), n=of("voice")),
        Figure(id="expectations", title="Expectations: macro F1, strict", value=lambda c: macro_f1(c, keys), n=named),
        Figure(
            id="expectations-lenient",
            title="Expectations: macro F1, lenient",
            value=lambda c: macro_f1(c, keys, lenient=True),
            n=named,
        ),
        Figure(id="status", title="Statuses: agree", value=lambda c: share(c, "status"), n=of("status"), of_statuses=True),
        Figure(
            id="status-lenient",
            title="Statuses: agree, lenient",
            value=lambda c: share(c, "status lenient"),
            n=of("status lenient"),
            of_statuses=True,
        ),
        Figure(id="impact", title="Impact: F1", value=lambda c: f1(c, "impact"), n=lambda c: labelled(c, "impact")),
        Figure(id="certainty", title="Certainty: right", value=lambda c: share(c, "certainty"), n=of("certainty")),
    )

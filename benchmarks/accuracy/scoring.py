"""Compares answers with labels: counts per sentence and per status, and the figures that are made of sums of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

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
        statuses=tuple(_status(narrative, reading, key) for key in sorted(narrative.statuses)),
    )


def _sentence(label: Label, answer: Answer, expectations: Sequence[str]) -> Counts:
    counts: Counter[str] = Counter()
    if label.finding:
        counts["findings"] = 1
        _compare(counts, "gap", label.shortfall, answer.polarity.reports_shortfall)
        if answer.polarity in label.polarity_also and answer.polarity.reports_shortfall and not label.shortfall:
            counts["gap excused"] = 1
        if label.voice is not None:
            _agree(counts, "voice", label.voice == answer.voice)
            _agree(counts, "voice lenient", answer.voice in {label.voice, *label.voice_also})
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


def _status(narrative: Narrative, reading: Reading, key: str) -> Counts:
    answer = reading.statuses.get(key, ExpectationStatus.ABSENT)
    agrees = answer is narrative.statuses[key]
    counts: Counter[str] = Counter()
    _agree(counts, "status", agrees)
    _agree(counts, "status lenient", agrees or answer in narrative.statuses_also.get(key, ()))
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
    return (
        _of_finds("gap-f1", "Shortfalls: F1", "gap", f1),
        _of_finds("gap-f1-lenient", "Shortfalls: F1, lenient", "gap", partial(f1, lenient=True)),
        _of_finds("gap-precision", "Shortfalls: precision", "gap", precision),
        _of_finds("gap-recall", "Shortfalls: recall", "gap", recall),
        _of_shares("voice", "Voice: right"),
        _of_shares("voice lenient", "Voice: right, lenient"),
        _of_expectations("expectations", "Expectations: macro F1, strict", keys, lenient=False),
        _of_expectations("expectations-lenient", "Expectations: macro F1, lenient", keys, lenient=True),
        _of_shares("status", "Statuses: agree", of_statuses=True),
        _of_shares("status lenient", "Statuses: agree, lenient", of_statuses=True),
        _of_finds("impact", "Impact: F1", "impact", f1),
        _of_shares("certainty", "Certainty: right"),
    )


def _of_finds(figure_id: str, title: str, of: str, made: Callable[[Counts, str], float | None]) -> Figure:
    return Figure(
        id=figure_id, title=title, value=lambda counts: made(counts, of), n=lambda counts: labelled(counts, of)
    )


def _of_shares(of: str, title: str, *, of_statuses: bool = False) -> Figure:
    return Figure(
        id=of.replace(" ", "-"),
        title=title,
        value=lambda counts: share(counts, of),
        n=lambda counts: counts.get(f"{of} all", 0),
        of_statuses=of_statuses,
    )


def _of_expectations(figure_id: str, title: str, keys: Sequence[str], *, lenient: bool) -> Figure:
    return Figure(
        id=figure_id,
        title=title,
        value=lambda counts: macro_f1(counts, keys, lenient=lenient),
        n=lambda counts: sum(labelled(counts, key) for key in keys),
    )

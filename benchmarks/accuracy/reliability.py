"""Writes the pack's reliability.yaml: what reports say beside each expectation, from the held-out sets alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from .intervals import Sample
from .results import Results
from .scoring import Figure, count, f1, labelled


def reliability_lines(results: Results) -> Iterator[str]:
    """Yield the pack's reliability.yaml: what reports say beside each expectation, from the held-out sets alone."""
    yield "# How reliably each expectation is recognised, on narratives kept apart: their errors were never read."
    yield "# Written by `benchmarks/accuracy/run --write-docs`."
    yield "reliability:"
    held_out = [one for one in results.held_out if results.names_expectations(one)]
    counts = [one.checker.whole for one in held_out]
    for expectation in results.book.expectations:
        n = sum(labelled(one, expectation.id) for one in counts)
        if not n:
            yield f'  {expectation.id}: "Not measured yet: no labelled sentence speaks of it."'
            continue
        right = sum(one.get(f"{expectation.id} both", 0) for one in counts)
        named = right + sum(
            one.get(f"{expectation.id} false", 0) - one.get(f"{expectation.id} excused", 0) for one in counts
        )
        yield (
            f'  {expectation.id}: "Measured on narratives kept apart from those that improved the rules: of {named} '
            f"sentences that the checker recognised, {right} were right; of {n} that a reader labelled, it recognised "
            f'{right} (docs/accuracy.md#{expectation.id})."'
        )
    narratives = [
        count(narrative, one.readings[narrative.id], results.expectations)
        for one in held_out
        for narrative in one.labelled.narratives
    ]
    figures = list(_figure_lines(Sample(narratives, by_document=True), results.expectations))
    yield from ("figures:", *figures) if figures else ("figures: {}",)


def _figure_lines(sample: Sample, expectations: Sequence[str]) -> Iterator[str]:
    """Yield the F1 of each expectation over all held-out narratives; an answer that is also acceptable is no error."""
    for key in expectations:
        figure = Figure(id=key, title=key, value=partial(f1, of=key, lenient=True), n=partial(labelled, of=key))
        one = sample.measure(figure)
        if one.value is not None and one.low is not None and one.high is not None:
            ends = (round(value, 2) for value in (one.value, one.low, one.high))
            yield "  {}: {{f1: {}, low: {}, high: {}, n: {}}}".format(key, *ends, one.n)

"""Results that several tests of the accuracy benchmark look at."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.datasets import own_sets
from benchmarks.accuracy.results import Results, measure

from .builders import HEAD, a_row, write_lines


@pytest.fixture(scope="module")
def small_results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Two small sets, the second held out, read by the real checker."""
    folder = tmp_path_factory.mktemp("narratives")
    good = a_row("Partners told us that information was shared promptly between agencies.", voice="partners")
    bad = a_row("Information was not shared with providers.", polarity="shortfall")
    for batch in ("batch-1", "batch-3"):
        write_lines(folder / batch / "invented.jsonl", HEAD, good, bad)
    return measure(own_sets(folder))

"""Hostile files, in small forms, come to an honest end. The full sizes are in `benchmarks/hostile`."""

from __future__ import annotations

import os

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and odd names are made as Unix makes them"),
]


def test_every_hostile_file_is_read_or_refused_honestly_within_its_limits() -> None:
    from benchmarks.hostile.measure import ALL, read_all

    endings = list(read_all(ALL, 0.005))

    assert len(endings) == len(ALL)
    assert {ending.file.name: ending.wrong for ending in endings if ending.wrong} == {}

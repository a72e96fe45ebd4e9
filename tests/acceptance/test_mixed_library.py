"""A library as councils have them, broken files and all: every file is accounted for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from .conftest import Checker
from .mixed_library import BROKEN, BROKEN_EVERY, write


@pytest.mark.slow
@pytest.mark.parametrize(("count", "workers"), [(BROKEN_EVERY * len(BROKEN), 1), (2_000, 2)])
def test_every_file_of_a_mixed_library_ends_as_it_must(
    count: int, workers: int, tmp_path: Path, checker: Checker
) -> None:
    expected = write(tmp_path / "library", count)

    options = ("--as-of", "2026-01-31", "--workers", workers, "--format", "json,markdown", "--out", tmp_path / "out")
    ended = checker("assess", tmp_path / "library", *options)

    report = json.loads((tmp_path / "out" / "gap-report.json").read_text(encoding="utf-8"))
    reasons = Counter((one["status"], one["name"].rpartition(".")[2], one["reason"]) for one in report["documents"])
    assert Counter(one["status"] for one in report["documents"]) == expected, reasons
    assert all(one["reason"] for one in report["documents"] if one["status"] != "ok")
    assert ended.code == 3
    read = f"{expected['ok']:,} of {expected.total():,} files"
    assert read in (tmp_path / "out" / "gap-report.md").read_text(encoding="utf-8")

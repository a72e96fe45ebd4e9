"""The clean twin of the planted library: a good self-assessment with good evidence is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planted.alarms import assess
from benchmarks.planted.make import CLEAN, build
from benchmarks.planted.scoring import load_rules


@pytest.mark.slow
def test_no_essential_rule_raises_a_false_alarm_on_the_clean_twin(tmp_path: Path) -> None:
    rules = load_rules()
    complaints = [complaint for complaint in rules.rules if complaint not in rules.beyond_clean]

    alarms = assess(build(CLEAN, tmp_path / CLEAN))

    raised = {alarm.gap_id for complaint in complaints for alarm in rules.of(complaint, alarms)}
    assert alarms, "completeness of evidence should find gaps in a library of this size"
    assert sorted(alarm.gap_id for alarm in alarms if alarm.weight == "essential" and alarm.gap_id in raised) == []

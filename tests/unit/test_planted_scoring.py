"""What counts as finding a planted defect, and what as a false alarm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.planted.alarms import Alarm, alarms_of
from benchmarks.planted.library import SELF_ASSESSMENT
from benchmarks.planted.measure import main
from benchmarks.planted.plants import Expected, Phrasing, Plant, load_plants
from benchmarks.planted.scoring import RuleMap, load_rules, score, touches


def a_plant(**changes: Any) -> Plant:
    """Return a plant of which a test says only what it needs."""
    plant = Plant(
        rule="R05",
        complaint="",
        phrasing=Phrasing.A,
        expected=Expected.CHECK,
        file=SELF_ASSESSMENT,
        heading="Safeguarding",
        words=("We held three workshops in 2025.",),
        items=(),
        also=(),
        edits=(),
    )
    return replace(plant, **changes)


def an_alarm(**changes: str) -> Alarm:
    """Return an alarm of which a test says only what it needs."""
    return replace(Alarm(rule="craft.x", gap_id="craft.x/1", weight="helpful", about=""), **changes)


@pytest.mark.parametrize(
    "alarm",
    [
        an_alarm(file=SELF_ASSESSMENT, text="We held three workshops in 2025."),
        an_alarm(file=SELF_ASSESSMENT, text="In short: we held  three workshops in 2025. More follows."),
        an_alarm(file=SELF_ASSESSMENT, text="We held three ••••••••• in 2025."),
        an_alarm(about="Safeguarding"),
    ],
)
def test_an_alarm_touches_a_plant_by_its_words_or_without_a_place_by_its_heading(alarm: Alarm) -> None:
    assert touches(alarm, a_plant())


@pytest.mark.parametrize(
    "alarm",
    [
        an_alarm(file=SELF_ASSESSMENT, text="Another sentence of the same section.", about="Safeguarding"),
        an_alarm(file="minutes/board.docx", text="We held three workshops in 2025."),
        an_alarm(file=SELF_ASSESSMENT, text="2025."),
        an_alarm(about="Safeguardings"),
    ],
)
def test_an_alarm_elsewhere_does_not_touch_a_plant(alarm: Alarm) -> None:
    assert not touches(alarm, a_plant())


def test_an_alarm_touches_an_absence_by_its_item() -> None:
    absence = a_plant(words=(), items=("healthier-technology",))

    assert touches(an_alarm(about="healthier-technology | nothing was found"), absence)
    assert not touches(an_alarm(about="healthier-reablement | nothing was found"), absence)


def test_precision_counts_alarms_and_allows_what_a_plant_brings_with_it() -> None:
    rules = RuleMap(rules={"R05": ("craft.impact",), "R12": ("craft.benchmark",)}, beyond_clean=frozenset())
    plants = [a_plant(also=("R12",))]
    there = an_alarm(rule="craft.benchmark", file=SELF_ASSESSMENT, text=plants[0].words[0])
    elsewhere = replace(there, text="A sentence that nobody planted.")

    benchmark = score("R12", plants, [there, elsewhere], [], rules)
    impact = score("R05", plants, [there, elsewhere], [], rules)

    assert (benchmark.precision, benchmark.recall, benchmark.false) == (0.5, None, (elsewhere,))
    assert (impact.precision, impact.recall) == (None, 0.0)


def test_what_the_clean_twin_has_too_is_left_out_where_the_mapping_says_so() -> None:
    alarms = [an_alarm(gap_id="craft.x/old"), an_alarm(gap_id="craft.x/new")]
    rules = RuleMap(rules={"R05": ("craft.*",)}, beyond_clean=frozenset({"R05"}))

    result = score("R05", [a_plant()], alarms, alarms[:1], rules)

    assert result.false == (alarms[1],)


def test_only_findings_that_ask_for_something_are_alarms() -> None:
    finding = {"rule": "craft.x", "gap_id": "craft.x/1", "weight": "helpful", "item": "Safeguarding", "statement": None}
    finding |= {"expectation": None, "reason": "because", "citations": []}
    outcomes = ("met", "not met", "needs review", "not applicable")
    report = {"passages": [], "statements": [], "not_assessed": [{"what": "file", "name": "a.docx", "reason": "empty"}]}

    alarms = alarms_of({**report, "findings": [{**finding, "outcome": outcome} for outcome in outcomes]})

    assert [(alarm.rule, alarm.about) for alarm in alarms] == [
        ("craft.x", "Safeguarding | because"),
        ("craft.x", "Safeguarding | because"),
        ("not-assessed:file", "a.docx"),
    ]


def test_the_mapping_names_each_complaint() -> None:
    assert set(load_rules().rules) == {plant.rule for plant in load_plants()}


def test_the_third_phrasing_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--phrasing", "a,c", "--details"])

    assert stopped.value.code == 2
    assert "held out" in capsys.readouterr().err

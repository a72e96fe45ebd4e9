"""Labels, answers and narratives of which a test says only what it needs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.answers import Answer, Reading
from benchmarks.accuracy.intervals import Sample
from benchmarks.accuracy.labels import Label, Narrative
from benchmarks.accuracy.scoring import count, figures
from checker import Polarity

KEYS = ("data-sharing", "vcs-funding")
HEAD = {
    "narrative": "invented",
    "statement": "partnerships-and-communities",
    "style": "inspector",
    "default_voice": "x",
}


def a_row(text: str, **changes: Any) -> dict[str, object]:
    row: dict[str, object] = {
        "p": 1, "text": text, "criteria": ["data-sharing"], "criteria_acceptable": [], "polarity": "strength",
        "polarity_acceptable": [], "voice": "inspector", "voice_acceptable": [], "evidence_category": "processes",
        "impact": False, "certainty": "asserted",
    }  # fmt: skip
    return row | changes


def a_label(start: int = 0, end: int = 10, polarity: Polarity = Polarity.STRENGTH, *keys: str) -> Label:
    return Label(
        start=start,
        end=end,
        shortfall=polarity.reports_shortfall,
        polarity=polarity,
        expectations=keys,
        voice="people",
        impact=False,
        certainty="asserted",
    )


def an_answer(start: int = 0, end: int = 10, polarity: Polarity = Polarity.STRENGTH, *keys: str) -> Answer:
    return Answer(start=start, end=end, polarity=polarity, expectations=keys, voice="people")


def scored(labels: Sequence[Label], answers: Sequence[Answer]) -> dict[str, float | None]:
    narrative = Narrative(id="one", text="", labels=tuple(labels))
    sample = Sample([count(narrative, Reading(answers=tuple(answers)), KEYS)], by_document=False)
    return {figure.id: sample.measure(figure).value for figure in figures(KEYS)}


def write_lines(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

"""Writes the figures into docs/planted-library.md, between two marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .alarms import Alarm
from .plants import Plant
from .printed import Scores, table
from .scoring import RuleMap

PAGE = Path(__file__).resolve().parents[2] / "docs" / "planted-library.md"
_START = "<!-- figures: written by benchmarks/planted/run --write-docs -->\n"
_END = "<!-- end of figures -->\n"
GOAL_RECALL, GOAL_PRECISION = 0.8, 0.9


def write_docs(
    plants: Sequence[Plant], scores: Scores, clean: Sequence[Alarm], rules: RuleMap, page: Path = PAGE
) -> None:
    """Put the table and what falls short into the page. `ValueError` if the marks are not there."""
    before, start, rest = page.read_text(encoding="utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    if not start or not end:
        msg = f"{page}: the marks between which the figures go are not there"
        raise ValueError(msg)
    figures = ["", "```text", *(line.rstrip() for line in table(plants, scores, clean, rules)), "```", ""]
    short = [*_falls_short(scores, rules)] or ["None of the complaints stands below the goals."]
    goals = f"Goals: recall {GOAL_RECALL} and precision {GOAL_PRECISION} for each complaint. Below them:"
    body = "\n".join([*figures, goals, "", *short, ""])
    page.write_text(f"{before}{_START}{body}{_END}{after}", encoding="utf-8")


def _falls_short(scores: Scores, rules: RuleMap) -> Iterator[str]:
    for phrasing, by_rule in scores.items():
        for rule, score in sorted(by_rule.items()):
            if not rules.rules.get(rule):
                continue
            if (score.recall or 0) < GOAL_RECALL:
                yield f"- {phrasing.upper()}, {rule}: not found"
            if score.precision is not None and score.precision < GOAL_PRECISION:
                yield f"- {phrasing.upper()}, {rule}: {len(score.false)} of {score.alarms} alarms false"

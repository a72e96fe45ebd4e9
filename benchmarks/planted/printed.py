"""The figures as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .alarms import Alarm
from .plants import Phrasing, Plant
from .scoring import RuleMap, Score

Scores = Mapping[Phrasing, Mapping[str, Score]]
_WEIGHTS = ("essential", "expected", "helpful")
_WIDTH = 40


def table(plants: Sequence[Plant], scores: Scores, clean: Sequence[Alarm], rules: RuleMap) -> Iterator[str]:
    """
    Give one line for each complaint: found of planted and right of all alarms for each phrasing, then the alarms on
    the clean twin by weight (essential/expected/helpful). A complaint that no rule looks for is `not covered`.
    """
    shown = "".join(f"{f'{phrasing.upper()}: found':>10} {'right':>7}" for phrasing in scores)
    yield f"{'':4} {'complaint':{_WIDTH}}{shown}  clean twin"
    for rule, complaint in sorted({plant.rule: plant.complaint for plant in plants}.items()):
        start = f"{rule:4} {_short(complaint):{_WIDTH}}"
        if rules.rules.get(rule):
            cells = "".join(_cells(of_phrasing[rule]) for of_phrasing in scores.values())
            yield f"{start}{cells}  {_on_clean(rule, clean, rules)}"
        else:
            yield f"{start}  not covered"
    yield ""
    yield from _totals(scores, rules)


def details(phrasing: Phrasing, scores: Mapping[str, Score], rules: RuleMap) -> Iterator[str]:
    """Name each plant that was missed and each false alarm of a phrasing, of the complaints that rules look for."""
    yield f"\nPhrasing {phrasing.upper()}"
    for rule, score in sorted(scores.items()):
        if not rules.rules.get(rule):
            continue
        for plant in score.missed:
            yield f"  {rule} missed: {plant.file}, {plant.heading}: {'; '.join(plant.words or plant.items)[:160]}"
        for alarm in score.false:
            yield f"  {rule} false alarm of {alarm.rule}: {alarm.file}: {(alarm.text or alarm.about)[:160]}"


def _cells(score: Score) -> str:
    found = f"{score.planted - len(score.missed)}/{score.planted}"
    right = f"{score.alarms - len(score.false)}/{score.alarms}"
    return f"{found:>10} {right:>7}"


def _on_clean(rule: str, clean: Sequence[Alarm], rules: RuleMap) -> str:
    if rule in rules.beyond_clean:
        return "compared with it"
    counts = Counter(alarm.weight for alarm in rules.of(rule, clean))
    return "/".join(str(counts[weight]) for weight in _WEIGHTS)


def _totals(scores: Scores, rules: RuleMap) -> Iterator[str]:
    for phrasing, by_rule in scores.items():
        covered = [score for rule, score in by_rule.items() if rules.rules.get(rule)]
        planted, alarms = sum(score.planted for score in covered), sum(score.alarms for score in covered)
        found = planted - sum(len(score.missed) for score in covered)
        right = alarms - sum(len(score.false) for score in covered)
        yield (
            f"{phrasing.upper()}: recall {_share(found, planted)}, precision {_share(right, alarms)}, "
            f"{len(by_rule) - len(covered)} of {len(by_rule)} complaints not covered"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "none"


def _short(text: str) -> str:
    return text if len(text) < _WIDTH else f"{text[: _WIDTH - 2]}…"

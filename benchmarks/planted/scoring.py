"""Compares alarms with plants: what was found, what was a false alarm."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from .alarms import Alarm
from .plants import Plant

RULES = Path(__file__).parent / "rules.yaml"
_MASK = "•"
_LEAST_TEXT = 12
"""A cited text shorter than this may be anywhere; it must hold the planted words, not lie in them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleMap:
    """Which rules of the checker look for which complaint."""

    rules: Mapping[str, tuple[str, ...]]
    beyond_clean: frozenset[str]
    pairs: frozenset[str] = frozenset()

    def of(self, complaint: str, alarms: Sequence[Alarm]) -> tuple[Alarm, ...]:
        """Return the alarms of the rules that look for a complaint."""
        patterns = self.rules.get(complaint, ())
        return tuple(alarm for alarm in alarms if any(fnmatchcase(alarm.rule, pattern) for pattern in patterns))


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How one complaint fared in one library. `missed` are plants, `false` are alarms that touch no plant."""

    planted: int
    missed: tuple[Plant, ...]
    alarms: int
    false: tuple[Alarm, ...]

    @property
    def recall(self) -> float | None:
        """The share of plants that an alarm touches; `None` where nothing is planted."""
        return (self.planted - len(self.missed)) / self.planted if self.planted else None

    @property
    def precision(self) -> float | None:
        """The share of alarms that touch a plant; `None` where there was no alarm."""
        return (self.alarms - len(self.false)) / self.alarms if self.alarms else None


def load_rules(path: Path = RULES) -> RuleMap:
    """Return the mapping of complaints to rules."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    beyond = frozenset(entries.pop("beyond-clean", ()))
    pairs = frozenset(entries.pop("pairs", ()))
    return RuleMap(
        rules={complaint: tuple(ids) for complaint, ids in entries.items()}, beyond_clean=beyond, pairs=pairs
    )


def score(
    complaint: str, plants: Sequence[Plant], alarms: Sequence[Alarm], clean: Sequence[Alarm], rules: RuleMap
) -> Score:
    """Return how a complaint fared in the library that `plants` are in; `clean` are the alarms of the clean twin."""
    own = [plant for plant in plants if plant.rule == complaint]
    allowed = [plant for plant in plants if plant.rule == complaint or complaint in plant.also]
    known = {alarm.gap_id for alarm in clean} if complaint in rules.beyond_clean else frozenset()
    raised = [alarm for alarm in rules.of(complaint, alarms) if alarm.gap_id not in known]
    right = [alarm for alarm in raised if any(touches(alarm, plant) for plant in allowed)]
    other_side = {alarm.gap_id for alarm in right} if complaint in rules.pairs else frozenset()
    return Score(
        planted=len(own),
        missed=tuple(plant for plant in own if not any(touches(alarm, plant) for alarm in raised)),
        alarms=len(raised),
        false=tuple(alarm for alarm in raised if alarm not in right and alarm.gap_id not in other_side),
    )


def touches(alarm: Alarm, plant: Plant) -> bool:
    """
    Is the alarm about the plant?

    It is if it names one of the plant's items; if it cites the planted words in their file; if it is about a file as a
    whole, as the plant is; or, where it cites nothing, if it names the planted words, their heading or (of an evidence
    file) their file.
    """
    if any(_names(alarm.about, item) for item in plant.items):
        return True
    if alarm.file and not alarm.text:
        return alarm.file == plant.file and not plant.heading
    if alarm.file:
        return alarm.file == plant.file and any(_same_place(alarm.text, words) for words in plant.words)
    named = (*plant.words, plant.heading, plant.file if "." in plant.file else "")
    return any(_names(alarm.about, name) for name in named if name)


def _names(about: str, item: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_plain(item))}(?!\w)", _plain(about)) is not None


def _same_place(cited: str, planted: str) -> bool:
    """Whether words are the same place, with or without the citations that stand among them."""
    forms = [(_plain(cited), _plain(planted)), (_bare(cited), _bare(planted))]
    return any(_holds(one, other) or (len(one) >= _LEAST_TEXT and _holds(other, one)) for one, other in forms)


def _holds(whole: str, part: str) -> bool:
    """Does `whole` hold `part`? Masked characters of either stand for any."""
    if _MASK not in whole and _MASK not in part:
        return part in whole
    starts = range(len(whole) - len(part) + 1)
    return any(_alike(whole[start : start + len(part)], part) for start in starts)


def _alike(one: str, other: str) -> bool:
    return all(left == right or _MASK in (left, right) for left, right in zip(one, other, strict=True))


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).casefold().split())


def _bare(text: str) -> str:
    return _plain(_CITATION.sub("", text)).rstrip(".")


_CITATION = re.compile(r"\s?\[E\d\d(?:, E\d\d)*\]")
_QUOTES = str.maketrans("’‘“”", "''\"\"")

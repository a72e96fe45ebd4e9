"""Waivers and attestations as files: strict YAML, every mistake at once with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from checker.domain.decision import Attestation, Method, Waiver
from checker.errors import DataError, Problem, UsageError, shown_path
from checker.values import dataclass, replace

if TYPE_CHECKING:
    from checker.yaml_source import YamlSource

_DAYS = ("start", "end")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PAGE = "see docs/actions-and-waivers.md"
_HOLDS = {
    "waivers": f"a list 'waivers', each with gap, person, role, reason, risk, start and end: {_PAGE}",
    "attestations": f"a list 'attestations', each with gap, person, role, reason, method, days and evidence: {_PAGE}",
}

Kind = TypeVar("Kind", Waiver, Attestation)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decisions:
    """
    All waivers and attestations of a run; `problems` say, by a row's place, which could not be taken as they were typed
    into a plan.
    """

    waivers: tuple[Waiver, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Decisions) -> Decisions:
        return replace(
            self,
            waivers=self.waivers + other.waivers,
            attestations=self.attestations + other.attestations,
            problems=self.problems + other.problems,
        )


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Return the waivers in a file; `DataError` with every mistake, `UsageError` if it does not exist."""
    return _read(path, "waivers", _waiver)


def read_attestations(path: Path) -> tuple[Attestation, ...]:
    """Return the attestations in a file; `DataError` with every mistake, `UsageError` if it does not exist."""
    return _read(path, "attestations", _attestation)


def _read(path: Path, what: str, build: Callable[[Mapping[str, Any], str], Kind]) -> tuple[Kind, ...]:
    if not path.is_file():
        raise UsageError(f"{shown_path(path)}: there is no such file (expected a file of {what})")
    from checker.yaml_checks.schema import schema_problems  # brings a YAML parser, which costs time
    from checker.yaml_source import parse_yaml

    source: YamlSource = parse_yaml(path, holds=_HOLDS[what])
    if isinstance(source.data, dict) and what in source.data and source.data[what] is None:
        raise DataError([*source.problems, source.problem((what,), f"the list '{what}' is empty", _HOLDS[what])])
    problems = [*source.problems, *schema_problems(source, what), *_day_problems(source, what)]
    if problems:
        raise DataError(sorted(set(problems)))
    places = (f"{path.name}:{source.line((what, number))}" for number in count())
    return tuple(build(item, place) for item, place in zip(_items(source, what), places, strict=False))


def _day_problems(source: YamlSource, what: str) -> Iterator[Problem]:
    """Yield what is wrong with days that are written as days; what is none the schema tells."""
    for number, item in enumerate(_items(source, what)):
        days = {key: str(item.get(key, "")) for key in _DAYS} if isinstance(item, Mapping) else {}
        written = {key: day for key, day in days.items() if _DAY.fullmatch(day)}
        wrong = [key for key, day in written.items() if not _is_day(day)]
        for key in wrong:
            message = f"'{days[key]}' is not a day of the calendar"
            yield source.problem((what, number, key), message, "year-month-day, e.g. 2026-03-31")
        if len(written) == len(_DAYS) and not wrong and days["end"] < days["start"]:
            yield source.problem((what, number, "end"), "it ends before it starts", f"a day after {days['start']}")


def _items(source: YamlSource, what: str) -> list[Any]:
    found = source.data.get(what) if isinstance(source.data, dict) else None
    return found if isinstance(found, list) else []


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _waiver(item: Mapping[str, Any], place: str) -> Waiver:
    fields = {key: item[key] for key in ("person", "role", "reason", "risk", "start", "end")}
    return Waiver(gap_id=item["gap"], place=place, **fields)


def _attestation(item: Mapping[str, Any], place: str) -> Attestation:
    fields = {key: item[key] for key in ("person", "role", "reason", "start", "end")}
    evidence = tuple(item["evidence"])
    return Attestation(gap_id=item["gap"], place=place, method=Method(item["method"]), evidence=evidence, **fields)

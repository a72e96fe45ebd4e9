"""The planted defects: what complaint each is made from, where it goes and what should be found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from .library import Library

PLANTS = Path(__file__).parent / "plants"
_CITED_AT_END = re.compile(r" \[E\d\d(?:, E\d\d)*\]\.?$")


class Phrasing(StrEnum):
    """One of the wordings of the same complaint."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"


HELD_OUT = frozenset({Phrasing.C, Phrasing.F})
"""The wordings that are counted and never read by those who work on the rules. The others are for development."""


class Expected(StrEnum):
    """How a defect should be reported."""

    GAP = "Gap"
    WEAK = "Weak"
    CHECK = "Check"
    INFO = "Info"


@dataclass(frozen=True, kw_only=True, slots=True)
class Plant:
    """
    One planted defect.

    A finding touches it by its file with its exact `words`, or by an `item` that names one of `items` (a heading, an
    expectation, a file, an acronym). A defect that is an absence has no words. `also` names rules that may rightly
    speak of the same place: their findings there are no false alarms. `edits` make the defect (see `editing`).
    """

    rule: str
    complaint: str
    phrasing: Phrasing
    expected: Expected
    file: str
    heading: str
    words: tuple[str, ...]
    items: tuple[str, ...]
    also: tuple[str, ...]
    edits: tuple[Mapping[str, Any], ...]


def load_plants(folder: Path = PLANTS) -> tuple[Plant, ...]:
    """
    Return all plants, by rule and phrasing. `ValueError` names the plant that lacks a field.

    What a rule's complaint is and how it should be reported stands with one of its entries and holds for all.
    """
    entries = [
        entry for path in sorted(folder.glob("*.yaml")) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    said = {entry["rule"]: entry for entry in entries if "complaint" in entry}
    plants = [
        _plant({**said[entry["rule"]], **entry}, phrasing, fields)
        for entry in entries
        for phrasing, fields in entry["plants"].items()
    ]
    named = (replace(plant, items=(*plant.items, *_files_of_rows(plant.edits))) for plant in plants)
    return tuple(sorted(named, key=lambda plant: (plant.rule, plant.phrasing)))


def _files_of_rows(edits: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the files whose rows in the register the edits change: a finding may name them as well."""
    wanted = [edit["where"] for edit in edits if "register" in edit]
    rows = Library.clean().register if wanted else ()
    return [row["File"] for row in rows if any(_fits(row, where) for where in wanted)]


def _fits(row: Mapping[str, str], where: Mapping[str, str]) -> bool:
    return all(part in row[column] for column, part in where.items())


def of_phrasing(plants: Sequence[Plant], phrasing: Phrasing) -> tuple[Plant, ...]:
    """Return the plants of one library."""
    return tuple(plant for plant in plants if plant.phrasing is phrasing)


def _plant(entry: Mapping[str, Any], phrasing: str, fields: Mapping[str, Any]) -> Plant:
    where = f"{entry['rule']} {phrasing}"
    if "file" not in fields:
        msg = f"plant {where}: 'file' is missing (which file the defect is in)"
        raise ValueError(msg)
    words = _several(fields.get("words", fields.get("text", "")))
    items = _several(fields.get("items", ""))
    if not words and not items:
        msg = f"plant {where}: it has neither words nor items (a finding needs something to touch)"
        raise ValueError(msg)
    return Plant(
        rule=entry["rule"],
        complaint=entry["complaint"],
        phrasing=Phrasing(phrasing),
        expected=Expected(fields.get("expected", entry["expected"])),
        file=fields["file"],
        heading=fields.get("heading", ""),
        words=tuple(_CITED_AT_END.sub("", one) for one in words),
        items=items,
        also=_several(fields.get("also", "")),
        edits=tuple({"file": fields["file"], **edit} for edit in fields.get("edits", [_own_edit(fields)])),
    )


def _own_edit(fields: Mapping[str, Any]) -> dict[str, Any]:
    described = {"words", "items", "also", "heading", "expected"}
    return {key: value for key, value in fields.items() if key not in described}


def _several(value: str | Sequence[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value)

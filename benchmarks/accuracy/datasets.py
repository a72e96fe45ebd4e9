"""Reads the labelled narratives of this project: JSON Lines files with a head, then a line for each sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checker import Polarity

from .labels import Label, LabelError, LabelledSet, Narrative, statuses_of

NARRATIVES = Path(__file__).resolve().parent / "narratives"
HELD_OUT = frozenset({"batch-3", "batch-4", "batch-6", "batch-8", "batch-9"})
_ABOUT = {
    "batch-1": "invented councils, original wording, labelled by their writer; used to improve the rules",
    "batch-2": "as batch-1, written apart from it; used to improve the rules",
    "batch-3": "as batch-1, written apart from it; its errors were never read, its figures were, while rules changed",
    "batch-4": "plainer narratives, written by somebody who saw nothing of the project; its errors were never read",
    "batch-5": "written with extra-6, without a look at the rules; held out once, now used to improve them",
    "batch-6": "long sentences of many speakers, written without a look at the rules; its errors were never read",
    "batch-7": "written with batch-8, without a look at the rules; measured once, now used to improve them",
    "batch-8": "reports, self-assessments, a letter and minutes, written as batch-7; its errors were never read",
    "batch-9": "as a report or a self-assessment is read bare, without a look at the rules; its errors were never read",
    "extra-7": "reports and self-assessments, written as batch-7; measured once, now used to improve the rules",
    "extra-8": "all on partnerships and communities, written as batch-7; measured once, now used to improve the rules",
    "extra-9": "all the statements but partnerships, written as batch-7; measured once, now used to improve the rules",
    "extra-10": "partnerships and communities again, written as batch-7; measured once, now used to improve the rules",
    "extra-11": "as extra-9, more like long published reports; measured once, now used to improve the rules",
    "extra-12": "as extra-10, more like long published reports; measured once, now used to improve the rules",
    "extra-13": "as extra-11, each narrative in another manner; measured once, now used to improve the rules",
    "extra-14": "as extra-10, in the plain words of many reports; measured once, now used to improve the rules",
    "extra-15": "as extra-11, in the plain words of many reports; measured once, now used to improve the rules",
}
_ABOUT_OTHERS = "further invented councils; used to improve the rules"


def own_sets(folder: Path = NARRATIVES) -> tuple[LabelledSet, ...]:
    """Return the project's own sets, `batch-*` before `extra-*`. `LabelError` for a file that cannot be used."""
    folders = [*sorted(folder.glob("batch-*/")), *sorted(folder.glob("extra-*/"))]
    return tuple(_own_set(one) for one in folders if any(one.glob("*.jsonl")))


def _own_set(folder: Path) -> LabelledSet:
    found = [(path, read_lines(path)) for path in sorted(folder.glob("*.jsonl"))]
    named = sorted({one for _, rows in found for _, row in rows for one in row.get("criteria") or ()})
    return LabelledSet(
        id=folder.name,
        about=_ABOUT.get(folder.name, _ABOUT_OTHERS),
        narratives=tuple(_narrative(path, rows, named) for path, rows in found),
        held_out=folder.name in HELD_OUT,
        taught=folder.name not in HELD_OUT,
    )


def _narrative(path: Path, rows: list[tuple[int, Mapping[str, Any]]], named: list[str]) -> Narrative:
    if not rows or "narrative" not in rows[0][1]:
        msg = f"{path.name}:1: the head is missing (expected a line with 'narrative')"
        raise LabelError(msg)
    text, labels, paragraph = "", [], 0
    for number, row in rows[1:]:
        place = f"{path.name}:{number}"
        start = len(text) + len(_between(text, row, paragraph))
        text += _between(text, row, paragraph) + str(row.get("text", ""))
        paragraph = row.get("p", 0)
        labels.append(sentence_label(row, start, len(text), place))
    return Narrative(id=path.stem, text=text, labels=tuple(labels), statuses=_statuses(labels, named))


def _between(text: str, row: Mapping[str, Any], paragraph: int) -> str:
    if not text:
        return ""
    return " " if row.get("p") == paragraph else "\n\n"


def _statuses(labels: list[Label], named: list[str]) -> dict[str, Any]:
    """Return the statuses that follow from the sentences; none where expectations are not labelled."""
    if any(label.expectations is None for label in labels):
        return {}
    return statuses_of([(label.expectations or (), label.polarity or Polarity.NEUTRAL) for label in labels], named)


def sentence_label(row: Mapping[str, Any], start: int, end: int, place: str) -> Label:
    """Return the label in a line of JSON. `LabelError` names the place of what is missing or unknown."""
    if end <= start:
        msg = f"{place}: there is no sentence here (expected 'text')"
        raise LabelError(msg)
    try:
        polarity = Polarity(row["polarity"])
        criteria = row["criteria"]
        return Label(
            start=start,
            end=end,
            shortfall=polarity.reports_shortfall,
            finding=row.get("kind", "finding") == "finding",
            expectations=None if criteria is None else tuple(criteria),
            also=frozenset(row.get("criteria_acceptable") or ()),
            polarity=polarity,
            polarity_also=frozenset(Polarity(one) for one in row.get("polarity_acceptable") or ()),
            voice=row["voice"],
            voice_also=frozenset(row.get("voice_acceptable") or ()),
            impact=row["impact"],
            certainty=row["certainty"],
        )
    except (KeyError, ValueError) as error:
        msg = f"{place}: the label cannot be used: {error}"
        raise LabelError(msg) from error


def read_lines(path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    """Return the objects of a JSON Lines file with their line numbers."""
    return list(_lines(path))


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            msg = f"{path.name}:{number}: this is not JSON: {error}"
            raise LabelError(msg) from error
        if not isinstance(row, dict):
            msg = f"{path.name}:{number}: expected an object in curly brackets"
            raise LabelError(msg)
        yield number, row

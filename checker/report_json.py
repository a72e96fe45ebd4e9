"""The gap report as JSON values (`gap-report/1`, see `schemas/gap-report.json`). Nothing here writes files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

from checker.domain.actions import PlannedAction
from checker.domain.assessment import DocumentRecord
from checker.domain.evidence import Passage
from checker.domain.report import SCHEMA, GapReport, ReportedFinding
from checker.values import field_names, replace

LEFT_OUT: Mapping[type, frozenset[str]] = {
    # The framework is named in `run`; sentences are streamed by the passages format.
    GapReport: frozenset({"framework", "sentences", "changes", "changed_since", "changes_notes", "observations"}),
    # Statuses stand with each expectation, sentences that were not recognised at the top.
    DocumentRecord: frozenset({"statuses", "not_recognised"}),
    # What people typed, unmasked: it goes back to them in their own sheet and nowhere else.
    PlannedAction: frozenset({"row"}),
    # How passages are counted, not what they say.
    Passage: frozenset({"main", "rules", "countable", "own_words", "claim_alone"}),
}
"""Fields of the report's types that the JSON report does not have."""

NULL_WHEN_EMPTY: Mapping[type, frozenset[str]] = {
    DocumentRecord: frozenset({"title", "council", "statement", "date", "same_as", "near", "newer"}),
    ReportedFinding: frozenset({"statement", "expectation", "item", "not_before", "exposes", "gap_title"}),
}
"""Fields in which empty text means "not stated"; the JSON report has `null` there."""

_ORDER = ("notice", "before_sharing", "run", "title", "councils", "summary", "documents", "statements", "findings")


def to_json(report: GapReport, *, lazily: bool = False) -> dict[str, object]:
    """
    Return the report as values that `json.dumps` takes. The same report gives the same text: mappings are sorted by
    key.

    `lazily`: each of its lists is an iterator instead, which makes its items one by one and can be gone through once.
    Of many documents they would take more memory together than the documents themselves.

    `TypeError` for a value that JSON does not know, such as a path in the settings.
    """
    filled = replace(report, actions=tuple(one for one in report.actions if one.row.is_filled))
    values = {
        name: map(_plain, item) if lazily and isinstance(item, tuple | list) else _value(item, nullable)
        for name, nullable in _shown_fields(GapReport)
        for item in (getattr(filled, name),)
    }
    first = {name: values[name] for name in _ORDER}
    return {"schema": SCHEMA, **first, **values}


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def _plain(value: object) -> object:
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if field_names(type(value)) is not None:
        return _fields(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, frozenset | set):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, str | int | float):
        return value
    msg = f"{type(value).__name__} has no place in a JSON report: {value!r}"
    raise TypeError(msg)


def _fields(value: object) -> dict[str, object]:
    shown = {}
    kind: Any = type(value)
    for name, nullable in _shown_fields(kind):
        shown[name] = _value(getattr(value, name), nullable)
    return shown


def _value(value: object, nullable: bool) -> object:
    item = _plain(value)
    return None if nullable and item == "" else item


@cache
def _shown_fields(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a type that the JSON report has, and whether empty text is `null` there."""
    left_out = LEFT_OUT.get(kind, frozenset())
    nullable = NULL_WHEN_EMPTY.get(kind, frozenset())
    names = field_names(kind) or ()
    return tuple((name, name in nullable) for name in names if name not in left_out)

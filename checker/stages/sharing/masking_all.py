"""The one sanitiser: every text of a finished report goes through the masker before any reporter sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter, is_not
from typing import Any, Protocol, TypeVar, cast

from checker.domain.actions import ActionRow
from checker.domain.change import Change
from checker.domain.framework import Framework
from checker.domain.report import GapReport, Named
from checker.text.masking import Masker
from checker.values import field_names, replace

_AS_THEY_ARE = (Enum, Framework, Named)
"""What packs and plugins say of themselves is published, and not about people."""

_HASHES = frozenset({"sha256", "fingerprint", "inputs"})
"""Fields that hold hashes; a mask in one would break what it is for. The names that `inputs` goes by are masked."""

Value = TypeVar("Value")


class Texts(Protocol):
    """What is to become of each text: in general, of a name, and of what people typed into their own plan."""

    def mask(self, text: str) -> str: ...

    def mask_name(self, text: str) -> str: ...

    def mask_private(self, text: str) -> str: ...


def masked(report: GapReport, masker: Masker) -> GapReport:
    """
    Return the report without personal data, whoever put its texts there: documents, sheets, names, settings, plugins.

    What is masked already stays as it is. What people typed into their own plan goes back to them in their own sheet:
    there, and only there, an e-mail address or telephone number stays, for a plan says whom to reach.
    """
    inputs = {masker.mask_name(name): digest for name, digest in report.run.inputs.items()}
    settings = Walk(masker, in_names=True).through(dict(report.run.settings))
    return Walk(masker).through(replace(report, run=replace(report.run, inputs=inputs, settings=settings)))


def masked_changes(changes: tuple[Change, ...], masker: Masker) -> tuple[Change, ...]:
    """Return changes without personal data: an earlier report may be from before a form of it was known."""
    return Walk(masker).through(changes)


_MOST_KNOWN = 10_000
"""So many texts are known at once: those that come again come soon, and a report of a large library has many."""


class Walk:
    """Goes through a value of the report's types; parts that do not change are shared, not copied."""

    def __init__(self, masker: Texts, *, in_names: bool = False) -> None:
        self._masker = masker
        self._mask = masker.mask_name if in_names else masker.mask
        self._known: dict[str, str] = {}
        self._ways: dict[type, Callable[[Any], Any]] = {}

    def through(self, value: Value) -> Value:
        return cast(Value, self._any(value))

    def _any(self, value: Any) -> Any:
        way = self._ways.get(type(value)) or self._learnt(value)
        return way(value)

    def _learnt(self, value: Any) -> Callable[[Any], Any]:
        """Return what to do with values of a type, and remember it: a report has a million values of few types."""
        way = self._ways[type(value)] = self._way(value)
        return way

    def _way(self, value: Any) -> Callable[[Any], Any]:
        if isinstance(value, _AS_THEY_ARE):
            return _same
        if isinstance(value, str):
            return self._text
        if isinstance(value, ActionRow):
            return self._typed
        if field_names(type(value)) is not None:
            return self._fields
        if isinstance(value, Mapping):
            return self._mapping
        return self._items if isinstance(value, tuple | list) else _same

    def _text(self, text: str) -> str:
        masked = self._known.get(text)
        if masked is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            masked = self._known[text] = self._mask(text)
        return text if masked == text else masked  # the same words elsewhere are no change

    def _mapping(self, values: Mapping[Any, Any]) -> Any:
        changed = [(self._any(key), self._any(item)) for key, item in values.items()]
        is_new = any(
            new[0] is not old[0] or new[1] is not old[1] for new, old in zip(changed, values.items(), strict=True)
        )
        return dict(changed) if is_new else values

    def _items(self, items: Any) -> Any:
        if not items:
            return items
        changed = list(map(self._any, items))
        return type(items)(changed) if any(map(is_not, changed, items)) else items

    def _fields(self, value: Any) -> Any:
        changed = {}
        kind: Any = type(value)
        names, values_of = _fields_of(kind)
        for name, old in zip(names, values_of(value), strict=True):
            way = self._ways.get(type(old)) or self._learnt(old)
            if way is not _same and (new := way(old)) is not old:  # numbers and their like are most of what there is
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _typed(self, row: ActionRow) -> ActionRow:
        private = self._masker.mask_private
        return replace(
            row,
            gap_id=self._text(row.gap_id),
            typed={key: private(text) for key, text in row.typed.items()},
            extra={private(heading): private(text) for heading, text in row.extra.items()},
            seen=self.through(row.seen),
            place=self._text(row.place),
        )


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a type's fields that are gone through, and what returns all of their values."""
    names = tuple(name for name in field_names(kind) or () if name not in _HASHES)
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


def _same(value: Any) -> Any:
    return value

"""
Facts of a document as bytes and back.

Pickle keeps what they share, which JSON would write many times. Only the checker's own plain values are ever made of
such bytes: whoever could write into the cache could still run nothing.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from io import BytesIO
from operator import attrgetter
from typing import Any

from checker.run.marked_document import DocumentFacts

_VALUES = "checker.domain."
_OTHERS = frozenset(
    {("checker.run.marked_document", "DocumentFacts"), ("checker.stages.evidence.observing", "Observed")}
)
_QUICKLY = 1


def as_bytes(facts: DocumentFacts) -> bytes:
    """Return the facts as bytes."""
    file = BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(facts)
    return zlib.compress(file.getvalue(), _QUICKLY)


def of_bytes(data: bytes) -> DocumentFacts | None:
    """Return the facts, or `None` for bytes that are none."""
    try:
        found = _PlainValues(BytesIO(zlib.decompress(data))).load()
    except Exception:  # what is not ours can fail in any way
        return None
    return found if isinstance(found, DocumentFacts) else None


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """Take frozen values apart: what dataclasses do by themselves takes three times as long to put together."""
        kind = type(value)
        taken = _WAYS_OUT.get(kind) or _way_out(kind)
        return (made, (kind, taken(value))) if taken else NotImplemented


class _PlainValues(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) == (__name__, made.__name__):
            return made
        if "." not in name and (module.startswith(_VALUES) or (module, name) in _OTHERS):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        msg = f"{module}.{name} is no plain value of the checker"
        raise pickle.UnpicklingError(msg)


def made(kind: type, values: tuple[object, ...]) -> object:
    """Return a frozen value of the values of its fields."""
    value: object = object.__new__(kind)
    for put, one in zip(_WAYS_IN.get(kind) or _ways_in(kind), values, strict=True):
        put(value, one)
    return value


# By type what takes a value apart and puts it together: a library has a million values of a dozen types.
_WAYS_OUT: dict[type, Callable[[object], tuple[object, ...]] | None] = {}
_WAYS_IN: dict[type, tuple[Callable[[object, object], None], ...]] = {}


def _way_out(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) == 1:
        only = attrgetter(names[0])
        _WAYS_OUT[kind] = lambda value: (only(value),)
    else:
        _WAYS_OUT[kind] = attrgetter(*names) if names else None
    return _WAYS_OUT[kind]


def _ways_in(kind: type) -> tuple[Callable[[object, object], None], ...]:
    _WAYS_IN[kind] = tuple(getattr(kind, field.name).__set__ for field in fields(kind))
    return _WAYS_IN[kind]

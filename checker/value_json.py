"""
Frozen values to JSON and back, driven by their types.

A dataclass becomes the list of its fields' values, so that reading costs little more than the JSON itself.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

Reader = Callable[[Any], Any]
_AS_IT_IS: tuple[object, ...] = (str, int, float, bool, object, Any, type(None))


def to_plain(value: object) -> object:
    """Return a value as lists, dicts, text, numbers, true, false and None; enum members as their values."""
    if is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    return value


@lru_cache(maxsize=128)
def reader_of(kind: Any) -> Reader:
    """
    Return a function that makes a value of the type `kind` from what `to_plain` made of it.

    It raises `ValueError`, `TypeError` or `KeyError` for anything else. `TypeError` here for a type it does not know.
    """
    if kind in _AS_IT_IS:
        return _same
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuple_reader(reader_of(inner[0]))
    if origin is Mapping:
        return _mapping_reader(int if inner[0] is int else str, reader_of(inner[1]))
    if origin in (types.UnionType, typing.Union) and len(inner) == 2 and inner[1] is type(None):
        return _optional_reader(reader_of(inner[0]))
    msg = f"no reader for {kind!r}"
    raise TypeError(msg)


def _same(plain: Any) -> Any:
    return plain


def _dataclass_reader(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    readers = [reader_of(hints[name]) for name in names]
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        return lambda values: kind(
            **{name: reader(item) for name, reader, item in zip(names, readers, values, strict=True)}
        )
    return _slots_reader(kind, names, readers)


def _slots_reader(kind: type, names: list[str], readers: list[Reader]) -> Reader:
    """
    Return a reader that puts values into the slots themselves.

    The `__init__` of a frozen class looks each of them up by name, which takes twice as long; packs hold thousands.
    """
    new = object.__new__
    put = [getattr(kind, name).__set__ for name in names]
    if all(reader is _same for reader in readers):

        def read_plain(values: Any) -> Any:
            made: Any = new(kind)
            for set_field, item in zip(put, values, strict=True):
                set_field(made, item)
            return made

        return read_plain

    def read(values: Any) -> Any:
        made: Any = new(kind)
        for set_field, reader, item in zip(put, readers, values, strict=True):
            set_field(made, item if reader is _same else reader(item))
        return made

    return read


def _tuple_reader(read: Reader) -> Reader:
    return tuple if read is _same else lambda items: tuple([read(item) for item in items])


def _mapping_reader(key: Callable[[str], Any], read: Reader) -> Reader:
    return lambda items: {key(name): read(item) for name, item in items.items()}


def _optional_reader(read: Reader) -> Reader:
    return lambda item: None if item is None else read(item)

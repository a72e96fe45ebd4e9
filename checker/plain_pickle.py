"""
Plain values as bytes and back: frozen values, enum members, named tuples, days, paths, and what Python is made of.

Pickle keeps what values share and costs little, but an ordinary one lets its author call whatever can be named. Here no
class is ever in the hands of the bytes: where they name one, they get a function that makes a value of it and nothing
else. So they can be taken from a process that reads hostile files, or from a file that somebody may have changed.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable
from enum import Enum
from functools import lru_cache, partial
from io import BytesIO
from types import MemberDescriptorType
from typing import Any

from msgspec import Struct

from checker.values import field_names

Allowed = Callable[[str, str], bool]
"""Whether values may be of a class, by its module and its name. Asked before the module is imported."""

_ALWAYS = frozenset(
    {
        *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
        *((module, name) for module in ("pathlib", "pathlib._local") for name in ("PosixPath", "WindowsPath")),
        ("decimal", "Decimal"),
    }
)


def dumped(value: object) -> bytes:
    """Return a value as bytes. `PicklingError`, `TypeError` or `AttributeError` for what pickle cannot take."""
    file = BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


def loaded(data: bytes, allowed: Allowed) -> object:
    """Return the value in `data`. Any exception for bytes that are none, or that name what is not allowed."""
    return _Unpickler(data, allowed).load()


class _Pickler(pickle.Pickler):
    dispatch_table = dict(copyreg.dispatch_table)
    """As it is before any plugin is imported: a library can change how every error is pickled, and the other side must
    not need that library."""

    def reducer_override(self, value: object) -> Any:
        """Take values apart into their class and what it is made of: all that the other side understands."""
        kind: Any = type(value)
        names = field_names(kind)
        if names is not None:
            return kind, tuple([getattr(value, name) for name in names])
        if isinstance(value, Enum):
            return kind, (value.value,)
        if _is_named_tuple(kind):
            return kind, tuple(value)  # type: ignore[arg-type]  # a named tuple is one
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, allowed: Allowed) -> None:
        super().__init__(BytesIO(data))
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> object:
        """Return what makes a value of the class that is named, never the class: it could be changed, or inherited."""
        if "." not in name and ((module, name) in _ALWAYS or self._allowed(module, name)):
            found = super().find_class(module, name)
            if isinstance(found, type) and not _can_be_called(found):
                return _maker(found, module, name)
        msg = f"{module}.{name} is no plain value"
        raise pickle.UnpicklingError(msg)


@lru_cache(maxsize=256)
def _can_be_called(kind: type) -> bool:
    """Whether values of a class can be called: bytes could then call one that they have made."""
    return any("__call__" in base.__dict__ for base in kind.__mro__)


def _is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and hasattr(kind, "_fields")


def _maker(kind: type, module: str, name: str) -> Callable[..., object]:
    if (names := field_names(kind)) is not None:
        return _maker_of_ours(kind, names) if issubclass(kind, Struct) else _maker_of_frozen(kind)
    if not (issubclass(kind, (Enum, BaseException)) or _is_named_tuple(kind) or (module, name) in _ALWAYS):
        msg = f"{module}.{name} is no plain value"
        raise pickle.UnpicklingError(msg)
    return lambda *values: kind(*values)


def _maker_of_ours(kind: type, names: tuple[str, ...]) -> Callable[..., object]:
    return lambda *values: kind(**dict(zip(names, values, strict=True)))


def _maker_of_frozen(kind: type) -> Callable[..., object]:
    """Return what puts a value of a library's dataclass together, without its own code and three times as fast."""
    ways = _ways_in(kind)

    def made(*values: object) -> object:
        value: object = object.__new__(kind)
        for put, one in zip(ways, values, strict=True):
            put(value, one)
        return value

    return made


@lru_cache(maxsize=256)
def _ways_in(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple(_way_in(kind, name) for name in field_names(kind) or ())


def _way_in(kind: type, name: str) -> Callable[[object, object], None]:
    slot = next((base.__dict__[name] for base in kind.__mro__ if name in base.__dict__), None)
    return slot.__set__ if isinstance(slot, MemberDescriptorType) else partial(_set, name)


def _set(name: str, value: object, one: object) -> None:
    object.__setattr__(value, name, one)

"""
Dataclasses that cost little: `dataclass`, `field` and `replace` as the standard library has them, made by msgspec.

A run makes 200 such classes before it reads a word, and tens of thousands of values while it reads. msgspec makes a
class in a twentieth and a value in a tenth of the time. To a type checker they are the standard library's own, and the
functions of `dataclasses` take their values: a class tells its fields when it is first asked for them (their names and
types, not their defaults).

Limits, each refused with a `TypeError` where a class asks for more: every class has slots; it inherits from nothing but
one other such class, whose options it has too, and its own fields are then to be given by name; there is no
`init=False`, no `InitVar`, no `hash` or `metadata` of a field. Who needs more takes the standard library's. In JSON,
values are lists of their fields.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT, Struct, StructMeta
from msgspec import field as _struct_field
from msgspec.structs import replace as _replace_struct

_LEFT_BEHIND = ("__dict__", "__weakref__", "__annotate_func__", "__annotations_cache__")
"""What belongs to the class as it is written, and not to the one that is made of it."""
_OPTIONS = {"frozen": False, "kw_only": False, "order": False, "eq": True}
_SAME = ("frozen", "order", "eq")
"""Options that a class has of the one that it inherits from."""
_TAKE_OTHER = "take the dataclass of the standard library"


class _Apart:
    """A field that is not compared or not shown."""

    def __init__(self, field: Any, *, compare: bool, repr: bool) -> None:
        self.field, self.compare, self.repr = field, compare, repr


class _Fields:
    """`__dataclass_fields__`, made when first asked for: hardly any run needs it, and it costs what msgspec saves."""

    def __get__(self, _value: object, owner: Any) -> Any:
        return _fields_of(owner)


@cache
def _fields_of(owner: Any) -> Any:
    types: dict[str, Any] = {}
    for base in reversed(owner.__mro__):
        types |= getattr(base, "__annotations__", {})
    from dataclasses import make_dataclass

    made: Any = make_dataclass(owner.__name__, [(name, types[name]) for name in owner.__struct_fields__])
    return made.__dataclass_fields__


class _Meta(StructMeta):
    """A class that inherits from a value is made as one, with the same promises."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> Any:
        own = {key: value for key, value in body.items() if isinstance(value, _Apart)}
        above: dict[str, _Apart] = getattr(bases[0], "__apart__", {})
        if own or above.keys() & body.get("__annotations__", {}).keys():
            apart = {key: one for key, one in above.items() if key not in body.get("__annotations__", {})} | own
            above_all: Any = bases[0]
            known = {option: options.get(option, getattr(above_all.__struct_config__, option)) for option in _SAME}
            body = _methods(**known) | body | {key: one.field for key, one in own.items()} | {"__apart__": apart}
        return super().__new__(cls, name, bases, body, **{"kw_only": True, **options})


class _Plain(Struct, array_like=True):
    """
    What values have in common. In JSON they are lists of their fields: names would be most of what is kept.

    Until Python 3.12 a class whose own class is written in Python makes its values in three times the time. So only
    those with fields apart have one.
    """

    __dataclass_fields__ = _Fields()


class _Value(Struct, metaclass=_Meta, array_like=True):
    """What values with fields apart have in common."""

    __dataclass_fields__ = _Fields()


def _dataclass(written: type | None = None, /, *, slots: bool = True, **options: bool) -> Any:
    if not slots or options.keys() - _OPTIONS.keys():
        refused = ", ".join(sorted(options.keys() - _OPTIONS.keys())) or "no slots"
        msg = f"there is no class with {refused} here: {_TAKE_OTHER}"
        raise TypeError(msg)
    given = _OPTIONS | options
    return (lambda kind: _made(kind, given)) if written is None else _made(written, given)


def _made(written: type, options: Mapping[str, bool]) -> type:
    if issubclass(written, Struct):
        _check_options(written, options)
        return written
    if written.__bases__ != (object,):
        above = ", ".join(base.__name__ for base in written.__bases__)
        msg = f"{written.__name__} inherits from {above}, which is not made by `checker`: {_TAKE_OTHER}"
        raise TypeError(msg)
    body = {name: value for name, value in vars(written).items() if name not in _LEFT_BEHIND}
    types = written.__annotations__
    if any("InitVar" in str(one) for one in types.values()):
        msg = f"{written.__name__} has an InitVar, which is not known here: {_TAKE_OTHER}"
        raise TypeError(msg)
    body |= {"__annotations__": types, "__qualname__": written.__qualname__}
    has_apart = any(isinstance(value, _Apart) for value in body.values())
    meta: Any = _Meta if has_apart else StructMeta
    kind: type = meta(written.__name__, (_Value if has_apart else _Plain,), body, **options)
    return kind


def _check_options(written: Any, options: Mapping[str, bool]) -> None:
    """`TypeError` where a class that inherits is to be other than what it inherits from; it is made already."""
    config = written.__struct_config__
    is_so = {"kw_only": True, **{name: getattr(config, name) for name in _SAME}}
    for name, asked in options.items():
        if asked != is_so[name] and (asked or name != "order"):  # an order that nobody asks for harms nothing
            msg = f"{written.__name__} inherits {name}={is_so[name]}: say so too, or {_TAKE_OTHER}"
            raise TypeError(msg)


def _field(
    *, default: Any = NODEFAULT, default_factory: Any = NODEFAULT, compare: bool = True, repr: bool = True, **more: Any
) -> Any:
    if more:
        msg = f"there is no field with {', '.join(sorted(more))} here: {_TAKE_OTHER}"
        raise TypeError(msg)
    given = {"default": default, "default_factory": default_factory}
    made: Any = _struct_field(**given)
    return made if compare and repr else _Apart(made, compare=compare, repr=repr)


def _replace(value: Any, /, **changes: Any) -> Any:
    try:
        return _replace_struct(value, **changes)
    except TypeError:
        if isinstance(value, Struct):
            raise
    from dataclasses import replace as replace_other

    return replace_other(value, **changes)


def _methods(*, frozen: bool, order: bool, eq: bool) -> dict[str, Any]:
    """Return what a class with fields apart does in its own way."""
    made: dict[str, Any] = {"__repr__": _shown}
    if eq:
        made |= {"__eq__": _is_equal, "__hash__": _hashed if frozen else None}
    return made | _ORDERED if order else made


def _by(compare: Callable[[Any, Any], bool]) -> Callable[[Any, object], bool]:
    def compared(self: Any, other: object) -> bool:
        kind: type = type(self)
        known = _compared(kind)
        return compare(known(self), known(other)) if kind is type(other) else NotImplemented

    return compared


_ORDERED = {f"__{one.__name__}__": _by(one) for one in (operator.lt, operator.le, operator.gt, operator.ge)}


def _is_equal(self: Any, other: object) -> bool:
    kind: type = type(self)
    known = _compared(kind)
    return bool(known(self) == known(other)) if kind is type(other) else NotImplemented


def _hashed(self: Any) -> int:
    kind: type = type(self)
    return hash(_compared(kind)(self))


def _shown(self: Any) -> str:
    names = [name for name in self.__struct_fields__ if name not in self.__apart__ or self.__apart__[name].repr]
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


@cache
def _compared(kind: type) -> Callable[[object], object]:
    struct: Any = kind
    apart = struct.__apart__
    names = [name for name in struct.__struct_fields__ if name not in apart or apart[name].compare]
    return operator.attrgetter(*names) if names else lambda _: ()


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _field, _replace


def field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of a dataclass's fields in their order, whoever made it; `None` for any other type."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    known = getattr(kind, "__dataclass_fields__", None)
    return None if known is None else tuple(known)

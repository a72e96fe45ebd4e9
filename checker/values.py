"""
Dataclasses that cost little: `dataclass`, `field` and `replace` as the standard library has them, made by msgspec.

A run makes 200 such classes before it reads a word, and tens of thousands of values while it reads. msgspec makes a
class in a twentieth and a value in a tenth of the time. To a type checker they are the standard library's own, and the
functions of `dataclasses` take their values: a class tells its fields when it is first asked for them.

There is no `init=False`, no `InitVar` and no class without slots; who needs one takes the standard library's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT, Struct, StructMeta
from msgspec import field as _struct_field
from msgspec.structs import replace as _replace

_LEFT_BEHIND = ("__dict__", "__weakref__", "__annotate_func__", "__annotations_cache__")
"""What belongs to the class as it is written, and not to the one that is made of it."""


class _Apart:
    """A field that is not compared or not shown."""

    def __init__(self, field: Any, *, compare: bool, repr: bool) -> None:
        self.field, self.compare, self.repr = field, compare, repr


class _Fields:
    """`__dataclass_fields__`, made when first asked for: hardly any run needs it, and it costs what msgspec saves."""

    def __get__(self, _value: object, owner: Any) -> Any:
        from dataclasses import make_dataclass

        types: dict[str, Any] = {}
        for base in reversed(owner.__mro__):
            types |= getattr(base, "__annotations__", {})
        made: Any = make_dataclass(owner.__name__, [(name, types[name]) for name in owner.__struct_fields__])
        return made.__dataclass_fields__


class _Meta(StructMeta):
    """A class that inherits from a value is made as one, with the same promises."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> Any:
        apart = {key: value for key, value in body.items() if isinstance(value, _Apart)}
        if apart:
            body |= {key: one.field for key, one in apart.items()}
            body |= {"__eq__": _is_equal, "__hash__": _hashed, "__repr__": _shown, "__apart__": apart}
        return super().__new__(cls, name, bases, body, **{"kw_only": True, **options})


class _Value(Struct, metaclass=_Meta, array_like=True):
    """What all have in common. In JSON they are lists of their fields: names would be most of what is kept."""

    __dataclass_fields__ = _Fields()


def _dataclass(
    *, slots: bool, frozen: bool = False, kw_only: bool = False, order: bool = False, eq: bool = True
) -> Callable[[type], type]:
    if not slots:
        msg = "a class without slots is for the standard library's dataclass"
        raise TypeError(msg)

    def made(written: type) -> type:
        if issubclass(written, Struct):
            return written
        body = {name: value for name, value in vars(written).items() if name not in _LEFT_BEHIND}
        body["__annotations__"] = written.__annotations__
        kind: type = _Meta(written.__name__, (_Value,), body, frozen=frozen, kw_only=kw_only, order=order, eq=eq)
        return kind

    return made


def _field(
    *, default: Any = NODEFAULT, default_factory: Any = NODEFAULT, compare: bool = True, repr: bool = True
) -> Any:
    given = {"default": default} if default_factory is NODEFAULT else {"default_factory": default_factory}
    made: Any = _struct_field(**given)
    return made if compare and repr else _Apart(made, compare=compare, repr=repr)


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
    return attrgetter(*(name for name in struct.__struct_fields__ if name not in apart or apart[name].compare))


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

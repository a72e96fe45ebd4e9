"""What our dataclasses cannot do is refused, with the words that help."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from checker.values import dataclass, field, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Meal:
    """A meal."""

    name: str


@dataclass(slots=True)
class Kettle:
    """Can be changed."""

    litres: int = 1


class Plain:
    """A class that is nobody's dataclass."""


def unslotted() -> object:
    return dataclass(slots=False)


def with_weak_references() -> object:
    return dataclass(weakref_slot=True, slots=True)


def field_with_metadata() -> object:
    return field(default=1, metadata={"unit": "litre"})


def other_base() -> object:
    @dataclass(slots=True)
    class Other(Plain):
        size: int = 1

    return Other


def with_an_init_var() -> object:
    @dataclass(slots=True)
    class Other:
        size: dataclasses.InitVar[int] = 1

    return Other


def compared_by_identity() -> object:
    @dataclass(frozen=True, kw_only=True, slots=True, eq=False)
    class Other(Meal):
        size: int = 1

    return Other


def by_place() -> object:
    @dataclass(slots=True)
    class Other(Kettle):
        size: int = 1

    return Other


@pytest.mark.parametrize(
    "asked",
    [
        unslotted,
        with_weak_references,
        field_with_metadata,
        other_base,
        with_an_init_var,
        compared_by_identity,
        by_place,
    ],
)
def test_what_is_not_known_here_is_refused_and_the_standard_library_named(asked: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="take the dataclass of the standard library"):
        asked()


def test_the_values_of_others_can_be_replaced_and_fields_are_made_once() -> None:
    @dataclasses.dataclass(frozen=True)
    class Theirs:
        place: str

    assert replace(Theirs("here"), place="there") == Theirs("there")
    assert dataclasses.fields(Kettle)[0] is dataclasses.fields(Kettle)[0]

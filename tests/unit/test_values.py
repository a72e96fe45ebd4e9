"""Our dataclasses keep what the standard library promises: whoever knows `dataclasses` need not know who makes them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from checker.values import dataclass, field, field_names, replace


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Meal:
    """A meal."""

    name: str
    spoons: int = 1
    notes: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    TABLES: ClassVar[int] = 4

    @property
    def is_soup(self) -> bool:
        return self.name == "soup"


@dataclass(frozen=True, kw_only=True, slots=True)
class SetMeal(Meal):
    """A meal with a price."""

    price: int

    def __post_init__(self) -> None:
        if self.price < 0:
            raise ValueError("nobody is paid for eating")


@dataclass(slots=True)
class Tally:
    """What can be counted up."""

    number: int = 0


def test_a_frozen_value_cannot_be_changed_and_knows_its_fields_by_name_alone() -> None:
    soup: Any = Meal(name="soup")

    with pytest.raises(AttributeError):
        soup.name = "stew"
    with pytest.raises(AttributeError):
        soup.price = 3
    with pytest.raises(TypeError):
        Meal("soup")  # type: ignore[call-arg]
    assert (soup.spoons, soup.notes, soup.is_soup, Meal.TABLES) == (1, {}, True, 4)


def test_values_are_equal_hashed_and_ordered_by_their_fields_but_for_those_left_out() -> None:
    noted = Meal(name="soup", notes={"with": "salt"})

    assert noted == Meal(name="soup") != Meal(name="soup", spoons=2)
    assert hash(noted) == hash(Meal(name="soup"))
    assert sorted([Meal(name="tea"), Meal(name="soup", spoons=2), noted])[0] is noted
    assert repr(noted) == "Meal(name='soup', spoons=1)"


def test_defaults_are_made_anew_for_every_value() -> None:
    assert Meal(name="soup").notes is not Meal(name="tea").notes


def test_a_class_that_inherits_has_all_fields_and_is_checked_when_replaced_too() -> None:
    lunch = SetMeal(name="soup", price=3)

    assert field_names(SetMeal) == ("name", "spoons", "notes", "price")
    assert isinstance(lunch, Meal)
    assert lunch == replace(lunch, notes={"with": "salt"}) != replace(lunch, price=4)
    with pytest.raises(ValueError, match="nobody is paid"):
        replace(lunch, price=-1)
    with pytest.raises(AttributeError):
        lunch.price = 4  # type: ignore[misc]


def test_a_value_that_is_not_frozen_can_be_changed_and_has_no_hash() -> None:
    tally = Tally(2)

    tally.number += 1

    assert tally == Tally(3)
    with pytest.raises(TypeError):
        hash(tally)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies_are_equal(again: Any) -> None:
    lunch = SetMeal(name="soup", price=3, notes={"with": "salt"})

    assert again(lunch) == lunch
    assert again(lunch).notes == lunch.notes


def test_the_functions_of_the_standard_library_know_our_values() -> None:
    lunch = SetMeal(name="soup", price=3)

    assert dataclasses.is_dataclass(lunch)
    assert [one.name for one in dataclasses.fields(SetMeal)] == ["name", "spoons", "notes", "price"]
    assert dataclasses.replace(lunch, price=4) == replace(lunch, price=4) == SetMeal(name="soup", price=4)
    assert dataclasses.asdict(lunch) == {"name": "soup", "spoons": 1, "notes": {}, "price": 3}
    with pytest.raises(TypeError):
        dataclasses.replace(lunch, prize=4)  # type: ignore[call-arg]


def test_fields_are_told_of_any_dataclass_and_of_nothing_else() -> None:
    @dataclasses.dataclass
    class Theirs:
        place: str

    assert field_names(Theirs) == ("place",)
    assert field_names(Tally) == ("number",)
    assert field_names(str) is None

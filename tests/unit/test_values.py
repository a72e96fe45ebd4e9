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
    make: Any = Meal
    soup = make(name="soup")

    with pytest.raises(AttributeError):
        soup.name = "stew"
    with pytest.raises(AttributeError):
        soup.price = 3
    with pytest.raises(TypeError):
        make("soup")
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
    changed: Any = lunch
    with pytest.raises(AttributeError):
        changed.price = 4


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
    assert [one.name for one in dataclasses.fields(Meal)] == ["name", "spoons", "notes"]
    assert [one.name for one in dataclasses.fields(SetMeal)] == ["name", "spoons", "notes", "price"]
    assert dataclasses.replace(lunch, price=4) == replace(lunch, price=4) == SetMeal(name="soup", price=4)
    assert dataclasses.asdict(lunch) == {"name": "soup", "spoons": 1, "notes": {}, "price": 3}
    misspelt: Any = {"prize": 4}
    with pytest.raises(TypeError):
        dataclasses.replace(lunch, **misspelt)


def test_fields_are_told_of_any_dataclass_and_of_nothing_else() -> None:
    @dataclasses.dataclass
    class Theirs:
        place: str

    assert field_names(Theirs) == ("place",)
    assert field_names(Tally) == ("number",)
    assert field_names(str) is None


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Dinner(Meal):
    """A meal with a secret; `notes` are compared after all."""

    secret: str = field(default="", repr=False, compare=False)
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Kettle:
    """Can be changed, and has a field that is not compared."""

    litres: int = 1
    dents: int = field(default=0, compare=False)


def test_fields_apart_are_those_of_all_classes_above_but_for_fields_that_are_told_anew() -> None:
    @dataclass(frozen=True, kw_only=True, slots=True, order=True)
    class Feast(Meal):
        guests: int = field(default=0, repr=False)

    dinner = Dinner(name="soup", secret="salt", notes={"a": "b"})

    assert repr(Feast(name="soup", guests=3)) == "Feast(name='soup', spoons=1)"
    assert Feast(name="soup", notes={"a": "b"}) == Feast(name="soup") < Feast(name="soup", guests=1)
    assert repr(dinner) == "Dinner(name='soup', spoons=1, notes={'a': 'b'})"
    assert dinner == replace(dinner, secret="pepper") != replace(dinner, notes={})


def test_order_leaves_out_what_is_not_compared() -> None:
    one, other = Meal(name="soup", notes={"a": "b"}), Meal(name="soup", notes={"c": "d"})

    assert one <= other <= one
    assert not one < other


def test_what_can_be_changed_has_no_hash_with_fields_apart_too() -> None:
    assert Kettle(dents=2) == Kettle() != Kettle(litres=2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Kettle())


def test_what_a_class_says_of_itself_stands() -> None:
    @dataclass(frozen=True)
    class Cup:
        size: int
        owner: str = field(default="", compare=False)

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "a cup"

    assert Cup(1) == Cup(2)
    assert (hash(Cup(1)), repr(Cup(1))) == (7, "a cup")
    assert Cup.__qualname__.endswith("<locals>.Cup")
    assert Cup.__module__ == __name__


def test_a_bare_decorator_works() -> None:
    @dataclass
    class Plate:
        size: int = 1

    plate = Plate(2)
    plate.size = 3

    assert plate == Plate(size=3)

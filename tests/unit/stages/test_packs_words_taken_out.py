"""An overlay takes words out of packs that it extends, with a reason; what is not there cannot be taken out."""

from __future__ import annotations

from typing import Any

import pytest

from checker.domain.tailoring import disagreements
from checker.errors import DataError
from checker.stages.packs.origins import origins_of

from .overlaying import an_overlay, expectation_of, loaded, rule_of

OURS = "override:\n  - {{expectation: fresh-food, {change}, because: So it is.}}\n"
TWICE = "add: {look_for: [sunday roast]}, remove: {look_for: [sunday roast]}"


def texts(phrases: Any) -> list[str]:
    return [phrase.text for phrase in phrases]


def mistakes(kitchen: Any, *overlays: Any) -> list[str]:
    with pytest.raises(DataError) as caught:
        loaded(kitchen, *overlays)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("setting", "phrase", "left"),
    [
        ("look_for", "Fresh  food", ["cook|bake ... every day|morning", "=FFF"]),
        ("look_for", '"=FFF"', ["fresh food", "cook|bake ... every day|morning"]),
        ("hints", "oven", ["kitchen"]),
        ("not_when", "fresh food poisoning", []),
    ],
)
def test_words_of_an_expectation_are_taken_out(kitchen: Any, setting: str, phrase: str, left: list[str]) -> None:
    words = OURS.format(change=f"remove: {{{setting}: [{phrase}]}}")

    book = loaded(kitchen, an_overlay(kitchen, "alpha", words))

    assert texts(getattr(expectation_of(book, "fresh-food"), setting)) == left
    assert [(one.setting, one.because, one.in_force) for one in book.overrides] == [
        (f"remove.{setting}", "So it is.", True)
    ]


def test_words_of_a_rule_give_way_to_others(kitchen: Any) -> None:
    words = (
        "{rule: guests-asked.survey-named, remove: {look_for: [guest survey]}, add: {look_for: [poll]}, because: X.}"
    )

    book = loaded(kitchen, an_overlay(kitchen, "alpha", f"override:\n  - {words}\n"))

    assert texts(rule_of(book, "guests-asked.survey-named").look_for) == ["poll"]


def test_words_to_look_for_can_become_a_hint(kitchen: Any) -> None:
    words = OURS.format(change="remove: {look_for: [fresh food]}, add: {hints: [fresh food]}")

    book = loaded(kitchen, an_overlay(kitchen, "alpha", words))

    assert texts(expectation_of(book, "fresh-food").hints) == ["kitchen", "oven", "fresh food"]


def test_a_pack_takes_out_what_one_that_it_extends_adds(kitchen: Any) -> None:
    region = an_overlay(kitchen, "region", OURS.format(change="add: {look_for: [sunday roast]}"))
    council = an_overlay(
        kitchen, "council", OURS.format(change="remove: {look_for: [sunday roast]}"), "region, village-kitchen"
    )

    book = loaded(kitchen, region, council)

    assert "sunday roast" not in texts(expectation_of(book, "fresh-food").look_for)
    assert [(one.pack, one.in_force) for one in book.overrides] == [("council", True), ("region", False)]
    assert disagreements(book.overrides) == ()


def test_a_pack_puts_back_what_one_that_it_extends_takes_out(kitchen: Any) -> None:
    region = an_overlay(kitchen, "region", OURS.format(change="remove: {look_for: [fresh food]}"))
    council = an_overlay(
        kitchen, "council", OURS.format(change="add: {look_for: [fresh food]}"), "region, village-kitchen"
    )

    book = loaded(kitchen, region, council)

    assert texts(expectation_of(book, "fresh-food").look_for).count("fresh food") == 1


def test_packs_that_take_out_the_same_do_not_disagree(kitchen: Any) -> None:
    words = OURS.format(change="remove: {look_for: [fresh food]}")

    book = loaded(kitchen, *(an_overlay(kitchen, id, words) for id in ("alpha", "beta")))

    assert "fresh food" not in texts(expectation_of(book, "fresh-food").look_for)
    assert disagreements(book.overrides) == ()


def test_where_words_come_from_tells_those_that_are_taken_out(kitchen: Any) -> None:
    alpha = an_overlay(kitchen, "alpha", OURS.format(change="remove: {look_for: [fresh food]}"))
    loaded(kitchen, alpha)

    origins = origins_of("fresh-food", [kitchen.folder / "kitchen", alpha], kitchen.criteria)

    told = [(one.setting, one.file, one.because) for one in origins if one.setting.endswith("look_for")]
    assert told == [("look_for", "kitchen/warm-meals.yaml", ""), ("remove.look_for", "alpha/overlay.yaml", "So it is.")]


def test_what_only_a_pack_adds_that_is_not_extended_cannot_be_taken_out(kitchen: Any) -> None:
    alpha = an_overlay(kitchen, "alpha", OURS.format(change="add: {look_for: [sunday roast]}"))
    beta = an_overlay(kitchen, "beta", OURS.format(change="remove: {look_for: [sunday roast]}"))

    (told,) = mistakes(kitchen, alpha, beta)

    assert told == (
        "beta/overlay.yaml:2: the expectation 'fresh-food' has no phrase 'sunday roast' under look_for "
        "(the pack 'alpha' adds it (alpha/overlay.yaml:2): extends: [alpha] in pack.yaml)"
    )


def test_one_pack_does_not_add_and_take_out_the_same_words(kitchen: Any) -> None:
    told = mistakes(kitchen, an_overlay(kitchen, "alpha", OURS.format(change=TWICE)))

    assert "alpha/overlay.yaml:2: the phrase 'sunday roast' is added here as well (alpha/overlay.yaml:2)" in told[0]


def test_packs_that_together_leave_no_words_are_refused(kitchen: Any) -> None:
    alpha = an_overlay(kitchen, "alpha", OURS.format(change='remove: {look_for: [fresh food, "=FFF"]}'))
    beta = an_overlay(kitchen, "beta", OURS.format(change='remove: {look_for: ["cook|bake ... every day|morning"]}'))

    (told,) = mistakes(kitchen, alpha, beta)

    assert told == (
        "beta/overlay.yaml:2: no words to look for are left of the expectation 'fresh-food' "
        "(words that are added, or switch it off under disable)"
    )

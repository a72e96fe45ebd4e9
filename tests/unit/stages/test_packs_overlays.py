"""An overlay changes packs that it extends; which value counts never depends on the order of packs."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from checker.domain.pack import RuleBook, Weight
from checker.domain.tailoring import disagreements
from checker.stages.packs import load_rule_book
from checker.stages.packs.advice import advice
from checker.stages.packs.origins import origins_of

from .overlaying import OFF, TITLE, WEIGHT, an_overlay, expectation_of, loaded, rule_of

GOOD = Path(__file__).parents[2] / "malformed_overlays" / "good"


@pytest.fixture
def weekends(kitchen: Any) -> RuleBook:
    shutil.copytree(GOOD, kitchen.folder / "weekends")
    return loaded(kitchen, kitchen.folder / "weekends")


def test_an_overlay_sets_weight_and_remedy_of_a_rule(weekends: RuleBook) -> None:
    rule = rule_of(weekends, "fresh-food.guests-confirm")

    assert (rule.weight, rule.remedy) == (Weight.ESSENTIAL, "Ask guests on Sunday.")
    assert rule.title == "Guests say that the food is fresh"


def test_what_an_expectation_sets_itself_counts_before_a_changed_default_rule(weekends: RuleBook) -> None:
    assert rule_of(weekends, "fresh-food.recent").expects == {"months": 12}
    assert rule_of(weekends, "open-at-weekends.recent").expects == {"months": 6}


def test_a_pack_without_default_rules_asks_those_that_it_extends(weekends: RuleBook) -> None:
    rules = {rule.id for rule in expectation_of(weekends, "open-at-weekends").rules}

    assert rules == {"open-at-weekends.evidenced", "open-at-weekends.recent"}


def test_a_changed_title_stands_in_the_default_rules_too(weekends: RuleBook) -> None:
    rule = rule_of(weekends, "fresh-food.evidenced")

    assert rule.title == "Evidence is there: Food is cooked fresh at weekends too"


def test_added_words_name_the_file_of_the_overlay(weekends: RuleBook) -> None:
    added = expectation_of(weekends, "fresh-food").look_for[-1]

    assert (added.text, added.place) == ("sunday roast", "weekends/overlay.yaml:11")
    assert added.number


def test_a_rule_that_is_switched_off_is_not_asked_and_stays_listed_with_its_reason(weekends: RuleBook) -> None:
    (off,) = weekends.packs[0].disabled

    assert off.id == "guests-asked.survey-named"
    assert off.id not in {rule.id for rule in weekends.rules}
    assert [one.because for one in weekends.switches_of(off)] == ["We have no survey."]


def test_an_expectation_that_is_switched_off_takes_its_rules_along(kitchen: Any) -> None:
    off = "disable:\n  - {expectation: fresh-food, because: We serve tins.}\n"

    book = loaded(kitchen, an_overlay(kitchen, "tins", off))

    assert [one.id for one in book.expectations] == ["guests-asked"]
    assert [rule.id for rule in book.packs[0].disabled] == [
        "fresh-food.evidenced",
        "fresh-food.guests-confirm",
        "fresh-food.recent",
    ]


def test_a_default_rule_can_be_switched_off_for_all(kitchen: Any) -> None:
    off = "disable:\n  - {default_rule: evidenced, because: We know.}\n"

    book = loaded(kitchen, an_overlay(kitchen, "known", off))

    assert not [rule.id for rule in book.rules if rule.id.endswith(".evidenced")]


def test_a_pack_counts_before_the_one_that_it_extends(kitchen: Any) -> None:
    region = an_overlay(kitchen, "region", WEIGHT.format(weight="essential"))
    council = an_overlay(kitchen, "council", WEIGHT.format(weight="helpful"), extends="region, village-kitchen")

    book = loaded(kitchen, region, council)

    assert rule_of(book, "fresh-food.recent").weight is Weight.HELPFUL
    assert disagreements(book.overrides) == ()


def test_the_order_of_packs_never_changes_a_result(kitchen: Any) -> None:
    packs = [
        an_overlay(kitchen, "alpha", OFF + TITLE.format(title="A")),
        an_overlay(kitchen, "beta", WEIGHT.format(weight="helpful")),
        an_overlay(kitchen, "gamma", TITLE.format(title="C")),
    ]

    books = [loaded(kitchen, *order) for order in permutations(packs)]

    assert all(book == books[0] for book in books)


def test_a_packed_book_with_overlays_comes_back_from_the_cache(kitchen: Any, weekends: RuleBook) -> None:
    folders = [kitchen.folder / "kitchen", kitchen.folder / "weekends"]
    books = [
        load_rule_book(folders, criteria=kitchen.criteria, cache=kitchen.folder / "cache") for _ in ("cold", "warm")
    ]

    assert books[0] == books[1] == weekends


@pytest.mark.usefixtures("weekends")
def test_each_setting_says_where_it_comes_from_and_what_it_replaces(kitchen: Any) -> None:
    folders = [kitchen.folder / "kitchen", kitchen.folder / "weekends"]

    origins = origins_of("open-at-weekends.recent", folders, kitchen.criteria)

    months = [(one.value, one.counts, f"{one.file}:{one.line}") for one in origins if one.setting == "expects.months"]
    assert months == [("6", True, "weekends/overlay.yaml:3"), ("24", False, "kitchen/default-rules.yaml:12")]


def test_an_expectation_that_nothing_asks_about_is_told(kitchen: Any) -> None:
    folder = kitchen.pack()
    (folder / "default-rules.yaml").unlink()
    (folder / "warm-meals.cases.yaml").unlink()
    kitchen.change(
        "warm-meals.yaml",
        "    defaults:\n      recent: {expects: {months: 12}, weight: expected, because: Menus change every year.}\n",
        "",
    )
    kitchen.change(
        "warm-meals.yaml",
        "    defaults:\n      recent: {off: true, because: Once is enough.}\n    rules:",
        "    rules:",
    )
    text = (folder / "warm-meals.yaml").read_text(encoding="utf-8")
    start = text.index("    rules:\n      - id: guests-asked")
    (folder / "warm-meals.yaml").write_text(text[:start] + text[text.index("\nrules:\n") + 1 :], encoding="utf-8")

    (told,) = advice(loaded(kitchen))

    assert "nothing asks about the expectation 'guests-asked'" in str(told)

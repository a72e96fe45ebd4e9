"""Two overlays that disagree: one value counts, never by the order of packs, and both places are told."""

from __future__ import annotations

from typing import Any

import pytest

from checker.domain.pack import Weight
from checker.domain.tailoring import disagreements
from checker.stages.packs.advice import advice
from checker.stages.packs.origins import origins_of

from .overlaying import MONTHS, OFF, TITLE, WEIGHT, an_overlay, expectation_of, loaded, rule_of

OFF_FOR_ALL = "disable:\n  - {default_rule: recent, because: Nobody asks.}\n"
OFF_AS_A_WHOLE = "disable:\n  - {expectation: fresh-food, because: We serve tins.}\n"
WORDS = "override:\n  - {{expectation: fresh-food, add: {{{setting}: [{phrase}]}}, because: So it is.}}\n"


@pytest.mark.parametrize(
    ("first", "second", "name", "setting"),
    [
        (WEIGHT.format(weight="helpful"), WEIGHT.format(weight="essential"), "weight", Weight.ESSENTIAL),
        (MONTHS.format(months=18), MONTHS.format(months=9), "expects", {"months": 9}),
        (MONTHS.format(months=9), MONTHS.format(months=18), "expects", {"months": 9}),
    ],
)
def test_between_packs_that_disagree_the_stricter_setting_counts(
    kitchen: Any, first: str, second: str, name: str, setting: object
) -> None:
    kitchen.pack()
    kitchen.change("warm-meals.yaml", "expects: {months: 12}, ", "")

    book = loaded(kitchen, an_overlay(kitchen, "alpha", first), an_overlay(kitchen, "beta", second))

    assert getattr(rule_of(book, "fresh-food.recent"), name) == setting
    assert len(disagreements(book.overrides)) == 1


def test_where_nobody_knows_what_is_stricter_the_first_id_counts_and_both_places_are_told(kitchen: Any) -> None:
    packs = [an_overlay(kitchen, id, TITLE.format(title=id.upper())) for id in ("beta", "alpha")]

    book = loaded(kitchen, *packs)

    assert expectation_of(book, "fresh-food").title == "ALPHA"
    (told,) = map(str, disagreements(book.overrides))
    assert "beta/overlay.yaml:2" in told
    assert "alpha/overlay.yaml:2" in told


def test_what_one_pack_switches_off_and_another_changes_stays_on(kitchen: Any) -> None:
    packs = [an_overlay(kitchen, "alpha", OFF), an_overlay(kitchen, "beta", WEIGHT.format(weight="helpful"))]

    book = loaded(kitchen, *packs)

    assert rule_of(book, "fresh-food.recent").weight is Weight.HELPFUL
    assert "stays on" in str(disagreements(book.overrides)[0])


def test_packs_that_say_the_same_do_not_disagree(kitchen: Any) -> None:
    packs = [an_overlay(kitchen, id, WEIGHT.format(weight="helpful")) for id in ("alpha", "beta")]

    assert disagreements(loaded(kitchen, *packs).overrides) == ()


def test_a_rule_that_one_pack_changes_stays_on_where_another_switches_its_default_rule_off(kitchen: Any) -> None:
    alpha, beta = (
        an_overlay(kitchen, "alpha", OFF_FOR_ALL),
        an_overlay(kitchen, "beta", WEIGHT.format(weight="helpful")),
    )

    book = loaded(kitchen, alpha, beta)

    assert [rule.id for rule in book.rules if rule.id.endswith(".recent")] == ["fresh-food.recent"]
    (told,) = map(str, disagreements(book.overrides))
    assert told == (
        "Packs disagree about the rule 'fresh-food.recent': alpha switches it off (alpha/overlay.yaml:2), and another "
        "pack changes it, so it stays on."
    )


def test_why_such_a_rule_is_asked_names_the_switch_that_does_not_count(kitchen: Any) -> None:
    packs = [an_overlay(kitchen, "alpha", OFF_FOR_ALL), an_overlay(kitchen, "beta", WEIGHT.format(weight="helpful"))]
    loaded(kitchen, *packs)

    origins = origins_of("fresh-food.recent", [kitchen.folder / "kitchen", *packs], kitchen.criteria)

    assert [(one.pack, one.counts) for one in origins if one.setting == "off"] == [("alpha", False)]


def test_an_expectation_that_one_pack_switches_off_and_another_words_stays_on(kitchen: Any) -> None:
    alpha, beta = an_overlay(kitchen, "alpha", OFF_AS_A_WHOLE), an_overlay(kitchen, "beta", TITLE.format(title="Fresh"))

    book = loaded(kitchen, beta, alpha)

    assert expectation_of(book, "fresh-food").title == "Fresh"
    assert "Packs disagree about the expectation 'fresh-food'" in str(disagreements(book.overrides)[0])


def test_a_pack_that_builds_on_another_switches_on_what_it_changes_and_nobody_disagrees(kitchen: Any) -> None:
    region = an_overlay(kitchen, "region", OFF)
    council = an_overlay(kitchen, "council", WEIGHT.format(weight="helpful"), extends="region, village-kitchen")

    book = loaded(kitchen, region, council)

    assert rule_of(book, "fresh-food.recent").weight is Weight.HELPFUL
    assert disagreements(book.overrides) == ()


@pytest.mark.parametrize("hiding", ["sunday roast", "sunday|monday roast"])
def test_words_that_one_pack_adds_and_another_hides_are_told(kitchen: Any, hiding: str) -> None:
    packs = [
        an_overlay(kitchen, "alpha", WORDS.format(setting="look_for", phrase="sunday roast")),
        an_overlay(kitchen, "beta", WORDS.format(setting="not_when", phrase=hiding)),
    ]

    book = loaded(kitchen, *packs)

    (told,) = map(str, disagreements(book.overrides))
    assert told == (
        "Packs disagree about the expectation 'fresh-food': beta (beta/overlay.yaml:2) hides by not_when what "
        "is added by alpha (alpha/overlay.yaml:2), so that these do not count."
    )
    assert any("hides by not_when" in str(problem) for problem in advice(book))


def test_words_that_both_add_or_that_only_come_near_are_no_disagreement(kitchen: Any) -> None:
    packs = [
        an_overlay(kitchen, "alpha", WORDS.format(setting="look_for", phrase="sunday roast")),
        an_overlay(kitchen, "beta", WORDS.format(setting="look_for", phrase="sunday roast")),
        an_overlay(kitchen, "gamma", WORDS.format(setting="not_when", phrase="sunday roast at the pub")),
    ]

    assert disagreements(loaded(kitchen, *packs).overrides) == ()


def a_removal(kitchen: Any, phrase: str, extends: str = "region, village-kitchen") -> Any:
    words = f"override:\n  - {{expectation: fresh-food, remove: {{look_for: [{phrase}]}}, because: Too wide.}}\n"
    return an_overlay(kitchen, "council", words, extends=extends)


def test_words_that_one_pack_takes_out_and_another_adds_stay_and_both_places_are_told(kitchen: Any) -> None:
    region = an_overlay(kitchen, "region", WORDS.format(setting="look_for", phrase="sunday roast"))
    alpha = an_overlay(kitchen, "alpha", WORDS.format(setting="look_for", phrase="Sunday roast"))

    book = loaded(kitchen, region, alpha, a_removal(kitchen, "sunday roast"))

    assert [phrase.text.lower() for phrase in expectation_of(book, "fresh-food").look_for][3:] == ["sunday roast"]
    (told,) = map(str, disagreements(book.overrides))
    assert told == (
        "Packs disagree about the expectation 'fresh-food': council (council/overlay.yaml:2) takes out of look_for "
        "what is found by words of alpha (alpha/overlay.yaml:2), so that these words still count."
    )
    assert any("takes out of look_for" in str(problem) for problem in advice(book))


@pytest.mark.parametrize(("added", "number"), [("fresh|new food", 1), ("food", 1), ("very fresh food", 0)])
def test_words_that_are_taken_out_and_found_by_wider_ones_of_another_pack_are_told(
    kitchen: Any, added: str, number: int
) -> None:
    alpha = an_overlay(kitchen, "alpha", WORDS.format(setting="look_for", phrase=added))

    book = loaded(kitchen, alpha, a_removal(kitchen, "fresh food", extends="village-kitchen"))

    assert len(disagreements(book.overrides)) == number
    assert "fresh food" not in {phrase.text for phrase in expectation_of(book, "fresh-food").look_for}


def test_two_quarrels_about_the_words_of_one_expectation_are_told_apart(kitchen: Any) -> None:
    packs = [
        an_overlay(kitchen, "alpha", WORDS.format(setting="look_for", phrase="fresh|new food, sunday roast")),
        an_overlay(kitchen, "beta", WORDS.format(setting="not_when", phrase="sunday roast")),
        a_removal(kitchen, "fresh food", extends="village-kitchen"),
    ]

    told = list(map(str, disagreements(loaded(kitchen, *packs).overrides)))

    assert ["takes out of look_for" in one for one in told] == [True, False]
    assert "beta (beta/overlay.yaml:2) hides by not_when what is added by alpha" in told[1]


@pytest.mark.parametrize(
    ("overlay", "status"),
    [
        ("override:\n  - {expectation: fresh-food, title: Fresh and local, because: Ours.}\n", "derived"),
        ("override:\n  - {expectation: fresh-food, add: {look_for: [pie]}, because: Ours.}\n", "confirmed"),
    ],
)
def test_what_an_overlay_words_anew_is_no_longer_confirmed(kitchen: Any, overlay: str, status: str) -> None:
    kitchen.pack()
    source = 'references: [{title: Handbook, url: "https://example.org/handbook#4", status: confirmed}]'
    kitchen.change("warm-meals.yaml", "    status: derived\n", f"    status: confirmed\n    {source}\n")

    book = loaded(kitchen, an_overlay(kitchen, "alpha", overlay))

    assert expectation_of(book, "fresh-food").status == status

"""What words weigh is compared by answer: its numbers, and how many words are others."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.word_weights import WeighedAnswer, WordWeights
from checker.pack_diff import Compared, compare_packs
from checker.testing import an_expectation

BREAD = WeighedAnswer(id="bread", bias=-1.5, below=0.05, above=0.75)
SOUP = replace(BREAD, id="soup")


def side(*answers: WeighedAnswer, file: str = "old/word-weights.txt", **words: str) -> Compared:
    weights = WordWeights(
        file=file, answers=answers, words={key.replace("_", " "): line for key, line in words.items()}
    )
    return Compared(expectations=(an_expectation("bread"),), rules=(), word_weights=(weights,))


def told(old: Compared, new: Compared) -> list[tuple[str, str, str, str]]:
    return [(one.id, one.setting, one.old, one.new) for one in compare_packs(old, new)]


def test_the_same_weights_in_another_folder_or_order_are_no_difference() -> None:
    old = side(BREAD, SOUP, oven="4 3.5 0:2.0 1:-1.0", spoon="5 2.5 1:1.5")
    new = side(SOUP, BREAD, file="new/word-weights.txt", spoon="4 2.5 0:1.5", oven="9 3.5 0:-1.0 1:2.0")

    assert told(old, new) == []


def test_chances_that_changed_are_told_old_and_new() -> None:
    found = told(side(BREAD), side(replace(BREAD, below=0.1, above=0.9)))

    assert found == [("bread", "above", "0.75", "0.9"), ("bread", "below", "0.05", "0.1")]


def test_words_are_counted_by_answer_as_added_changed_and_taken_away() -> None:
    old = side(BREAD, SOUP, oven="4 3.5 0:2.0 1:-1.0", spoon="5 2.5 1:1.5", fork="6 2.5 0:1.0")
    new = side(BREAD, SOUP, oven="4 3.5 0:2.5 1:-1.0", plate="5 2.5 0:1.5", oven_door="6 4.5 0:0.5 1:0.5")

    assert told(old, new) == [
        ("bread", "weighed_words", "2", "3: 2 added, 1 changed, 1 taken away"),
        ("soup", "weighed_words", "2", "2: 1 added, 1 taken away"),
    ]


def test_a_word_that_is_rarer_now_has_changed() -> None:
    assert told(side(BREAD, oven="3 3.5 0:2.0"), side(BREAD, oven="3 3.7 0:2.0")) == [
        ("bread", "weighed_words", "1", "1: 1 changed")
    ]


def test_an_answer_that_is_weighed_first_is_told_with_its_numbers_words_and_title() -> None:
    found = compare_packs(replace(side(), word_weights=()), side(BREAD, oven="3 3.5 0:2.0"))

    assert [(one.setting, one.old, one.new) for one in found] == [
        ("above", "", "0.75"),
        ("below", "", "0.05"),
        ("bias", "", "-1.5"),
        ("weighed_words", "", "1: 1 added"),
    ]
    assert {(one.thing, one.title) for one in found} == {("word weights", an_expectation("bread").title)}


def test_an_answer_that_is_weighed_no_longer_is_told_too() -> None:
    found = told(side(BREAD, oven="3 3.5 0:2.0"), replace(side(), word_weights=()))

    assert ("bread", "below", "0.05", "") in found
    assert ("bread", "weighed_words", "1", "0: 1 taken away") in found


def test_an_answer_of_several_files_has_the_numbers_of_all() -> None:
    ours = WordWeights(
        file="ours/word-weights.txt", answers=(replace(BREAD, above=0.9),), words={"oven": "3 1.5 0:1.0"}
    )
    base = side(BREAD, oven="3 3.5 0:2.0")

    found = told(base, replace(base, word_weights=(*base.word_weights, ours)))

    assert ("bread", "above", "0.75", "0.75; 0.9") in found
    assert ("bread", "weighed_words", "1", "1: 1 changed") in found


def test_weights_for_shortfalls_are_called_by_what_they_tell() -> None:
    shortfall = replace(BREAD, id="shortfall")

    (found,) = compare_packs(side(shortfall), side(replace(shortfall, bias=0.0)))

    assert found.title == "A sentence reports a shortfall"

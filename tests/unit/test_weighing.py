"""Words on the scale: what is counted, what comes out, and which words told most."""

from __future__ import annotations

import pytest

from checker import Scale, WeighedAnswer, WordWeights
from checker.text.weighing import features, length_of

LATE = WeighedAnswer(id="late", bias=-1.0, below=0.1, above=0.9)
EARLY = WeighedAnswer(id="early", bias=0.0, below=0.1, above=0.9)
SCALE = Scale(
    WordWeights(
        file="kitchen/word-weights.txt",
        answers=(LATE, EARLY),
        words={"soup": "5 4.0 0:2.0 1:-1.0", "soup came": "6 10.0 0:8.0", "cold": "7 20.0 0:12.0", "spoon": "8 5.0"},
    )
)


def test_words_and_pairs_count_once_whatever_their_case_with_the_place_where_they_stand_first() -> None:
    found = features("The soup, the Soup’s 1,200 bowls: 61% cold")

    assert list(found) == [
        *("the", "soup", "the soup", "soup the", "soup's", "the soup's", "0", "soup's 0"),
        *("bowls", "0 bowls", "0%", "bowls 0%", "cold", "0% cold"),
    ]
    assert found["the soup"] == (0, 8)
    assert found["0%"] == (34, 37)


def test_only_the_given_part_of_a_text_is_weighed() -> None:
    assert set(features("Soup was cold. Tea was hot.", 15, 27)) == {"tea", "was", "hot", "tea was", "was hot"}


def test_what_nobody_knows_leaves_the_bias_alone() -> None:
    chances = SCALE.weigh("Tea was hot.").chances()

    assert chances["late"] == pytest.approx(0.2689, abs=1e-4)
    assert chances["early"] == 0.5


def test_weights_count_by_rarity_over_the_length_of_the_sentence() -> None:
    chances = SCALE.weigh("Soup came cold.").chances()

    length = length_of((4.0, 10.0, 20.0))
    late = (4 * 2 + 10 * 8 + 20 * 12) / length - 1
    assert length == pytest.approx(22.716, abs=1e-3)
    assert chances["late"] == pytest.approx(1 / (1 + 2.718281828459045**-late))
    assert chances["early"] == pytest.approx(1 / (1 + 2.718281828459045 ** (4 / length)))


def test_a_few_words_are_no_sure_sign() -> None:
    assert length_of(()) == length_of((1.0, 2.0)) == 20.0
    assert SCALE.weigh("Spoon soup").chances()["late"] < 0.36


def test_the_weightiest_words_for_and_against_are_told_with_their_line() -> None:
    text = "Late: soup came cold."
    weighed = SCALE.weigh(text)

    told = [(one.words, one.entry) for one in weighed.because(LATE, field="expectations")]

    assert told == [
        ("cold", "kitchen/word-weights.txt:7"),
        ("soup came", "kitchen/word-weights.txt:6"),
        ("soup", "kitchen/word-weights.txt:5"),
    ]
    assert [one.words for one in weighed.because(EARLY, field="expectations", against=True)] == ["soup"]
    assert weighed.because(EARLY, field="expectations") == ()
    assert {text[one.start : one.end] == one.words for one in weighed.because(LATE, field="expectations")} == {True}
    assert {one.expectation for one in weighed.because(LATE, field="expectations")} == {"late"}


def test_no_weight_makes_a_chance_that_is_none() -> None:
    heavy = WeighedAnswer(id="late", bias=-100.0, below=0.1, above=0.9)
    scale = Scale(WordWeights(file="kitchen/word-weights.txt", answers=(heavy,), words={"soup": "3 50.0 0:-100.0"}))

    assert 0 < scale.weigh("Soup.").chances()["late"] < 1e-20

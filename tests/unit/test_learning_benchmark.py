"""What weights are learnt from, and that nothing held out is among it."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.datasets import own_sets
from benchmarks.learning.examples import Example, examples
from benchmarks.learning.learn import FEWEST_TEXTS, PACK, digest, vocabulary_of
from checker import IMPACT, SHORTFALL, Scale, WordWeights
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings

GROUPS = ("Somali", "Polish", "black", "white", "Asian", "Muslim", "gay", "trans", "older", "young", "deaf", "disabled")


def test_no_held_out_sentence_is_learnt_from() -> None:
    held_out = {
        narrative.text[label.start : label.end]
        for one in own_sets()
        if one.held_out
        for narrative in one.narratives
        for label in narrative.labels
    }

    learnt_from = {one.text for one in examples()}

    assert len(held_out) > 500
    assert held_out & learnt_from == set()


def test_sentences_of_all_kinds_are_learnt_from() -> None:
    found = examples()

    assert sum(one.shortfall is True for one in found) > 900
    assert sum(one.shortfall is False for one in found) > 2_500
    assert sum(one.expectations is not None for one in found) > 1_500


def test_words_that_one_text_alone_uses_are_left_out() -> None:
    found = [Example(text="Wexmere shares records.", text_of=str(number), shortfall=False) for number in range(2)]
    found.append(Example(text="Everybody shares records.", text_of="third", shortfall=False))

    assert FEWEST_TEXTS == 3
    assert vocabulary_of(found).words == ("records", "shares", "shares records")


def test_names_are_left_out_and_abbreviations_stay() -> None:
    texts = ("On Monday Wexmere met the ICB.", "Monday was busy, and the ICB met.", "The ICB met on Monday in Wexmere.")
    found = [Example(text=text, text_of=str(number), shortfall=False) for number, text in enumerate(texts)]

    words = vocabulary_of(found).words

    assert "icb" in words
    assert not {"monday", "wexmere"} & set(" ".join(words).split())


def test_the_weights_are_those_of_the_examples_as_they_are() -> None:
    mark = f"# Learnt from: {digest(examples())}"

    for path in sorted(PACK.glob("word-weights*.txt")):
        assert mark in path.read_text(encoding="utf-8").splitlines()[:5], "run benchmarks/learning/run"


@pytest.mark.parametrize("weights", load_book(Plugins.load(Settings())).word_weights, ids=lambda weights: weights.file)
def test_no_weight_hangs_on_who_the_people_are(weights: WordWeights) -> None:
    scale = Scale(weights)

    for text in ("{} carers met the team on Thursday.", "We asked {} people how long they had waited."):
        chances = {tuple(scale.weigh(text.format(group)).chances().values()) for group in GROUPS}
        assert len(chances) == 1


def test_the_packs_weigh_words_for_shortfalls_and_for_expectations_that_exist() -> None:
    book = load_book(Plugins.load(Settings()))

    answers = {answer.id for weights in book.word_weights for answer in weights.answers}

    assert answers - {one.id for one in book.expectations} == {SHORTFALL, IMPACT}
    assert {"data-sharing", "co-production", "vcs-funding"} <= answers

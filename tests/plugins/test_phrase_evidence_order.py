"""Which of two expectations is the main one where a pack says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checker_plugins.phrase_evidence import checker_find_evidence
from checker_plugins.phrase_evidence.order import main_first

from checker import Block, Document, Recognition, RuleBook, Sentence
from checker.domain.word_weights import WeighedAnswer, WordWeights
from checker.testing import a_book, an_expectation

MONEY = replace(an_expectation("money", look_for=("grant",)), main_before=("groups", "learning"))
GROUPS = an_expectation("groups", look_for=("community group ... grant", "community group"))
VILLAGE = an_expectation("village", look_for=("village",))
BOOK = a_book(MONEY, GROUPS, VILLAGE)


def recognised(text: str, book: RuleBook = BOOK) -> list[tuple[str, float]]:
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    (answers,) = checker_find_evidence(document, [Sentence(start=0, end=len(text), block=0)], book)
    return [(one.key, one.score) for one in answers]


def test_an_expectation_comes_before_those_that_it_is_the_main_one_before() -> None:
    found = recognised("Community groups in the village like a grant.")

    assert [key for key, _ in found] == ["money", "groups", "village"]
    assert found[0][1] > found[1][1] > found[2][1]


def test_an_expectation_alone_in_a_sentence_is_recognised_as_ever() -> None:
    assert [key for key, _ in recognised("A grant.")] == ["money"]
    assert [key for key, _ in recognised("Community groups in the village.")] == ["groups", "village"]


def test_what_a_pack_puts_first_stays_first_whatever_the_words_of_the_sentence_weigh() -> None:
    groups = WeighedAnswer(id="groups", bias=9.0, below=0.05, above=0.75)
    weights = WordWeights(file="weights.txt", answers=(groups,), words={})
    weighed = replace(BOOK, packs=tuple(replace(pack, word_weights=(weights,)) for pack in BOOK.packs))

    found = recognised("Community groups like a grant.", weighed)

    assert [key for key, _ in found] == ["money", "groups"]


def in_order(before: dict[str, tuple[str, ...]], **scores: float) -> list[tuple[str, float]]:
    best_first = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
    answers = tuple(Recognition(key=key, score=score) for key, score in best_first)
    return [(one.key, one.score) for one in main_first(answers, before)]


@pytest.mark.parametrize(
    "before", [{"a": ("b",), "b": ("c",)}, {"b": ("c",), "a": ("b",)}, {"a": ("c", "b"), "b": ("c",)}]
)
def test_what_comes_before_one_that_comes_before_another_comes_before_both(before: dict[str, tuple[str, ...]]) -> None:
    assert in_order(before, a=1.0, b=2.0, c=3.0) == [("a", 3.0002), ("b", 3.0001), ("c", 3.0)]


def test_scores_stay_as_they_are_where_the_order_holds_already() -> None:
    assert in_order({"a": ("b",), "b": ("c",)}, a=3.0, b=2.0, c=1.0) == [("a", 3.0), ("b", 2.0), ("c", 1.0)]


def test_an_order_is_kept_only_among_those_to_whom_the_sentence_speaks() -> None:
    assert in_order({"a": ("b",), "b": ("c",)}, a=1.0, c=3.0) == [("c", 3.0), ("a", 1.0)]


def test_a_circle_in_a_book_that_was_never_checked_ends() -> None:
    assert {key for key, _ in in_order({"a": ("b",), "b": ("a",)}, a=1.0, b=2.0)} == {"a", "b"}

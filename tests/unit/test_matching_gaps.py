"""`...` in a phrase: up to eight words between, in either order, within one sentence."""

from __future__ import annotations

import time

import pytest

from checker.matching import MOST_WORDS_BETWEEN, Hit, PhraseMatcher

EIGHT = ["one", "two", "three", "four", "five", "six", "seven", "eight"]


def found(phrase: str, text: str) -> list[str]:
    (hits,) = PhraseMatcher([phrase]).find(text, [(0, len(text))])
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize("number", range(MOST_WORDS_BETWEEN + 1))
def test_up_to_eight_words_may_stand_between(number: int) -> None:
    text = " ".join(["share", *EIGHT[:number], "data"])

    assert found("share ... data", text) == [text]


def test_nine_words_between_are_too_many() -> None:
    assert found("share ... data", " ".join(["share", *EIGHT, "nine", "data"])) == []


@pytest.mark.parametrize("between", [", ", " \u2013 ", " \u2018", ")\r\n(", "; "])
def test_punctuation_between_is_no_word(between: str) -> None:
    text = between.join(["share", *EIGHT, "data"])

    assert found("share ... data", text) == [text]
    assert found("share ... data", between.join(["share", *EIGHT, "nine", "data"])) == []


def test_the_pieces_may_stand_in_either_order() -> None:
    assert found("share ... information", "We shared all our information") == ["shared all our information"]
    assert found("share ... information", "Information was then shared") == ["Information was then shared"]
    assert found("plan ... share ... data", "Data was shared as planned") == ["Data was shared as planned"]


def test_three_pieces_do_not_match_with_the_middle_one_outside() -> None:
    assert found("plan ... share ... data", "We share plans and data") == []


def test_the_typographic_dots_mean_the_same() -> None:
    assert found("share \u2026 data", "share the data") == found("share...data", "share the data") == ["share the data"]


def test_alternatives_and_forms_hold_in_every_piece() -> None:
    phrase = "share|exchange ... data | care records"

    assert found(phrase, "exchanging such care records") == ["exchanging such care records"]
    assert found(phrase, "sharing data") == ["sharing data"]


def test_each_alternative_of_a_piece_is_found_whichever_words_other_phrases_share() -> None:
    matcher = PhraseMatcher(["zebra crossing | yellow line ... road", "road ... sign", "road ... kerb"])

    for text in ("zebra crossings on the road", "a road with yellow lines"):
        (hits,) = matcher.find(text, [(0, len(text))])
        assert [hit.phrase for hit in hits] == [0]


def test_a_gap_never_crosses_the_end_of_a_sentence() -> None:
    text = "We share. The data is safe. Data is shared."

    assert PhraseMatcher(["share ... data"]).find(text, [(0, 9), (10, 27), (28, 43)]) == [[], [], [Hit(0, 28, 42)]]


def test_the_tightest_run_is_the_one_that_is_shown() -> None:
    assert found("share ... data", "We share and share with care the data and share data here") == ["share data"]


def test_pieces_do_not_overlap() -> None:
    assert found("care record ... record", "a care record here") == []
    assert found("care record ... record", "a care record and a record") == ["care record and a record"]


def test_several_phrases_may_use_the_same_words() -> None:
    matcher = PhraseMatcher(["share ... data", "data ... partner", "share ... partner", "data", "share ... police"])

    (hits,) = matcher.find("share data with partners", [(0, 24)])

    assert hits == [Hit(0, 0, 10), Hit(2, 0, 24), Hit(3, 6, 10), Hit(1, 6, 24)]


def test_a_piece_that_stands_both_inside_and_outside_the_reach_still_counts() -> None:
    far = " ".join(["data", *EIGHT, "nine", "share"])

    assert found("share ... data", far) == []
    assert found("share ... data", f"{far} data") == ["share data"]


def test_long_repetition_in_one_sentence_takes_linear_time() -> None:
    text = "share data " * 20_000
    matcher = PhraseMatcher(["share ... data", "data ... share ... data"])

    started = time.process_time()
    matcher.find(text, [(0, len(text))])

    assert time.process_time() - started < 5

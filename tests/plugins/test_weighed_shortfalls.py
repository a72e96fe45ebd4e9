"""Words of a sentence outweigh the cues for and against where they are sure enough."""

from __future__ import annotations

import pytest

from checker import Qualifiers
from checker.domain.evidence import Polarity

from .weighing import SURE, UNSURE, ours, qualified_by, with_weights


def qualified(text: str, words: dict[str, str], root: str = "") -> Qualifiers:
    return qualified_by(with_weights(ours(), "shortfall", words, root), text)


def test_a_shortfall_that_no_cue_knows_is_told_with_the_words_that_weigh() -> None:
    said = qualified("Letters went to the wrong flat twice.", {"wrong flat": SURE, "twice": "0:30"})

    assert said.polarity is Polarity.SHORTFALL
    assert [(one.words, one.family, one.entry) for one in said.because if one.field == "polarity"] == [
        ("wrong flat", "weighed words", "cqc_local_authority/word-weights.txt:3"),
        ("twice", "weighed words", "cqc_local_authority/word-weights.txt:4"),
    ]


def test_words_that_are_not_sure_tell_nothing() -> None:
    assert qualified("Letters went to the wrong flat twice.", {"flat": UNSURE}).polarity is not Polarity.SHORTFALL


def test_a_cue_that_all_other_words_speak_against_is_overruled_and_still_shown() -> None:
    text = "There was no waiting list at the hub."
    cued = qualified("There was a lack of staff at the hub.", {})

    said = qualified("There was a lack of staff at the hub.", {"hub": "0:-40"})

    assert cued.polarity is Polarity.SHORTFALL
    assert said.polarity is not Polarity.SHORTFALL
    assert [one.words for one in said.because if one.field == "polarity" and one.overruled] == [
        one.words for one in cued.because if one.field == "polarity"
    ]
    assert qualified(text, {}).polarity is not Polarity.SHORTFALL


def test_praise_beside_words_that_are_sure_of_a_shortfall_is_mixed() -> None:
    text = "Carers praised the helpline and the letters to the wrong flat."

    assert qualified(text, {"wrong flat": UNSURE}).polarity is Polarity.STRENGTH
    assert qualified(text, {"wrong flat": SURE}).polarity is Polarity.MIXED


@pytest.mark.parametrize(
    "text",
    [
        "Satisfaction was 71% compared with 65% in England.",
        "Waiting lists have been reduced at the hub.",
        "Nothing but praise was heard of the hub.",
        "Elsewhere, the hub had no staff.",
    ],
)
def test_what_grammar_tells_is_not_outweighed_by_words_which_cannot_see_it(text: str) -> None:
    words = {"satisfaction": SURE, "lists": SURE, "hub": SURE, "nothing": SURE}

    assert qualified(text, words).polarity is qualified(text, {}).polarity


def test_a_figure_that_lags_behind_is_outweighed_only_by_words_that_are_surer_still() -> None:
    text = "Satisfaction was 55% compared with 65% in England."

    assert qualified(text, {"satisfaction": "0:-6"}).polarity is Polarity.SHORTFALL
    assert qualified("Satisfaction was poor.", {"satisfaction": "0:-6"}).polarity is not Polarity.SHORTFALL
    assert qualified(text, {"satisfaction": "0:-40"}).polarity is not Polarity.SHORTFALL


def test_cues_of_another_pack_are_never_outweighed() -> None:
    text = "There was a lack of staff at the hub."

    assert qualified(text, {"hub": "0:-40"}, root="a-region").polarity is Polarity.SHORTFALL

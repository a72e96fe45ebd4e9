"""Words of a sentence say whether it states a result for people where they are sure enough."""

from __future__ import annotations

from checker import Qualifiers
from checker.domain.evidence import Polarity

from .weighing import RARE, SURE, UNSURE, ours, qualified_by, with_weights

NO_CUE = "The bread van now stops at the flats of all nine tenants each day."
A_CUE = "People were seen sooner at the hub by the sea in Thornwick as a result."


def qualified(text: str, words: dict[str, str], root: str = "") -> Qualifiers:
    return qualified_by(with_weights(ours(), "impact", words, root, RARE), text)


def test_a_result_that_no_cue_knows_is_told_with_the_words_that_weigh() -> None:
    said = qualified(NO_CUE, {"bread": SURE})

    assert not qualified(NO_CUE, {}).impact
    assert said.impact
    assert [(one.words, one.family) for one in said.because if one.field == "impact"] == [("bread", "weighed words")]


def test_words_that_are_not_sure_tell_no_result() -> None:
    assert not qualified(NO_CUE, {"bread": UNSURE}).impact


def test_a_result_that_all_other_words_speak_against_is_overruled_and_still_shown() -> None:
    cued = qualified(A_CUE, {})

    said = qualified(A_CUE, {"hub": "0:-40"})

    assert cued.impact
    assert not said.impact
    assert [one.words for one in said.because if one.field == "impact" and one.overruled] == [
        one.words for one in cued.because if one.field == "impact"
    ]


def test_a_promise_is_no_result_whatever_its_words() -> None:
    said = qualified("The council plans to let the bread van stop at all flats from next year.", {"bread": SURE})

    assert said.polarity is Polarity.PLANNED
    assert not said.impact


def test_cues_of_another_pack_are_never_outweighed() -> None:
    assert qualified(A_CUE, {"hub": "0:-40"}, root="a-region").impact


def test_of_few_words_cues_decide() -> None:
    few = with_weights(ours(), "impact", {"bread": SURE}, rarity=5.0)

    said = qualified_by(few, NO_CUE)

    assert not said.impact

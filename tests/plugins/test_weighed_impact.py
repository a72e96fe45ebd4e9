"""Words of a sentence say whether it states a result for people where they are sure enough."""

from __future__ import annotations

from functools import lru_cache

from checker_plugins.evidence_context import checker_qualify_evidence

from checker import Block, Document, Qualifiers, Recognised, RuleBook, Sentence
from checker.domain.evidence import Polarity
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings

from .weighing import RARE, SURE, UNSURE, with_weights

NO_CUE = "The bread van now stops at the flats of all nine tenants each day."
A_CUE = "People were seen sooner at the hub by the sea in Thornwick as a result."


@lru_cache(maxsize=1)
def ours() -> RuleBook:
    return load_book(Plugins.load(Settings()))


def qualified(text: str, words: dict[str, str], root: str = "") -> Qualifiers:
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    recognised = Recognised(default_voice="inspector", default_category="processes")
    sentences = [Sentence(start=0, end=len(text), block=0)]
    book = with_weights(ours(), "impact", words, root, RARE)
    return next(iter(checker_qualify_evidence(document, sentences, recognised, book)))


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
    document = Document(name="a.txt", text=NO_CUE, blocks=(Block(start=0, end=len(NO_CUE)),))
    recognised = Recognised(default_voice="inspector", default_category="processes")

    (said,) = checker_qualify_evidence(document, [Sentence(start=0, end=len(NO_CUE), block=0)], recognised, few)

    assert not said.impact

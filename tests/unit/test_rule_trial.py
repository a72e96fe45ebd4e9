"""A trial shows what words hit, and says of each near miss why it is none."""

from __future__ import annotations

from dataclasses import replace

from checker.domain.document import Document, Recognised
from checker.domain.pack import Phrase
from checker.run.marked_document import MarkedDocument
from checker.run.rule_trial import Near, Trial, Words, try_words
from checker.testing import a_document, a_passage

LOOK_FOR = ("warm hub", "heat ... library")


def a_trial(
    *sentences: str,
    hits: tuple[int, ...] = (),
    headings: tuple[int, ...] = (),
    carried: tuple[int, ...] = (),
    hints: tuple[str, ...] = (),
    not_when: tuple[str, ...] = (),
) -> Trial:
    text, passages = "", []
    for number, sentence in enumerate(sentences):
        keys = ("hubs",) if number in hits else ()
        passage = a_passage(sentence, start=len(text), expectations=keys)
        passages.append(replace(passage, countable=number not in headings, own_words=number not in carried))
        text += sentence + "\n"
    marked = MarkedDocument(
        document=Document(name="a.txt", text=text),
        recognised=Recognised(),
        sentences=(),
        passages=tuple(passages),
        record=a_document("a.txt"),
    )
    look_for, hinting, hiding = (tuple(Phrase(text=one) for one in group) for group in (LOOK_FOR, hints, not_when))
    return try_words(Words(key="hubs", look_for=look_for, hints=hinting, not_when=hiding), marked)


def test_a_hit_has_its_words_and_its_phrase() -> None:
    (hit,) = a_trial("We run a warm hub.", hits=(0,)).hits

    assert hit.passage.text[slice(*hit.matched[0])] == "warm hub"
    assert [phrase.text for phrase in hit.phrases] == ["warm hub"]


def test_a_sentence_without_any_of_the_words_is_neither() -> None:
    assert a_trial("The museum opens at ten.") == Trial(hits=(), near_misses=())


def test_words_that_not_when_covers_are_hidden_by_it() -> None:
    (miss,) = a_trial("The warm hub of the firm.", not_when=("warm hub of the firm",)).near_misses

    assert miss.near is Near.HIDDEN
    assert "hidden by not_when 'warm hub of the firm'" in miss.why


def test_words_in_a_heading_are_no_evidence() -> None:
    (miss,) = a_trial("Our warm hub", headings=(0,)).near_misses

    assert miss.near is Near.NO_EVIDENCE


def test_one_part_of_a_phrase_with_a_gap_says_what_is_missing() -> None:
    (miss,) = a_trial("We heat every room.").near_misses

    assert (miss.near, miss.why) == (Near.IN_PART, "of 'heat ... library' there is no 'library'")


def test_parts_that_stand_too_far_apart_say_so() -> None:
    (miss,) = a_trial("We heat one two three four five six seven eight nine ten the library.").near_misses

    assert miss.near is Near.TOO_FAR_APART
    assert len(miss.matched) == 2


def test_a_hint_alone_is_only_a_hint() -> None:
    (miss,) = a_trial("Ask at the hub.", hints=("hub",)).near_misses

    assert miss.near is Near.HINT


def test_nearest_comes_first_and_rare_words_before_common_ones() -> None:
    trial = a_trial("We heat it.", "We heat that.", "The library opens.", "Our hub.", hints=("hub",))

    assert [miss.passage.text for miss in trial.near_misses] == [
        "Our hub.",
        "The library opens.",
        "We heat it.",
        "We heat that.",
    ]


def test_a_hidden_sentence_that_only_goes_on_about_the_one_before_is_no_hit() -> None:
    trial = a_trial("The warm hub of the firm.", hits=(0,), carried=(0,), not_when=("warm hub of the firm",))

    assert trial.hits == ()
    assert "it counts all the same" in trial.near_misses[0].why


def test_a_hidden_sentence_names_the_phrase_that_hides_it() -> None:
    (miss,) = a_trial("The price of the warm hub of a firm.", not_when=("price", "warm hub of a firm")).near_misses

    assert "hidden by not_when 'warm hub of a firm'" in miss.why

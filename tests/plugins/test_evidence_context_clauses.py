"""Where a sentence is cut into clauses, and which cues hide others."""

from __future__ import annotations

from typing import Any

import pytest
from checker_plugins.evidence_context.clauses import clauses_of
from checker_plugins.evidence_context.cues import CueIndex, SentenceCues, number
from hypothesis import given
from hypothesis import strategies as st

from checker import CueFamily, Lexicon, Phrase

from .context_reading import cues_of


def family(id: str, role: str, *entries: str, **settings: Any) -> CueFamily:
    return CueFamily(id=id, role=role, entries=tuple(Phrase(text=entry) for entry in entries), settings=settings)


SMALL = CueIndex(
    [
        Lexicon(
            id="polarity",
            families=(
                family("turns", "boundary", "but", "however", turns=True, forms="as-written"),
                family("who", "boundary", "who", relative=True, forms="as-written"),
                family("masks", "mask", "not only", "no wrong door"),
                family("negators", "negator", "not", "no", forms="as-written"),
                family("lack", "shortfall", "poor", "poor access"),
                family("praise", "praise", "access", "well"),
                family("good-measures", "measure-good", "access"),
            ),
        ),
        Lexicon(id="voice", families=(family("people", "speaker", "people", "door"),)),
    ]
)


def small(text: str) -> SentenceCues:
    return SMALL.find(text, [(0, len(text))])[0]


def clauses(text: str) -> list[str]:
    return [text[clause.start : clause.end] for clause in clauses_of(small(text))]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One; two", ["One;", " two"]),
        ("One: two", ["One: ", "two"]),
        ("One – two — three", ["One – ", "two — ", "three"]),
        ("One (two) three", ["One (", "two)", " three"]),
        ("One, and two, where three", ["One, ", "and two, ", "where three"]),
        ("One but two", ["One ", "but two"]),
        ("One, two or three", ["One, two or three"]),
        ("A well-known 10:30 slot", ["A well-known 10:30 slot"]),
        ("One;", ["One;"]),
    ],
)
def test_punctuation_and_words_that_open_a_clause_cut(text: str, cut: list[str]) -> None:
    assert clauses(text) == cut


def test_a_clause_knows_whether_it_turns_or_only_describes() -> None:
    first, describes, turns = clauses_of(small("People who ring, however late, wait"))

    assert (first.turns, first.relative) == (False, False)
    assert (describes.turns, describes.relative) == (False, True)
    assert (turns.turns, turns.relative) == (True, False)


def test_a_turning_word_behind_a_comma_still_turns() -> None:
    assert [clause.turns for clause in clauses_of(small("One: but two"))] == [False, True]


@given(
    st.text(alphabet="ab ;:,-–()\n", min_size=1, max_size=40),
    st.sampled_from(["", " but ", ", and ", " who ", "; however "]),
)
def test_clauses_cover_the_sentence_without_gap_or_overlap(text: str, middle: str) -> None:
    sentence = f"{text}{middle}{text}"

    found = clauses_of(small(sentence))

    assert "".join(sentence[clause.start : clause.end] for clause in found) == sentence


def test_a_sentence_is_read_without_the_ones_around_it() -> None:
    text = "Poor; but well. One who rang."

    first, second = SMALL.find(text, [(0, 15), (16, 29)])

    assert [text[one.start : one.end] for one in clauses_of(first)] == ["Poor;", " ", "but well."]
    assert [text[one.start : one.end] for one in clauses_of(second)] == ["One ", "who rang."]


def test_a_longer_cue_hides_a_shorter_one_inside_it() -> None:
    cues = small("We have poor access")

    assert [cue.entry.text for cue in cues.of("shortfall", "praise")] == ["poor access"]
    assert "poor" not in {cue.entry.text for found in cues.by_role.values() for cue in found}


def test_a_mask_hides_what_it_covers_in_its_own_lexicon_only() -> None:
    cues = small("There is no wrong door for people")

    assert not cues.has("negator")
    assert [cue.entry.text for cue in cues.of("speaker")] == ["door", "people"]


def test_what_a_figure_is_about_is_never_hidden() -> None:
    assert small("We have poor access").has("measure-good")


def test_a_cue_that_stands_alone_is_not_hidden() -> None:
    cues = small("Not only that: it is not so")

    assert [cue.start for cue in cues.of("negator")] == [21]


def test_cues_of_several_roles_come_in_the_order_of_the_text() -> None:
    cues = small("Well, it is poor but not so poor")

    assert [cue.entry.text for cue in cues.of("shortfall", "negator", "praise")] == ["well", "poor", "not", "poor"]
    assert cues.of("plan") == []


def test_an_entry_and_its_plural_find_the_same_words_once() -> None:
    twice = CueIndex([Lexicon(id="voice", families=(family("carers", "speaker", "carer", "carers"),))])

    (cues,) = twice.find("Carers said", [(0, 11)])

    assert len(cues.of("speaker")) == 1


def test_cues_take_other_forms_unless_their_family_is_taken_as_written() -> None:
    assert small("The access was accessed").has("praise")
    assert not small("Nots and butted").has("negator")


def test_a_whole_number_of_the_settings_is_taken_and_anything_else_left() -> None:
    assert number({"reach": 3}, "reach", 9) == 3
    assert number({"reach": "far"}, "reach", 9) == 9
    assert number({}, "reach", 9) == 9


def test_the_shipped_lexicons_cut_and_turn() -> None:
    text = "Although the hub is new, staff know it; but few carers do."

    found = clauses_of(cues_of(text))

    assert [text[one.start :].split()[0] for one in found if one.turns] == ["Although", "staff", "but"]

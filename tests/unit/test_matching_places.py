"""A hit's place counts in the original text, whatever folding did to its length."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.matching import PhraseMatcher
from checker.text.folding import fold


def found(phrase: str, text: str) -> list[str]:
    (hits,) = PhraseMatcher([phrase]).find(text, [(0, len(text))])
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        pytest.param("istanbul centre", "An \u0130stanbul centre", "\u0130stanbul centre", id="capital I with a dot"),
        pytest.param("joined care", "Joi\u00adned care\u00ad.", "Joi\u00adned care", id="soft hyphen"),
        pytest.param("shared record", "A sha\u200bred\ufeff record", "sha\u200bred\ufeff record", id="zero width"),
        pytest.param("office", "The o\ufb03ce", "o\ufb03ce", id="ligature inside a word"),
        pytest.param("staff", "Our sta\ufb00", "sta\ufb00", id="ligature at the end of a word"),
        pytest.param("five visits", "All \ufb01ve visits", "\ufb01ve visits", id="ligature at the start of a word"),
        pytest.param("café group", "The cafe\u0301 group", "cafe\u0301 group", id="accent apart in the text"),
        pytest.param("cafe\u0301 group", "The café group", "café group", id="accent apart in the phrase"),
        pytest.param("care record", "A care\u00a0record", "care\u00a0record", id="no-break space"),
        pytest.param("carer's plan", "A carer\u2019s plan", "carer\u2019s plan", id="curly apostrophe"),
        pytest.param("first contact", "Our \u201cfirst contact\u201d team", "first contact", id="curly quotes"),
        pytest.param("carers forum", "The carers\u2019 forum", "carers\u2019 forum", id="curly plural"),
        pytest.param("carers forum", "The carers' forum", "carers' forum", id="apostrophe of a plural"),
        pytest.param("carers' forum", "The carers forum", "carers forum", id="apostrophe in the phrase only"),
        pytest.param("care record", "A care\nrecord", "care\nrecord", id="hard wrap"),
        pytest.param("care record", "A care\r\nrecord", "care\r\nrecord", id="hard wrap of Windows"),
        pytest.param("care record", "A care \n    record", "care \n    record", id="hard wrap with an indent"),
        pytest.param("health and care", "Our health & care", "health & care", id="ampersand"),
        pytest.param("health & care", "Our health and care", "health and care", id="ampersand in the phrase"),
        pytest.param("health and", "Our health & care", "health & ", id="phrase that ends in an ampersand"),
        pytest.param("health and care", "Our health&care", "health&care", id="tight ampersand"),
        pytest.param("follow-up", "A follow\u2013up", "follow\u2013up", id="dash"),
        pytest.param("café", "A CAFÉ", "CAFÉ", id="capital with an accent"),
    ],
)
@pytest.mark.parametrize("before", ["", "\U0001f600 Zoë: ", "Stu\ufb00\u00ad &\r\n\r\n  \u0130\u0301 e\u0301s\u2019 "])
def test_the_words_are_those_of_the_original(before: str, phrase: str, text: str, words: str) -> None:
    assert found(phrase, f"{before}{text}") == [words]
    assert found(phrase, f"{before}{text}.\r\n\r\nMore &c.") == [words]


def test_a_blank_line_ends_what_may_stand_together() -> None:
    assert found("care record", "care\n\nrecord") == []
    assert found("care record", "care\r\n\r\nrecord") == []
    assert found("care record", "care\r\rrecord") == []
    assert found("care record", "care \n \t\n record") == []


def test_no_hit_runs_into_the_next_sentence_where_a_character_grew() -> None:
    text = "We thank our sta\ufb00. They care &c."

    matches = PhraseMatcher(["staff", "staff they", "care and"]).find(text, [(0, 18), (19, len(text))])

    assert [[text[hit.start : hit.end] for hit in hits] for hits in matches] == [["sta\ufb00"], ["care &"]]


def test_words_of_one_sentence_are_never_counted_in_another() -> None:
    sentences = [f"Team {number} shares the\u00a0record with sta\ufb00 & carers\u2019 groups." for number in range(30)]
    text = "\r\n".join(sentences)
    spans = [(text.index(sentence), text.index(sentence) + len(sentence)) for sentence in sentences]

    per_sentence = PhraseMatcher(["share ... record", "staff and carers groups"]).find(text, spans)

    words = [[text[hit.start : hit.end] for hit in hits] for hits in per_sentence]
    assert words == [["shares the\u00a0record", "sta\ufb00 & carers\u2019 groups"]] * 30


@given(st.text(alphabet="ab \n\r\u00a0\u00ad\u200b\ufb00\ufb03\u0130\u0301é&'\u2019.-", max_size=40))
def test_places_in_the_original_never_run_backwards(text: str) -> None:
    folded = fold(text)

    places = [folded.place(position) for position in range(1, len(folded.text) - 1)]

    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text(alphabet="abz \n\r\u00a0\u00ad\ufb00\u0130&'\u2019.-", max_size=40))
def test_a_folded_text_is_lower_case_words_between_blanks(text: str) -> None:
    folded = fold(text).text

    assert folded == folded.lower()
    assert folded[0] == folded[-1] == " "
    assert all(character.isalnum() or character == " " for character in folded)


@given(st.text("ab &'\u2019\n\t\u00a0\u00ad\ufb01\u0130.-", max_size=12))
def test_two_blanks_further_on_change_nothing_of_what_stands_before(text: str) -> None:
    one_blank = re.sub(" +", " ", text)

    alone, beside = fold(f"{one_blank}. c d"), fold(f"{one_blank}. c  d")

    assert beside.text == alone.text
    assert [beside.place(at) for at in range(len(alone.text) - 3)] == [
        alone.place(at) for at in range(len(alone.text) - 3)
    ]


def test_of_many_phrases_behind_one_word_each_is_found_where_it_stands() -> None:
    kinds = [f"{letter}{letter}x" for letter in "abcdefghijklmnop"]
    phrases = [*(f"zebra crossing {kind} {kind}" for kind in kinds), "zebra crossing", "zebra crossing ccx"]
    text = "A zebra crossing ccx ccx, then a zebra crossing ppx ppx, and a zebra crossing bbx ccx."

    (hits,) = PhraseMatcher(phrases, inflect=False).find(text, [(0, len(text))])

    assert sorted(text[hit.start : hit.end] for hit in hits) == [
        *("zebra crossing",) * 3,
        *("zebra crossing ccx", "zebra crossing ccx ccx", "zebra crossing ppx ppx"),
    ]

"""Plain words and numbers of the human reports."""

from __future__ import annotations

import pytest
from checker_plugins.reports.wording import (
    FACT_WORDS,
    FLAG_WORDS,
    OUTCOME_WORDS,
    STATUS_WORDS,
    age,
    how_many,
    of,
    phrase,
    phrases,
    place,
    plain,
)

from checker.domain.assessment import ExpectationStatus
from checker.domain.evidence import Passage
from checker.domain.finding import Flag, Outcome
from checker.domain.framework import FactStatus


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("2025-11-22", "12 months before the as-of date"),
        ("2025-11-23", "11 months before the as-of date"),
        ("2026-10-22", "1 month before the as-of date"),
        ("2026-11-01", "less than a month before the as-of date"),
        ("2026-12-01", ""),
        ("unknown", ""),
    ],
)
def test_age_is_counted_in_whole_months(then: str, told: str) -> None:
    assert age(then, "2026-11-22") == told


def test_counts_have_their_denominator() -> None:
    assert of(3, 5, "file") == "3 of 5 files"
    assert of(1, 1, "file") == "1 of 1 file"


def test_look_for_phrases_lose_their_signs() -> None:
    assert phrase("share|exchange ... information|data") == "share or exchange … information or data"
    assert phrase("=GNCR") == "GNCR"


def test_a_long_list_of_phrases_says_how_many_more_there_are() -> None:
    assert phrases(["a", "b", "c"], 2) == "“a”, “b” and 1 more"
    assert phrases(["a", "b"], 2) == "“a” and “b”"


def test_control_signs_and_marks_that_turn_text_round_are_taken_out() -> None:
    assert plain("a\x1b[31mb\x07\u202ec\u2066d\r\n  e\x9bf") == "a[31mbcd ef"


def test_other_letters_and_signs_stay() -> None:
    assert plain("Café, £5 – “naïve” 漢字") == "Café, £5 – “naïve” 漢字"


def test_the_word_beside_a_number_is_none_one_or_several() -> None:
    assert [how_many(value) for value in (0, 1, 2, 40)] == ["None", "One", "Several", "Several"]


def test_a_place_names_what_is_known_of_it() -> None:
    passage = Passage(document="a.docx", start=0, end=1, text="x", heading_path=("One", "Two"), page=3, cell="r2c3")

    assert place(passage) == "a.docx, One › Two, page 3, cell r2c3"


def test_every_status_outcome_and_flag_has_words() -> None:
    assert set(STATUS_WORDS) == set(ExpectationStatus)
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert set(FLAG_WORDS) == set(Flag)


def test_only_confirmed_facts_need_no_caution() -> None:
    assert set(FactStatus) - set(FACT_WORDS) == {FactStatus.CONFIRMED}


def test_no_status_sounds_like_compliance_or_a_rating() -> None:
    told = " ".join([*STATUS_WORDS.values(), *OUTCOME_WORDS.values()]).lower()

    assert not [
        word for word in ("complian", "rating", "good", "outstanding", "inadequate", "pass", "fail") if word in told
    ]

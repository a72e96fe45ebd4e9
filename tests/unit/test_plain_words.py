"""Counts, lists and days in plain English."""

from __future__ import annotations

from datetime import date

from checker import counted, in_words, listed


def test_counts_have_their_plural_their_commas_and_a_word_for_none() -> None:
    assert [counted(number, "gap") for number in (0, 1, 2, 1200)] == ["no gaps", "1 gap", "2 gaps", "1,200 gaps"]
    assert [counted(number, "entry", "entries") for number in (0, 1, 2)] == ["no entries", "1 entry", "2 entries"]


def test_lists_read_like_a_sentence() -> None:
    assert [listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_days_are_told_in_words_and_what_is_no_day_stays_as_it_is() -> None:
    assert [in_words("2026-11-22"), in_words(date(2025, 2, 3))] == ["22 November 2026", "3 February 2025"]
    assert [in_words("spring 2024"), in_words("")] == ["spring 2024", ""]

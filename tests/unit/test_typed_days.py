"""Days as people type them into sheets."""

from __future__ import annotations

import pytest

from checker.typed_days import notes_of_days, typed_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/03/2025", "2025-03-31"),
        ("31.3.25", "2025-03-31"),
        ("31 March 2025", "2025-03-31"),
        ("2025-03-31", "2025-03-31"),
        ("2025-03-31 00:00:00", "2025-03-31"),
        ("31 March 2025 14:30", "2025-03-31"),
        ("Apr-25", "2025-04-30"),
        ("Apr 25", "2025-04-30"),
        ("12-Dec-24", "2024-12-12"),
        ("April 2025", "2025-04-30"),
        ("2024/25", "2025-03-31"),
        ("24/25", "2025-03-31"),
        ("Q1 2025/26", "2025-06-30"),
        ("2025", "2025-12-31"),
    ],
)
def test_usual_forms_need_no_word(typed: str, day: str) -> None:
    read = typed_day(typed)

    assert (read.iso, read.note) == (day, "")


@pytest.mark.parametrize(
    ("typed", "day", "note"),
    [
        ("03/04/25", "2025-04-03", "03/04/25 was read with the day first, as 3 April 2025"),
        ("45021", "2023-04-05", "the number 45021 was read as the day 5 April 2023"),
        ("soon", "", "'soon' is no date that is understood"),
        ("31/02/2025", "", "'31/02/2025' is no date that is understood"),
        ("99999", "", "'99999' is no date that is understood"),
    ],
)
def test_what_could_be_read_otherwise_is_told(typed: str, day: str, note: str) -> None:
    read = typed_day(typed)

    assert (read.iso, read.note) == (day, note)


def test_a_day_that_is_its_own_month_needs_no_word() -> None:
    assert typed_day("04/04/25").note == ""


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        (("31/02/2025", "25/04/2025"), [2]),
        (("45/04/25", "03/04/25"), [2, 3]),
        (("25/04/25", "03/04/25", "45/04/25"), [4]),
        (("25/04/25", "03/04/25", "04/13/25"), [3, 4]),
        (("25/04/25", "03/04/25"), []),
    ],
)
def test_only_a_real_day_shows_that_days_stand_first_and_what_is_none_is_told(
    typed: tuple[str, ...], noted: list[int]
) -> None:
    notes = dict(notes_of_days(dict(enumerate(typed, 2))))

    assert list(notes) == noted

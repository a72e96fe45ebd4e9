"""Personal data never reaches a report; figures, dates and references always do."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.masking import find_personal_data, mask

# No number here is anybody's: they are the usual examples of the NHS number and Ofcom's ranges for drama.


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Her NHS number is 943 476 5919.", "943 476 5919"),
        ("Case 943-476-5919 was reviewed.", "943-476-5919"),
        ("NHS no: 9434765919", "9434765919"),
        ("The patient (9434765919) went home.", "9434765919"),
        ("NHS number 943 476 5918 (mistyped).", "943 476 5918"),
        ("National Insurance AB 12 34 56 C on file", "AB 12 34 56 C"),
        ("NI: ab123456c", "ab123456c"),
        ("Write to jo.o'neill+care@thornbridge.example.uk.", "jo.o'neill+care@thornbridge.example.uk"),
        ("Call 01632 960 001 24 hours a day.", "01632 960 001"),
        ("Call (01632) 960001.", "(01632) 960001"),
        ("Mobile 07700 900123, or leave a message", "07700 900123"),
        ("Office: +44 (0)20 7946 0958", "+44 (0)20 7946 0958"),
        ("Office: 0044 20 7946 0958", "0044 20 7946 0958"),
        ("Office: 020-7946-0958", "020-7946-0958"),
        ("Freephone 0808 157 0192", "0808 157 0192"),
        ("Freephone 0800 111222", "0800 111222"),
        ("DOB: 03/04/1941", "03/04/1941"),
        ("D.O.B. 3.4.41", "3.4.41"),
        ("Date of birth\n1941-04-03", "1941-04-03"),
        ("She was born on the 3rd of April 1941 in town.", "3rd of April 1941"),
        ("He was born in the county on April 3, 1941.", "April 3, 1941"),
    ],
)
def test_personal_data_is_masked_character_by_character(text: str, secret: str) -> None:
    masked = mask(text)

    assert masked == text.replace(secret, "•" * len(secret))


@pytest.mark.parametrize(
    "text",
    [
        "No figures at all.",
        "In 2024 we supported 1,915 people, 2,136 in 2025.",
        "The pooled budget was £26,712,340 (0.4% under) in 2025/26.",
        "Between 2021-2022 and 2023-2024 delays fell from 17.5 to 9.25 days.",
        "Section 117 and section 75 agreements, paragraph 12.3.4.5, item 10.11.12",
        "Meeting on 01-02-2026 03 members, 01/02/2026 04 members, 2026-11-22 10:30.",
        "Ratings 0 1 2 3 4 5 6 7 8 9 10 were offered.",
        "Totals by quarter: 120 340 560 780",
        "Reference 943 476 5918 has the wrong check digit.",
        "The register holds 9434765919 rows.",
        "We work as 10 20 30 a day teams, about 98.5% of 61,450.",
        "ISBN 0306406152 and ISBN 0-306-40615-2",
        "Children born before 1 September 2015 may apply.",
        "Follow @thornbridge; see E12, IR23, A1(2) and QS5.",
        "Charity 1098765, company 01234567, postcode TB1 2AB",
        "0.1234567890 and 00000000000 and £01632960001",
        "The idea was born in 2019 with 3 partners.",
    ],
)
def test_years_figures_money_and_references_are_left_alone(text: str) -> None:
    assert mask(text) == text


def test_several_kinds_in_one_text_are_named_by_place() -> None:
    text = "DOB 03/04/1941, NHS number 943 476 5919, a@b.example"

    found = find_personal_data(text)

    assert [item.kind for item in found] == ["date of birth", "NHS number", "e-mail address"]


@given(st.text(alphabet="019 @.-/()+ABCnhsbor4\n'•é"))
def test_only_masked_characters_differ_and_lines_stay_where_they_are(text: str) -> None:
    once = mask(text)

    assert len(once) == len(text)
    assert all(new in (old, "•") for old, new in zip(text, once, strict=True))
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize("piece", ["a'", "a", "0 1", "(0", "DOB ", "943 476 ", "AB 12 ", "@", "a@b"])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = (piece * 200_000)[:400_000] + " 1@"

    started = time.process_time()
    mask(text)

    assert time.process_time() - started < 4

"""What a denial reaches, and what it does not."""

from __future__ import annotations

import pytest

from checker import Polarity

from .context_reading import COUNCIL, read


def polarity(text: str) -> Polarity | None:
    return read(text, COUNCIL).polarity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Charities had no access and often learned of a diagnosis from the family.", Polarity.SHORTFALL),
        ("People were not asked the same questions twice.", Polarity.STRENGTH),
        ("A closure was managed calmly, with no one left without care.", Polarity.STRENGTH),
    ],
)
def test_a_denial_reaches_what_overlaps_and_not_what_is_said_anew(text: str, expected: Polarity) -> None:
    assert polarity(text) is expected


@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_contracted_denials_deny_too(apostrophe: str) -> None:
    assert polarity(f"Staff couldn{apostrophe}t see the record.") is Polarity.SHORTFALL
    assert polarity(f"The forum isn{apostrophe}t strong.") is Polarity.SHORTFALL


def test_a_denial_reaches_no_further_than_its_clause() -> None:
    text = "The plan was not reviewed; the new one works well."

    assert polarity(text) is not Polarity.STRENGTH
    assert [part.polarity for part in read("No plan was agreed, but the visit went well.", COUNCIL).parts] == [
        Polarity.SHORTFALL,
        Polarity.STRENGTH,
    ]


@pytest.mark.parametrize("text", ["No one waits without contact.", "Nobody leaves hospital without a plan."])
def test_who_denies_of_everybody_denies_the_lack_that_follows(text: str) -> None:
    assert polarity(text) is Polarity.STRENGTH
    assert polarity("People leave hospital without a plan.") is Polarity.SHORTFALL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No carer in our sample had been left without a plan for emergencies.", Polarity.STRENGTH),
        ("Notes were kept well, and no entry that we read was left unsigned.", Polarity.STRENGTH),
        ("Nobody we met had to explain themselves more than once.", Polarity.STRENGTH),
        ("No progress had been made on the backlog.", Polarity.SHORTFALL),
        ("No single team was responsible, and people were passed around.", Polarity.SHORTFALL),
        ("There was no plan for people left without care.", Polarity.SHORTFALL),
    ],
)
def test_a_denial_of_the_subject_denies_all_that_is_said_of_it(text: str, expected: Polarity) -> None:
    assert polarity(text) is expected

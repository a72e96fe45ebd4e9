"""What the craft rules find by general cues: bases, opinions, weaknesses, claims and lengths in many wordings."""

from __future__ import annotations

import pytest

from checker.domain.finding import Outcome

from .craft_reading import asked, observed

SA = "self-assessment"
STATEMENTS = ("Safeguarding", "Assessing needs", "Partnerships and communities", "Equity in experience and outcomes")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Of the eight people who used the pilot in 2025, 75% reached their goals.", "8"),
        ("A follow-up with 15 people in December 2025 found that 80% were still active.", "15"),
        ("We spoke to a dozen people in 2025 and 92 per cent of them were content.", "12"),
        ("Among the 14 care homes in the trial, 93% saw fewer falls.", "14"),
        ("Two thirds of the people who appealed thought the panel was fair (6 people).", "6"),
        ("| Group | Satisfied | Replies |\n| --- | --- | --- |\n| Tenants | 89% | 9 |", "9"),
    ],
)
def test_a_share_rests_on_those_who_are_counted_beside_it(text: str, base: str) -> None:
    (share,) = [one for one in observed(text, "figure") if one.attributes["unit"] in ("percent", "fraction")]

    assert share.attributes["base"] == base


@pytest.mark.parametrize(
    "text",
    [
        "A team of 12 social workers completed 85% of reviews on time.",
        "Nine in ten carers would recommend the service.",
        "Twelve people answered in May. We answered 68 per cent of complaints in time.",
    ],
)
def test_a_share_rests_on_no_number_that_is_told_of_something_else(text: str) -> None:
    shares = [one for one in observed(text, "figure") if one.attributes["unit"] in ("percent", "ratio")]

    assert [one.attributes.get("base") for one in shares] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "In the pulse check of May 2025 the great majority of managers (91%) felt able to raise concerns.",
        "71% of young people said that they felt prepared in 2025.",
        "Four in five relatives who filled in the card in 2025 were happy with the food.",
        "Three quarters of voluntary organisations who answered our questionnaire in 2025 felt valued.",
    ],
)
def test_what_people_say_is_a_result_of_asking_them_whatever_it_is_called(text: str) -> None:
    (finding,) = asked("figures.base-told", ("s.md", SA, text))

    assert finding.outcome is Outcome.PARTLY_MET


@pytest.mark.parametrize(
    ("share", "outcome"),
    [("97% of 448", Outcome.MET), ("93% of 448", Outcome.NEEDS_REVIEW), ("93% of 460", Outcome.MET)],
)
def test_shares_of_the_same_number_need_few_words_in_common(share: str, outcome: Outcome) -> None:
    text = f"In 2024/25, {share} staff had completed safeguarding training at the level of their post."
    table = "| Measure | 2024/25 |\n| --- | --- |\n| Safeguarding training in twelve months | 97% of 448 |"

    (finding,) = asked("figures.agree", ("sa.md", SA, text), ("card.md", "data", table))

    assert finding.outcome is outcome


@pytest.mark.parametrize(
    "text",
    [
        "We are confident in our arrangements and will go on working together.",
        "There are no major concerns in this area. Work to date has been well received.",
        "The market is resilient and we do not foresee difficulties.",
        "We see opportunities to spread our learning further.",
    ],
)
def test_a_block_for_weaknesses_that_names_none_is_empty(text: str) -> None:
    (section,) = observed(f"# Areas for development\n\n{text}", "section")

    assert "weakness" not in section.attributes


@pytest.mark.parametrize(
    "text",
    [
        "- Timeliness of reviews",
        "Take-up of falls prevention by men is half that of women.",
        "The focus now is on bringing reviews within 12 months from 71% to 80%.",
        "Mental health partners told us that they hear of changes last.",
        "Digital exclusion among people over 80.",
    ],
)
def test_a_block_for_weaknesses_may_name_them_in_neutral_words(text: str) -> None:
    (section,) = observed(f"# Areas for development\n\n{text}", "section")

    assert section.attributes["weakness"] == "1"


def test_where_citing_is_usual_a_strength_in_plain_words_is_to_cite_as_well() -> None:
    cited = "\n\n".join(
        f"Our team {number} rings people on the day and they feel safer [E{number}]." for number in range(10, 20)
    )
    text = f"# Safeguarding\n\n## Our strengths\n\n{cited}\n\nWe respond quickly and well, and people are kept safe."

    (finding,) = asked("claims.cited", ("sa.md", SA, text))

    assert (finding.outcome, [one.text for one in finding.citations]) == (
        Outcome.PARTLY_MET,
        ["We respond quickly and well, and people are kept safe."],
    )


def test_where_sections_are_alike_one_of_six_tenths_stands_out() -> None:
    line = "We meet the people whom we serve and ask them what they think of it. "
    lengths = dict.fromkeys(STATEMENTS, 20) | {STATEMENTS[0]: 12}
    text = "\n\n".join(f"# {title}\n\n{line * times}" for title, times in lengths.items())

    (finding,) = asked("sections.balanced", ("sa.md", SA, text))

    assert (finding.outcome, finding.item) == (Outcome.PARTLY_MET, "safeguarding")

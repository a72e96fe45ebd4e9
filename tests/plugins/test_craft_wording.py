"""What the craft observers and rules understand however it is put: other orders, words for numbers, denials."""

from __future__ import annotations

import pytest

from checker.domain.finding import Finding, Outcome

from .craft_reading import asked, observed, told

SA = "self-assessment"
STATEMENTS = ("Safeguarding", "Assessing needs", "Partnerships and communities", "Equity in experience and outcomes")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Calls grew by 26% in the year to 31 March 2025, from 642 to 811.", "yes"),
        ("Calls grew by 35% in the year to 31 March 2025, from 642 to 811.", "no"),
        ("Complaints have halved, from 58 in 2023/24 to 30 in 2024/25.", "yes"),
        ("Complaints have halved, from 58 in 2023/24 to 37 in 2024/25.", "no"),
        ("We cut the list by a third, from 312 to 208.", "yes"),
        ("We cut the list by a quarter, from 312 to 208.", "no"),
        ("The list is down by over a third, from 312 to 186.", "yes"),
        ("The fund grew from £1.2m in 2023/24 to £1.5m in 2024/25, an increase of 25 per cent.", "yes"),
        ("The fund grew from £1.2m in 2023/24 to £1.5m in 2024/25, an increase of 15 per cent.", "no"),
        ("In 2024/25 we did 1,124 assessments, 16% more than the 968 of 2023/24.", "yes"),
        ("There were 811 calls compared with 642 (+35%).", "no"),
        ("The budget is £92.4m, an increase of 6% on the £87.1m of 2024/25.", "yes"),
        ("Concerns: 2,316 in 2024/25 (2,148 in 2023/24), up 12%.", "no"),
        ("97% (655 of 702) were asked.", "no"),
        ("There were 1,124 assessments in 2024/25 and 968 in 2023/24. That is a rise of 16%.", "yes"),
        ("There were 1,124 assessments in 2024/25 and 968 in 2023/24. That is a rise of 19%.", "no"),
        ("Reviews on time rose from 64% to 71%, an improvement of 7%.", "yes"),
        ("Reviews on time improved by 7 percentage points, from 64% to 75%.", "no"),
        ("Contacts went up by a quarter between 2023/24 and 2024/25, from 8,210 to 9,320.", "no"),
        ("There were 214 conversations in 2025 and 160 in 2024 (up 34%).", "yes"),
        ("There were 214 conversations in 2025 and 160 in 2024 (up 41%).", "no"),
        ("Users increased 22% year on year to 1,540 (2024: 1,390).", "no"),
        ("1,140 people used it in 2024/25, 16% up on the year before, when there were 890.", "no"),
        ("We helped 968 carers in 2023/24. In 2024/25 the number was 1,124, an increase of 28%.", "no"),
        ("Complaints fell by half, from eleven in 2023/24 to eight in 2024/25.", "no"),
        ("The fund fell by 10%, from £1.2m to £900k in 2025.", "no"),
        ("We reached 45 of 60 practices in 2025, or 75%.", "yes"),
        ("We reached 45 of 60 practices in 2025, or 85%.", "no"),
        ("Of 420 people who left in 2024/25, 290 needed no more help, which is 79%.", "no"),
        (
            "| Measure | 2023/24 | 2024/25 | Change |\n| --- | --- | --- | --- |\n| Assessments | 968 | 1,124 | +16% |",
            "yes",
        ),
        (
            "| Measure | 2023/24 | 2024/25 | Change |\n| --- | --- | --- | --- |\n| Assessments | 968 | 1,124 | +25% |",
            "no",
        ),
    ],
)
def test_a_change_is_worked_out_in_whatever_order_it_is_told(text: str, right: str) -> None:
    (change,) = observed(text, "change")

    assert change.attributes["right"] == right


@pytest.mark.parametrize(
    "text",
    [
        "Visits grew by 12% and the wait fell from 29 to 17 days.",
        "In 2024/25, 40% of 120 people used it, compared with 35% in 2023/24.",
        "The rate rose by 5% in March and by 8% in April, from 20 to 23.",
        "Take-up rose among them in 2025, although it is still lower than the overall figure of 22%.",
        "In 2024/25, 61 young people used the service and 14 moved home, an increase of 20%.",
        "They waited 26 weeks in 2025, compared with 41 weeks in 2023. Referrals have doubled since training began.",
    ],
)
def test_a_change_and_figures_of_something_else_are_not_worked_out_together(text: str) -> None:
    assert observed(text, "change") == []


def test_percentages_and_bases_may_stand_in_words() -> None:
    text = "Twelve carers answered in May 2025. Eighty-six per cent of them were pleased."

    (share,) = [one for one in observed(text, "figure") if one.attributes["unit"] == "percent"]

    assert (share.value, share.attributes["base"]) == ("86", "12")


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


@pytest.mark.parametrize(("acronym", "count"), [("UCR", "2"), ("D2A", "2"), ("LD&A", "2")])
def test_letters_with_a_figure_or_a_sign_among_them_are_an_acronym(acronym: str, count: str) -> None:
    (found,) = observed(f"The {acronym} team works. We like the {acronym} team.", "acronym")

    assert (found.value, found.attributes["count"]) == (acronym, count)


@pytest.mark.parametrize("text", ["In Q3 of 2025 and in Q4 we met.", "Band B7 and B8 staff.", "The A38 and the M5."])
def test_letters_before_a_number_are_no_acronym(text: str) -> None:
    assert observed(text, "acronym") == []


def test_a_claim_that_names_no_other_source_is_the_councils() -> None:
    text = "Political leadership is strong and stable. Carers said that the team is excellent."

    assert [one.text for one in observed(text, "claim")] == ["strong"]


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("No one in Ellanmere waits without contact.", ["denial"]),
        ("Our arrangements for waiting lists are exemplary.", ["superlative"]),
        ("People always wait too long.", []),
    ],
)
def test_praise_is_absolute_whatever_else_its_sentence_speaks_of(text: str, families: list[str]) -> None:
    assert [one.value for one in observed(text, "absolute")] == families


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It was signed on 3 March 2025.", [("2025-03-03", "start")]),
        ("It runs until March 2028.", [("2028-03-31", "end")]),
        ("It begins on 1 April 2023 and ends on 31 March 2026.", [("2023-04-01", "start"), ("2026-03-31", "end")]),
        ("It runs from 1 April 2025 to 31 March 2028.", [("2025-04-01", "start"), ("2028-03-31", "end")]),
        ("It was renewed in 2024/25.", [("2024-04-01", "start")]),
        ("It was signed on 1 April 2025 for three years.", [("2025-04-01", "start"), ("2028-03-31", "end")]),
        ("The board met on 3 March 2025.", []),
    ],
)
def test_beginning_and_end_of_an_agreement_are_told_apart(text: str, days: list[tuple[str, str]]) -> None:
    assert [(one.value, *told(one, "is")) for one in observed(text, "term")] == days


def sections(of_one: str, of_others: str) -> str:
    bodies = [of_one, *[of_others] * (len(STATEMENTS) - 1)]
    return "\n\n".join(f"# {title}\n\n{body}" for title, body in zip(STATEMENTS, bodies, strict=True))


STRENGTHS = "## Our strengths\n\n" + "\n\n".join(
    f"We support people well and safely in their own homes in place {number}." for number in range(6)
)


def items(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.item for finding in findings]


@pytest.mark.parametrize(
    "said",
    [
        "We have not identified any significant areas for development at this time.",
        "Like all councils, we know that there is always more to do.",
        "We will continue to build on our success.",
        "Our ambition is to be known as the best place to work in care.",
        "None.",
        "No areas have been identified.",
        "We want to build on these foundations.",
    ],
)
def test_a_block_that_admits_nothing_tells_no_weakness(said: str) -> None:
    honest = f"{STRENGTHS}\n\n## Areas for development\n\nPeople wait too long for reviews."
    empty = f"{STRENGTHS}\n\n## Areas for development\n\n{said}"

    findings = asked("sections.weaknesses-told", ("sa.md", SA, sections(empty, honest)))

    assert items(findings) == ["safeguarding"]


def test_a_section_with_far_fewer_voices_than_the_others_is_told() -> None:
    voices = "\n\n".join(f"People told us that they felt safe in place {number}." for number in range(8))
    silent = "\n\n".join(f"The board met {number} times." for number in range(8))

    findings = asked("sections.peoples-voices", ("sa.md", SA, sections(f"{silent}\n\nPeople said so.", voices)))

    assert items(findings) == ["safeguarding"]
    assert "the other sections have about" in findings[0].reason


TABLE = "| Measure | Period | Value |\n| --- | --- | --- |\n| Journeys made by volunteer drivers | 2024/25 | {} |"


@pytest.mark.parametrize(
    ("value", "outcome"), [("2,490", Outcome.NEEDS_REVIEW), ("2,940", Outcome.MET), ("14,000", Outcome.MET)]
)
def test_a_row_with_the_words_of_a_sentence_and_another_figure_needs_a_look(value: str, outcome: Outcome) -> None:
    own = ("sa.md", SA, "In 2024/25 volunteer drivers made 2,940 journeys to appointments.")

    findings = asked("figures.agree", own, ("log.md", "data", TABLE.format(value)))

    assert [finding.outcome for finding in findings] == [outcome]


def test_a_row_about_something_else_is_left_alone() -> None:
    own = ("sa.md", SA, "In 2024/25 volunteers made 2,940 journeys to appointments.")

    (finding,) = asked("figures.agree", own, ("log.md", "data", TABLE.format("2,490")))

    assert finding.outcome is Outcome.MET

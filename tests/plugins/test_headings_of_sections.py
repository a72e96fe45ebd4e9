"""Which quality statements a heading of a self-assessment stands for, and what that does to the sentences below it."""

from __future__ import annotations

import pytest

from checker import Observation
from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.pipeline import mark_text
from checker.stages.documents import section_statements

from .craft_reading import asked, observed, shipped

SAFEGUARDING, GOVERNANCE = "safeguarding", "governance-management-and-sustainability"
SYSTEMS, LEARNING = "safe-systems-pathways-and-transitions", "learning-improvement-and-innovation"
PARTNERS, MARKET = "partnerships-and-communities", "care-provision-integration-and-continuity"
NEEDS, EQUITY = "assessing-needs", "equity-in-experience-and-outcomes"
HEALTHIER = "supporting-people-to-live-healthier-lives"


def statements(*path: str) -> tuple[str, ...]:
    return section_statements(path, shipped()[1].framework)


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Keeping people safe", (SYSTEMS, SAFEGUARDING)),
        ("Our workforce", (GOVERNANCE,)),
        ("4. How we are run", (GOVERNANCE,)),
        ("Equality, diversity & inclusion", (EQUITY,)),
        ("Prevention and early help", (HEALTHIER,)),
        ("Moving between services", (SYSTEMS,)),
        ("The care and support market", (MARKET,)),
        ("Working with partners in Northmoor", (PARTNERS,)),
        ("Our approach to safeguarding", (SAFEGUARDING,)),
        ("Learning and innovation", (LEARNING,)),
        ("Carers’ assessments", (NEEDS,)),
        ("Commissioning and partnerships", (MARKET, PARTNERS)),
        ("Workforce, finance and performance", (GOVERNANCE,)),
        ("Theme 4: Leadership", (GOVERNANCE, LEARNING)),
        ("How the council ensures safety", (SYSTEMS, SAFEGUARDING)),
    ],
)
def test_an_everyday_heading_stands_for_its_statements(heading: str, named: tuple[str, ...]) -> None:
    assert statements(heading) == named


@pytest.mark.parametrize(
    "heading",
    [
        "Our borough at a glance",
        "What people tell us",
        "Areas for improvement",
        "Next steps",
        "Workforce and weather",
        "A safe pair of hands",
        "",
    ],
)
def test_other_headings_stand_for_none(heading: str) -> None:
    assert statements(heading) == ()


def test_a_title_counts_before_an_everyday_heading_below_it() -> None:
    assert statements("Safeguarding", "Our workforce") == (SAFEGUARDING,)


def test_an_everyday_heading_only_narrows_down_the_theme_above_it() -> None:
    assert statements("Leadership", "Our workforce") == (GOVERNANCE,)
    assert statements("Leadership", "Working with partners") == (GOVERNANCE, LEARNING)
    assert statements("Ensuring safety", "Safeguarding") == (SAFEGUARDING,)


BODY = "We meet every month. We read the figures together and decide what to do. Each decision has a name and a day."


def marked_under(*sections: tuple[str, str]) -> dict[str, set[str]]:
    """Return by sentence the statements to whose expectations it speaks, in a text of sections."""
    plugins, book = shipped()
    text = "\n\n".join(f"# {heading}\n\n{body}" for heading, body in sections)
    statement_of = {one.id: one.statement for one in book.expectations}
    passages = mark_text(text, plugins, book, kind=DocumentKind.SELF_ASSESSMENT.value, name="sa.md").passages
    return {one.text: {statement_of[key] for key in one.expectations} for one in passages if one.countable}


def test_a_sentence_that_goes_on_under_its_section_serves_the_section_beside_what_it_names() -> None:
    first = "Those who raise a safeguarding concern do not hear what came of it."
    second = "Care home managers were told least."

    spoken = marked_under(("Safeguarding", f"{first} {second}"), ("Our workforce", BODY))

    assert SAFEGUARDING in spoken[first]
    assert {SAFEGUARDING, PARTNERS} <= spoken[second]


def test_a_word_that_only_hints_is_enough_in_a_section_of_its_statement() -> None:
    sentence = "Each perpetrator is written to on the same day."

    assert SAFEGUARDING in marked_under(("Safeguarding", sentence), ("Our workforce", BODY))[sentence]
    assert SAFEGUARDING not in marked_under(("Our workforce", sentence), ("Safeguarding", BODY))[sentence]


def test_the_title_of_a_whole_text_gives_its_sentences_nothing() -> None:
    sentence = "Each perpetrator is written to on the same day."

    assert marked_under(("Safeguarding", sentence))[sentence] == set()


def sections(text: str) -> list[Observation]:
    return observed(text, "section")


def test_a_section_counts_its_sentences_by_the_statements_to_which_they_speak() -> None:
    body = "We finished 412 section 42 enquiries. The safeguarding adults board audits our work."
    text = f"# Standing by each other\n\n{body}\n"

    (found,) = sections(text)

    assert found.attributes[f"speaks.{SAFEGUARDING}"] == "2"
    assert found.attributes["placed"] == "2"


LONG = (
    "We assessed 4,100 people in 2025/26, and most of them told us that they were listened to. Our teams meet every "
    "week. They know who waits, for what and for how long, and what is done about it meanwhile. Nobody waits without."
)


def of_headings(rule: str, *headings: str, body: str = LONG) -> list[tuple[str, Outcome, str]]:
    text = "# Northmoor 2026\n\n" + "\n\n".join(f"## {heading}\n\n{body}" for heading in headings)
    found = asked(rule, ("sa.md", DocumentKind.SELF_ASSESSMENT.value, text))
    return [(one.item, one.outcome, one.reason) for one in found]


FOUR = ("Assessing needs", "Prevention", "Equity", "Care and support market")


def test_a_theme_with_one_section_of_its_own_does_not_stand_for_the_other() -> None:
    found = of_headings("sections.every-statement", *FOUR, "Partnerships", "Keeping people safe", "Safeguarding")

    assert {item for item, _, _ in found} == {SYSTEMS, GOVERNANCE, LEARNING}


def test_a_very_short_section_is_told_as_short_and_not_as_left_out() -> None:
    headings = (*FOUR, "Partnerships", "Keeping people safe", "Leadership")
    short = "We keep people safe and look at each concern on the day."

    assert [outcome for _, outcome, _ in of_headings("sections.every-statement", *headings, body=short)] == [
        Outcome.MET
    ]
    (first, *_) = of_headings("sections.long-enough", *headings, body=short)
    assert first[:2] == (NEEDS, Outcome.PARTLY_MET)
    assert first[2] == "The section “Assessing needs” is there, but very short: 12 words, not 40."


def test_a_left_out_statement_is_looked_for_under_the_nearest_heading_of_the_councils_own() -> None:
    told = of_headings(
        "sections.every-statement", *FOUR, "Partnerships", "Keeping each other from harm", "Moving house"
    )

    reasons = {item: reason for item, _, reason in told}
    assert "It may be under “Keeping each other from harm”." in reasons[SAFEGUARDING]
    assert "It may be under" not in reasons[GOVERNANCE]


@pytest.mark.parametrize("heading", ["Standing by others", "Getting our council’s services", "Our self-assessment"])
def test_words_of_headings_about_anything_are_near_to_no_statement(heading: str) -> None:
    told = of_headings(
        "sections.every-statement", *FOUR, "Keeping people safe", "Leadership", heading, body="The roof is red."
    )

    assert PARTNERS in {item for item, _, _ in told}
    assert not [reason for _, _, reason in told if "It may be under" in reason]


def test_a_heading_that_ends_like_a_label_opens_a_section_where_it_stands_once_among_sections() -> None:
    body = "The scrutiny panel looks at risks. We have a budget of £80m. The dashboard shows performance."
    headings = (*FOUR, "Partnerships")
    text = "\n\n".join([*(f"## {one}\n\n{LONG}" for one in headings), f"## Who leads and how we know\n\n{body}"])

    found = asked("sections.every-statement", ("sa.md", "self-assessment", f"# Northmoor 2026\n\n{text}"))

    (leads,) = (one for one in found if one.item == GOVERNANCE)
    assert leads.outcome is Outcome.NEEDS_REVIEW
    assert "under “Who leads and how we know”" in leads.reason

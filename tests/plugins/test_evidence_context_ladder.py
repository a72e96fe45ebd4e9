"""How far a claim goes, how sure it is, whether it states a result for people, and of when it speaks."""

from __future__ import annotations

import pytest
from checker_plugins.evidence_context import checker_qualify_evidence

from checker import Certainty, Claim, Document, Polarity, Sentence

from .context_reading import COUNCIL, read, shipped_book


@pytest.mark.parametrize(
    "text",
    [
        "We will visit 95% of carers within 10 days.",
        "The council plans to open a hub that people have asked for.",
        "A strategy is being developed.",
    ],
)
def test_a_promise_stays_on_the_lowest_rung_whatever_else_it_holds(text: str) -> None:
    qualifiers = read(text, COUNCIL)

    assert (qualifiers.polarity, qualifiers.claim) == (Polarity.PLANNED, Claim.PLANNED)
    assert qualifiers.certainty is Certainty.EARLY_STAGE
    assert qualifiers.impact is False


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("There is one record.", Claim.STATED),
        ("There is a shared record.", Claim.STATED),
        ("There is a need for our integrated team.", Claim.STATED),
        ("Our strategy covers all partners.", Claim.STATED),
        ("The board met in the spring.", Claim.PRACTISED),
        ("Teams used the shared record.", Claim.PRACTISED),
        ("For example, one team keeps a list.", Claim.PRACTISED),
        ("Carers say the record helps.", Claim.PRACTISED),
        ("In 91% of visits the record is open.", Claim.MEASURED),
        ("Care starts within 2 days.", Claim.MEASURED),
    ],
)
def test_a_claim_stands_as_high_as_its_words_carry_it(text: str, claim: Claim) -> None:
    assert read(text, COUNCIL).claim is claim


@pytest.mark.parametrize("text", ["The plan covers 2024.", "We have 12 members.", "See section 75."])
def test_a_bare_number_or_year_measures_nothing(text: str) -> None:
    assert read(text, COUNCIL).claim is not Claim.MEASURED


@pytest.mark.parametrize("text", ["The shared record works.", "In 91% of visits the record is open.", "Carers say so."])
def test_one_document_alone_never_corroborates(text: str) -> None:
    assert read(text, COUNCIL).claim is not Claim.CORROBORATED


def test_the_figure_that_measures_is_shown() -> None:
    (reason,) = [one for one in read("In 91% of visits the record is open.", COUNCIL).because if one.field == "claim"]

    assert (reason.words, reason.start) == ("91%", 3)


@pytest.mark.parametrize(
    "text",
    [
        "People were seen sooner.",
        "As a result, more residents returned home.",
        "Fewer people went into hospital in a crisis.",
        "Carers felt supported.",
        "One man waited nine weeks for a visit.",
    ],
)
def test_a_result_for_people_good_or_bad_is_impact(text: str) -> None:
    assert read(text).impact is True


@pytest.mark.parametrize(
    "text",
    [
        "The hub was set up in order to improve outcomes for people.",
        "The aim is that people are seen sooner.",
        "The service is designed to help people stay at home.",
        "We will see that people return home sooner.",
        "The board met every month.",
        "Staff attended two training days.",
    ],
)
def test_a_purpose_a_plan_or_an_activity_is_no_impact(text: str) -> None:
    assert read(text, COUNCIL).impact is False


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The hub works well.", Certainty.ASSERTED),
        ("The hub may work well in some cases.", Certainty.HEDGED),
        ("Sometimes the hub was open late.", Certainty.HEDGED),
        ("There were early signs that the hub works.", Certainty.EARLY_STAGE),
        ("The hub is being piloted.", Certainty.EARLY_STAGE),
        ("The hub was still half finished.", Certainty.EARLY_STAGE),
        ("The hub will open next year.", Certainty.EARLY_STAGE),
    ],
)
def test_limits_and_beginnings_are_told_from_plain_claims(text: str, certainty: Certainty) -> None:
    assert read(text, COUNCIL).certainty is certainty


def test_being_able_to_is_no_hedge() -> None:
    assert read("Nurses could see the record.").certainty is Certainty.ASSERTED


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The board met in March 2025.", [("2025-03-01", "2025-03-31")]),
        ("Visits in 2023/24 and on 5 May 2025.", [("2023-04-01", "2024-03-31"), ("2025-05-05", "2025-05-05")]),
        ("The Care Act 2014 applies to 2014 people.", []),
        ("The board met.", []),
    ],
)
def test_the_periods_that_a_sentence_speaks_of_are_its_dates(text: str, periods: list[tuple[str, str]]) -> None:
    assert [(one.start, one.end) for one in read(text).dates or ()] == periods


def test_sentences_that_cannot_be_evidence_are_left_alone() -> None:
    document = Document(name="a.txt", text="Carers felt ignored.")
    sentence = Sentence(start=0, end=20, block=0, countable=False)

    (qualifiers,) = checker_qualify_evidence(document, [sentence], COUNCIL, shipped_book())

    assert (qualifiers.polarity, qualifiers.voice, qualifiers.because) == (None, None, ())

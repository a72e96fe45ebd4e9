"""For or against: what a sentence says, and the traps that must not turn it round."""

from __future__ import annotations

import pytest

from checker import Polarity

from .context_reading import COUNCIL, read


def polarity(text: str) -> Polarity | None:
    return read(text, COUNCIL).polarity


@pytest.mark.parametrize(
    "text",
    [
        "Hospital discharge was quick and well organised.",
        "Partners work together in one hub.",
        "The forum was praised by all who came.",
        "The team worked hard and achieved good outcomes.",
    ],
)
def test_praise_is_a_strength(text: str) -> None:
    assert polarity(text) is Polarity.STRENGTH


@pytest.mark.parametrize(
    "text",
    [
        "Partners did not have access to the record.",
        "There was no shared record.",
        "Staff were unable to see the care record.",
        "The board has failed to meet.",
        "Carers have never been asked.",
        "The partnership is not strong.",
        "The hub was not effective.",
        "Few providers knew about the forum.",
        "Feedback was not always acted on.",
    ],
)
def test_a_denial_of_something_wanted_is_a_shortfall(text: str) -> None:
    assert polarity(text) is Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "Carers felt ignored.",
        "People waited too long for an assessment.",
        "Communication with the charity was poor.",
        "There was a lack of respite.",
        "Referrals were delayed.",
        "Contracts are too short for charities to plan.",
        "We need to improve how we share data.",
    ],
)
def test_a_lack_a_problem_or_a_need_is_a_shortfall(text: str) -> None:
    assert polarity(text) is Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "We are a not-for-profit partnership that is highly valued.",
        "Not only carers but also neighbours praised the service.",
        "The young adults' team for people with no recourse to public funds is highly valued.",
        "Nothing but praise was heard about the team.",
    ],
)
def test_words_that_only_look_like_a_denial_deny_nothing(text: str) -> None:
    assert polarity(text) is Polarity.STRENGTH


@pytest.mark.parametrize(
    "text",
    [
        "No wrong door means that callers are heard wherever they ring.",
        "People at risk of falls are visited.",
        "The crisis team takes calls.",
        "Complaints are handled by the team.",
        "The safeguarding concern form is on the website.",
        "The forum meets every month.",
    ],
)
def test_topics_of_the_trade_that_sound_bad_are_no_shortfalls(text: str) -> None:
    assert polarity(text) in (None, Polarity.STRENGTH)


@pytest.mark.parametrize(
    "text",
    [
        "There were no delays in starting home care.",
        "The backlog has been cleared.",
        "Waiting lists have been reduced.",
        "Delays had fallen since spring.",
        "The council did not leave anyone waiting.",
    ],
)
def test_a_problem_that_is_denied_or_eased_is_a_strength(text: str) -> None:
    assert polarity(text) is Polarity.STRENGTH


def test_easing_that_is_denied_eases_nothing() -> None:
    assert polarity("Delays had not reduced.") is Polarity.SHORTFALL


def test_a_shortfall_of_the_past_that_is_said_to_be_over_is_over() -> None:
    assert polarity("Two years ago records were poor, but this has since been resolved.") is Polarity.STRENGTH
    assert polarity("Records were poor.") is Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "Other councils have long delays.",
        "Neighbouring councils had poor records.",
        "Elsewhere in the region, carers felt ignored.",
        "Unlike other councils, which have long delays, we see people promptly.",
    ],
)
def test_what_others_lack_says_nothing_about_this_council(text: str) -> None:
    assert polarity(text) in (None, Polarity.STRENGTH)


def test_elsewhere_alone_is_elsewhere_in_the_same_area() -> None:
    assert polarity("Elsewhere, carers felt ignored.") is Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "Staff follow the policy if there is a delay.",
        "In the event of poor performance, the board meets.",
        "The Care Act requires councils to prevent delays.",
        "The strategy describes how to prevent delays.",
    ],
)
def test_what_is_only_a_condition_a_duty_or_a_purpose_is_not_said_to_be_so(text: str) -> None:
    assert polarity(text) is not Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "Joint working was strong, but records were not shared.",
        "The forum worked well; however, few carers knew about it.",
        "Some people were happy with the hub while others were frustrated.",
        "Feedback on joint working was mixed.",
    ],
)
def test_both_sides_in_one_sentence_are_mixed(text: str) -> None:
    assert polarity(text) is Polarity.MIXED


@pytest.mark.parametrize(
    "text",
    [
        "We will share records with the hospital by 2027.",
        "The council plans to open a hub.",
        "A strategy is being developed.",
        "We intend to set up a forum next year.",
        "The aim is to give nurses access to the record.",
    ],
)
def test_a_promise_is_planned_and_never_a_strength(text: str) -> None:
    assert polarity(text) is Polarity.PLANNED


def test_what_is_done_goes_before_what_is_planned() -> None:
    text = "The hub works well, and we will open a second one."

    assert polarity(text) is Polarity.STRENGTH


@pytest.mark.parametrize("text", ["The town lies on a river.", "The board has nine members.", "It began in 1987."])
def test_where_no_cue_decides_nothing_is_said(text: str) -> None:
    assert polarity(text) is None


def test_the_halves_of_a_mixed_sentence_cover_it_each_with_its_own_side() -> None:
    text = "Joint working was strong, but records were not shared."

    parts = read(text, COUNCIL).parts

    assert [part.polarity for part in parts] == [Polarity.STRENGTH, Polarity.SHORTFALL]
    words = [text[part.start : part.end] for part in parts]
    assert words == ["Joint working was strong, ", "but records were not shared."]


def test_the_words_that_decided_are_shown_at_their_place_with_the_entry_that_knows_them() -> None:
    text = "Some say the hub was not effective."

    reasons = [one for one in read(text, COUNCIL).because if one.field == "polarity"]

    assert all(text[one.start : one.end] == one.words for one in reasons)
    assert all(one.entry.startswith("cqc_local_authority/lexicon/") for one in reasons)
    assert [one.words for one in reasons if not one.overruled] == ["not"]
    assert [one.words for one in reasons if one.overruled] == ["effective"]


def test_what_is_granted_first_and_what_counts_then_are_both_said() -> None:
    assert polarity("Although relationships were strong, data sharing was poor.") is Polarity.MIXED


@pytest.mark.parametrize(
    "text",
    [
        "The council listened when the firms had problems with their invoices.",
        "Disputes over two bills were raised, all of which were settled within a week.",
        "When the boiler failed, tenants were moved the same day.",
        "Managers look into any delay that a family reports.",
    ],
)
def test_a_doubtful_word_yields_to_praise_settlement_occasion_and_denial(text: str) -> None:
    assert polarity(text) is not Polarity.SHORTFALL


@pytest.mark.parametrize(
    "text",
    [
        "Visits were meant to be weekly.",
        "Finding a sitter was left to families.",
        "Disagreements about the bill had not been settled.",
        "The offer depended a good deal on where a carer lived.",
        "The plan was not reviewed; the new one works well.",
        "No one told the family of the long delay.",
    ],
)
def test_a_shortfall_told_mildly_or_denied_settlement_stays_one(text: str) -> None:
    assert polarity(text) in (Polarity.SHORTFALL, Polarity.MIXED)


def test_what_is_asked_is_not_said() -> None:
    assert polarity("Did people have to repeat their story?") is Polarity.NEUTRAL
    assert polarity("People had to repeat their story.") is Polarity.SHORTFALL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only one of nine practices shared its records.", Polarity.SHORTFALL),
        ("The share of practices with access to the record fell from 88% to 61%.", Polarity.SHORTFALL),
        ("The number of disputes over funding fell from 50 to 12.", Polarity.STRENGTH),
    ],
)
def test_few_of_what_is_good_are_too_few(text: str, expected: Polarity) -> None:
    assert polarity(text) is expected

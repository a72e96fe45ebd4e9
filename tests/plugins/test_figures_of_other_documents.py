"""A figure that another file contradicts is found in whatever words; figures of two things are left alone."""

from __future__ import annotations

import pytest

from checker.domain.finding import Outcome

from .craft_reading import asked

ANNUAL_REPORT = "# Annual report of the Safeguarding Adults Board, April 2024 to March 2025\n\n"
CLASH = [
    (
        "In 2024/25 we began 611 section 42 enquiries.",
        "# Annual report of the Board 2024/25\n\nThe council opened 598 section 42 enquiries during the year.",
    ),
    (
        "In 2024/25 there were 611 section 42 enquiries, up from 540 the year before.",
        "# Safeguarding Adults Board\n\n## Annual report 2024 to 2025\n\nThe number of section 42 enquiries was 598.",
    ),
    (
        "611 section 42 enquiries were opened in 2024/25.",
        "During 2024-25 a total of 598 enquiries were made under section 42 of the Care Act.",
    ),
    (
        "Last year (2024/25) 611 section 42 enquiries were undertaken.",
        "| Measure | 2023/24 | 2024/25 |\n|---|---|---|\n| Section 42 enquiries | 540 | 598 |",
    ),
    ("We undertook 611 Section 42 (s42) enquiries in 2024/25.", "598 s.42 enquiries were undertaken in 2024/25."),
    (
        "In the year to 31 March 2025 we held 611 section 42 enquiries.",
        "In the year ending 31 March 2025, the council held 598 section 42 enquiries.",
    ),
    (
        "At 31 March 2025, 96 people were waiting for a deprivation of liberty decision.",
        "At 31 March 2025, 121 DoLS applications were waiting for a decision.",
    ),
    (
        "Advocates supported 391 people in 2024/25.",
        "Advocacy annual report 2024/25\n\nIn 2024/25, 366 people were supported by an advocate.",
    ),
    ("We answered 41,200 calls at our front door in 2024/25.", "The front door answered 38,900 calls in 2024/25."),
    (
        "In 2024/25, 71% of people who had a section 42 enquiry were asked what they wanted.",
        "In 2024/25, 64% of people with a section 42 enquiry were asked what outcomes they wanted.",
    ),
    ("We carried out 1,960 carer's assessments in 2024/25.", "In 2024/25 there were 1,690 carers' assessments."),
    ("We visited 142 care homes in 2024/25.", "In 2024/25 the quality team visited 124 care homes."),
    ("In 2024/25 our social prescribers saw 2,412 people.", "In 2024/25 social prescribers saw 2,142 people."),
    (
        "Between April 2024 and March 2025 we led 611 section 42 enquiries.",
        ANNUAL_REPORT + "The council and its partners completed 598 section 42 enquiries.",
    ),
    (
        "We opened 611 enquiries in 2024/25 (section 42 of the Care Act).",
        ANNUAL_REPORT + "598 section 42 enquiries were opened.",
    ),
    ("In 2024/25 the lunch clubs served 18,400 meals.", "In 2024/25 lunch clubs served 16,900 meals."),
    (
        "In 2024/25, 94% of equipment was delivered within five days.",
        "89% of equipment was delivered within five days in 2024/25.",
    ),
    (
        "In 2024/25 the community transport fleet made 52,300 journeys.",
        "The community transport fleet made 47,800 journeys in 2024/25.",
    ),
    (
        "In 2024/25 the hospital team arranged 1,480 discharges.",
        "The hospital team arranged 1,395 discharges in 2024/25.",
    ),
    ("We received 318 compliments in 2024/25.", "There were 301 compliments in 2024/25."),
    (
        "We carried out 611 section 42 enquiries in 2024/25.",
        "# Annual report 2024/25\n\nThere were 598 section 42 enquiries in the year, of which most concerned neglect.",
    ),
    (
        "In 2024/25, we received 2,140 safeguarding concerns and 611 went on to section 42 enquiries.",
        "Of the 2,140 concerns received in 2024/25, 598 led to a section 42 enquiry.",
    ),
    (
        "The number of section 42 enquiries rose to 611 in 2024/25.",
        "Section 42 enquiries rose from 540 in 2023/24 to 598 in 2024/25.",
    ),
    (
        "We supported 3,412 people with long-term care in 2024/25.",
        "In 2024/25, 3,287 people received long-term support from the council.",
    ),
    ("We took 14,200 new contacts in 2024/25.", "In 2024/25 the front door received 12,400 new contacts."),
    ("We closed 84 provider concerns in 2024/25.", "In 2024/25, 79 provider concerns were closed."),
    (
        "618 people took part in falls prevention classes in 2024/25.",
        "In 2024/25, 581 people took part in classes to prevent falls.",
    ),
    (
        "Section 42 enquiries: 611 in 2024/25.",
        ANNUAL_REPORT + "Section 42 enquiries reached 598 in 2024/25.",
    ),
    (
        "Our befriending scheme matched 146 people with volunteers in 2024/25.",
        "In 2024/25 the befriending scheme matched 129 people with volunteers.",
    ),
    (
        "In 2024/25, 76% of our social workers had monthly supervision.",
        "Monthly supervision: 68% of social workers in 2024/25.",
    ),
]
IN_ORDER = [
    (
        "In 2024/25 we began 611 section 42 enquiries.",
        "# Annual report 2023/24\n\nThe council opened 598 section 42 enquiries during the year.",
    ),
    (
        "In 2024/25 we began 611 section 42 enquiries.",
        "In 2024/25 the council opened 611 section 42 enquiries, of which 598 were about people at home.",
    ),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25, 98 section 42 enquiries were about care homes."),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25, 214 section 42 enquiries concerned neglect."),
    (
        "In 2024/25 we began 611 section 42 enquiries.",
        "In 2024/25, 174 enquiries were opened in the north of the county.",
    ),
    ("In 2024/25 we began 611 section 42 enquiries.", "At 31 March 2025, 132 section 42 enquiries were open."),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25, 53 enquiries took longer than 12 weeks."),
    (
        "In 2024/25 we began 611 section 42 enquiries.",
        "| Section 42 enquiries by type of abuse | 2024/25 |\n|---|---|\n| Neglect | 214 |\n| Physical abuse | 120 |",
    ),
    (
        "In 2024/25, we received 2,140 safeguarding concerns and 611 went on to section 42 enquiries.",
        "Of the 2,140 concerns received in 2024/25, 611 led to a section 42 enquiry. 598 enquiries ended in the year.",
    ),
    ("We received 2,310 safeguarding concerns in 2024/25.", "In 2024/25 the police raised 312 safeguarding concerns."),
    (
        "We supported 3,412 people with long-term care in 2024/25.",
        "In 2024/25, 912 people received long-term support in care homes.",
    ),
    (
        "We ran 36 drop-in sessions for carers in 2024/25.",
        "In 2024/25, 11 drop-in sessions for carers were run in Eskham.",
    ),
    (
        "In 2024/25 1,870 people went through reablement.",
        "In 2024/25 1,204 people left reablement needing no further support.",
    ),
    (
        "In 2024/25, 71% of people who had a section 42 enquiry were asked what they wanted.",
        "In 2024/25, 88% of those who were asked had their outcomes met in full or in part.",
    ),
    ("In 2024/25 social prescribers saw 2,412 people.", "In 2024/25 social prescribers saw 318 people with dementia."),
    (
        "In 2024/25 we trained 640 staff in safeguarding.",
        "In 2024/25 the Board's partners trained 1,204 staff in safeguarding.",
    ),
    (
        "Between April 2024 and March 2025 we led 611 section 42 enquiries.",
        ANNUAL_REPORT + "598 of them were finished within twelve weeks.",
    ),
    (
        "In Eskham 611 section 42 enquiries were opened in 2024/25.",
        ANNUAL_REPORT + "In Melbury 524 section 42 enquiries were opened.",
    ),
    (
        "Section 42 enquiries: 611 in 2024/25.",
        ANNUAL_REPORT + "Nearly 600 section 42 enquiries were opened.",
    ),
    ("In 2024/25 the lunch clubs served 18,400 meals.", "In 2023/24 lunch clubs served 16,900 meals."),
    (
        "In 2024/25 the lunch clubs in Eskham served 18,400 meals.",
        "In 2024/25 lunch clubs in Melbury served 16,900 meals.",
    ),
    (
        "In 2024/25, 94% of equipment was delivered within five days.",
        "In 2024/25, 89% of equipment was collected within five days.",
    ),
    (
        "In 2024/25 the hospital team arranged 1,480 discharges.",
        "Quarter 4 2024/25: the hospital team arranged 1,395 discharges.",
    ),
    (
        "In 2024/25, 76% of our social workers had monthly supervision.",
        "In 2024/25, 68% of care assistants had monthly supervision.",
    ),
    (
        "In 2024/25, 94% of our 212 staff had dementia training.",
        "In 2024/25, 91% of staff of care homes had dementia training.",
    ),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25 the council concluded 598 section 42 enquiries."),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25 the council made 240 other safeguarding enquiries."),
    ("In 2024/25 we began 611 section 42 enquiries.", "Quarter 3 2024/25: 148 section 42 enquiries were opened."),
    ("In 2024/25 we began 611 section 42 enquiries.", "In 2024/25, section 42 enquiries involved 584 people."),
    ("We received 2,310 safeguarding concerns in 2024/25.", "In 2024/25, 640 of the concerns came from care homes."),
    ("We visited 142 care homes in 2024/25.", "In 2024/25 volunteers of Healthwatch visited 12 care homes."),
    ("In 2024/25 risk was reduced or removed in 93% of enquiries.", "Risk was removed for 31% of people in 2024/25."),
    (
        "In 2024/25 we completed 4,120 assessments.",
        "In 2024/25 3,180 assessments were completed by the locality teams.",
    ),
    ("Section 42 enquiries: 611 in 2024/25.", "# Annual report 2023/24\n\nSection 42 enquiries: 598."),
    (
        "Section 42 enquiries: 611 in 2024/25.",
        ANNUAL_REPORT + "Section 42 enquiries rose to 611, from 540 in 2023/24.",
    ),
    (
        "In 2024/25 our welfare rights team brought in £2.4m for residents.",
        "The welfare rights team brought in £2.42m for residents in 2024/25.",
    ),
    ("We received 318 compliments in 2024/25.", "In 2024/25 there were 301 compliments about home care."),
    (
        "In 2024/25 volunteers gave 12,400 hours at the day centres.",
        "Volunteers gave 11,900 hours at the day centres in 2024.",
    ),
]


def outcomes(own: str, other: str) -> set[Outcome]:
    """Return what the rule says of a self-assessment and another document."""
    documents = [("sa.md", "self-assessment", f"# Our year\n\n{own}"), ("report.md", "other", other)]
    return {finding.outcome for finding in asked("figures.agree", *documents)}


@pytest.mark.parametrize(("own", "other"), CLASH)
def test_another_figure_for_the_same_thing_and_time_is_found(own: str, other: str) -> None:
    assert outcomes(own, other) & {Outcome.NOT_MET, Outcome.NEEDS_REVIEW}


@pytest.mark.parametrize(("own", "other"), IN_ORDER)
def test_figures_of_another_thing_place_or_time_are_left_alone(own: str, other: str) -> None:
    assert outcomes(own, other) <= {Outcome.MET, Outcome.NOT_APPLICABLE}


def test_a_figure_that_is_told_more_closely_is_for_a_person_to_look_at() -> None:
    own, other = "Section 42 enquiries: 611 in 2024/25.", "In 2024/25, 598 section 42 enquiries were closed."

    assert outcomes(own, other) == {Outcome.NEEDS_REVIEW}


def test_words_that_tell_what_is_meant_anyway_leave_no_doubt() -> None:
    own, other = "Section 42 enquiries: 611 in 2024/25.", "In 2024/25, 598 section 42 enquiries were opened."

    assert outcomes(own, other) == {Outcome.NOT_MET}


def test_the_name_of_the_council_is_no_other_place() -> None:
    council = "Skelder Borough Council serves the town. Skelder Borough Council wrote this.\n\n"
    own = council + "In 2024/25 there were 611 section 42 enquiries."
    other = "In 2024/25 there were 598 section 42 enquiries in Skelder."

    assert outcomes(own, other) == {Outcome.NOT_MET}
    assert outcomes(own, other.replace("in Skelder", "in Melbury")) == {Outcome.NEEDS_REVIEW}

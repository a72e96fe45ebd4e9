"""Figures for one thing and one time that do not agree are found in many wordings, and others are left alone."""

from __future__ import annotations

import pytest

from checker.domain.finding import Outcome

from .craft_reading import asked

DIFFERENT = [
    (
        "412 people were waiting for an assessment at 31 March 2026.",
        "At the end of March 2026 the list of people waiting for an assessment stood at 436.",
    ),
    (
        "The average wait for occupational therapy was 11 weeks in Q3 2025/26.",
        "Measure,Period,Value\nAverage wait for occupational therapy (weeks),Q3 2025/26,14\nReviews "
        "on time (%),Q3 2025/26,71",
    ),
    (
        "In 2024/25, 82% of older people were still at home 91 days after reablement.\n\n# "
        "Leadership\n\nOur ASCOF results are good: 78.4% of older people were still at home "
        "91 days after leaving hospital in 2024/25.",
        "",
    ),
    ("We supported 1,960 unpaid carers in 2025/26.", "In 2025/26, 1,690 unpaid carers received support."),
    (
        "Nine in ten people who were asked in 2025/26 said that their safeguarding outcomes were met.",
        "Making safeguarding personal: 81% of people had their desired safeguarding outcomes met in 2025/26.",
    ),
    ("Agency staff make up 6.5% of posts at 31 December 2025.", "Agency use at 31 December 2025: 9.1% of posts."),
    (
        "The share of people with a direct payment was 27 per cent in 2024/25.",
        "Measure,2023/24,2024/25\nProportion of people who receive direct payments "
        "(%),29.9,31.2\nPeople satisfied with care (%),64.1,65.0",
    ),
    (
        "84% of our care homes were rated good or outstanding in January 2026.",
        "In January 2026, 79% of care homes in the borough were good or outstanding.",
    ),
    ("We completed 3,280 Care Act assessments in 2024/25.", "Care Act assessments completed in 2024/25: 3,820."),
    (
        "Delays in leaving hospital averaged 1.2 days in 2025.",
        "Members heard that the average delay in leaving hospital was 2.1 days in 2025.",
    ),
    (
        "Our net budget for adult social care is £84.6m in 2025/26.",
        "The net budget for adult social care in 2025/26 is £86.4m.",
    ),
    ("Staff turnover was 12.3% in 2024/25.\n\n# Learning\n\nOur staff turnover fell to 13.2% in 2024/25.", ""),
    (
        "At 30 September 2025 there were 318 people on our waiting list for an assessment.",
        "Waiting list for assessment, 30 September 2025: 381 people.",
    ),
    (
        "Sickness absence was 9.4 days for each worker in 2024/25.",
        "Measure,2024/25\nSickness absence (days per worker),11.2\nTurnover (%),14",
    ),
    (
        "44 of 52 care homes are rated good or outstanding (January 2026).",
        "In January 2026, 76% of care homes were rated good or outstanding.",
    ),
    (
        "Our DoLS backlog stood at 96 applications at 31 December 2025.",
        "There were 126 Deprivation of Liberty Safeguards applications waiting at 31 December 2025.",
    ),
    ("We received 74 complaints in 2024/25.", "In 2024/25 the service received 92 complaints."),
    (
        "The conversion rate from concern to enquiry was 31% in 2024/25.",
        "Measure,2024/25\nConversion rate of concerns (%),37",
    ),
    (
        "38% of unpaid carers were satisfied with their support in the survey of 2023/24.\n\n# "
        "Equity\n\nIn the survey of 2023/24 satisfaction of carers was 36%.",
        "",
    ),
    (
        "In December 2025 it took 3.1 days on average to start home care.",
        "The average wait for home care was 4.6 days in December 2025.",
    ),
    ("The vacancy rate was one in ten at 31 March 2025.", "Vacancy rate at 31 March 2025: 17.8%."),
    (
        "Six in ten people who left reablement in 2024/25 needed no further support.",
        "In 2024/25, 49% of people who left reablement needed no further support.",
    ),
]
LEFT_ALONE = [
    (
        "412 people were waiting for an assessment at 31 March 2026.",
        "At the end of December 2025 the list of people waiting for an assessment stood at 436.",
    ),
    (
        "412 people were waiting for an assessment at 31 March 2026.",
        "At 31 March 2026, 96 people were waiting for a review.",
    ),
    (
        "We assessed 1,960 unpaid carers in 2025/26.",
        "In 2025/26, 214 young carers were assessed by children's services.",
    ),
    ("Staff turnover was 12.3% in 2024/25.", "Staff turnover was 12% in 2024/25."),
    ("Staff turnover was 12.3% in 2024/25.", "Staff turnover among occupational therapists was 17.5% in 2024/25."),
    (
        "84% of our care homes were rated good or outstanding in January 2026.",
        "In January 2026, 91% of home care agencies were good or outstanding.",
    ),
    (
        "The share of people with a direct payment was 27% in 2024/25.",
        "Measure,2023/24,2024/25\nProportion of people who receive direct payments "
        "(%),25.9,27.0\nProportion of carers who receive direct payments (%),71.0,73.2",
    ),
    ("We completed 3,280 Care Act assessments in 2024/25.", "Care Act assessments started in 2024/25: 3,820."),
    (
        "Our net budget for adult social care is £84.6m in 2025/26.",
        "The gross budget for adult social care in 2025/26 is £126.4m.",
    ),
    (
        "Delays in leaving hospital averaged 1.2 days in 2025, against a target of 1.0 days.",
        "The target for delays in leaving hospital was 1.0 days in 2025.",
    ),
    (
        "We received 2,310 safeguarding concerns in 2025/26.",
        "Of the safeguarding concerns in 2025/26, 640 led to an enquiry.",
    ),
    (
        "Nine people were waiting for home care at 31 December 2025, compared with 41 a year before.",
        "At 31 December 2024, 41 people were waiting for home care.",
    ),
    (
        "44 of 52 care homes are rated good or outstanding (January 2026).",
        "In January 2026, 85% of care homes were rated good or outstanding.",
    ),
    (
        "At 30 September 2025 there were 318 people on our waiting list for an assessment.",
        "Of the 318 people on the waiting list for an assessment at 30 September 2025, 41 had "
        "waited for more than six months.",
    ),
    (
        "We received 74 complaints in 2024/25.",
        "In 2024/25 the service received 92 compliments, and 31 of the complaints were upheld.",
    ),
    (
        "Sickness absence was 9.4 days for each worker in 2024/25.",
        "Measure,2023/24,2024/25,Target\nSickness absence (days per worker),11.2,9.4,8.0",
    ),
    (
        "The conversion rate from concern to enquiry was 31% in 2024/25.",
        "In 2024/25 the conversion rate in England was 30%.",
    ),
    (
        "38% of unpaid carers were satisfied with their support in the survey of 2023/24.",
        "In the survey of 2023/24, 64% of people were satisfied with their care.",
    ),
    ("The vacancy rate was 9.8% at 31 March 2025.", "The vacancy rate among social workers was 14% at 31 March 2025."),
    ("The vacancy rate was 9.8% at 31 March 2025.", "The vacancy rate in home care was 12% at 31 March 2025."),
    ("We made savings of £4.2m in 2025/26.", "Savings of £5.1m are planned for 2026/27."),
    (
        "The average wait for an assessment was 21 days in Q3 2025/26.",
        "The longest wait for an assessment was 96 days in Q3 2025/26.",
    ),
    (
        "The average wait for an assessment was 21 days in Q3 2025/26.",
        "The average wait for an assessment was 23 days in Q2 2025/26.",
    ),
    (
        "27% of people had a direct payment at 31 March 2025.",
        "At 31 March 2025, 41% of people with a learning disability had a direct payment.",
    ),
]


def outcomes(own: str, other: str) -> set[Outcome]:
    """Return what the rule says of a self-assessment and another document; a table is one with commas."""
    documents = [("sa.md", "self-assessment", f"# Our year\n\n{own}")]
    if other:
        documents.append(("other.csv" if other.startswith("Measure,") else "other.md", "data", other))
    return {finding.outcome for finding in asked("figures.agree", *documents)}


@pytest.mark.parametrize(("own", "other"), DIFFERENT)
def test_two_figures_for_one_thing_and_one_time_clash(own: str, other: str) -> None:
    assert outcomes(own, other) & {Outcome.NOT_MET, Outcome.NEEDS_REVIEW}


@pytest.mark.parametrize(("own", "other"), LEFT_ALONE)
def test_figures_of_other_times_people_stages_or_kinds_do_not(own: str, other: str) -> None:
    assert outcomes(own, other) <= {Outcome.MET, Outcome.NOT_APPLICABLE}

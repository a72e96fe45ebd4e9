"""Bad news told plainly, as a level that nothing is compared with, is no strength; plain good news stays one."""

from __future__ import annotations

import pytest

from checker.domain.evidence import Passage, Polarity
from checker.pipeline import load_book, mark_text
from checker.plugin_manager import Plugins
from checker.settings import Settings

BAD_NEWS = (
    "Staff turnover is 31%.",
    "Carers said breaks are rare.",
    "Only two of nine homes are rated good.",
    "The vacancy rate in adult social care is 18%.",
    "There are 640 people waiting for an assessment.",
    "The average wait for an occupational therapist is 22 weeks.",
    "42% of annual reviews are overdue.",
    "We upheld 34 complaints in 2025/26.",
    "Sickness absence is 14 days for each worker.",
    "Agency staff fill 21% of social work posts.",
    "People wait 11 weeks for a financial assessment.",
    "The backlog of Deprivation of Liberty Safeguards applications stands at 212.",
    "There were 57 missed home care calls in March.",
    "Nineteen people are in hospital with nowhere to go.",
    "In 2025/26, 61 care home residents had a fall that led to a hospital stay.",
    "Carers told us that respite is hard to come by.",
    "Few carers have had an assessment.",
    "One in three calls to the front door is abandoned.",
    "Eleven home care providers handed back contracts last year.",
    "The social care budget is overspent by £3.4m.",
    "Caseloads average 31 for each worker.",
    "There were 88 medication errors in care homes last year.",
    "People said that information is seldom in their language.",
    "Safeguarding enquiries take 96 days on average.",
    "Of 120 direct payment users, 48 cannot find a personal assistant.",
    "Two of the borough's four nursing homes are rated requires improvement.",
    "Home adaptations take nine months.",
    "We received 71 complaints about charging.",
    "There are 230 unallocated cases in the learning disability team.",
    "A quarter of staff plan to leave within a year.",
    "Partners described meetings as long and decisions as few.",
    "Young people told us that they met their adult worker once.",
    "Only 9% of carers' assessments were of carers from ethnic minority groups.",
    "The longest wait for a review is 26 months.",
    "Delayed discharges stood at 41 on 31 March.",
    "Providers say that payment takes 75 days.",
    "Supervision took place in four of ten months.",
    "Half of our care staff have no safeguarding training.",
    "There have been six directors in seven years.",
    "Hospital readmissions within 30 days were 17% in 2025.",
    "Vacancies in the reablement team stand at 9 posts.",
    "We had 26 whistleblowing complaints in the year.",
    "The turnover of home care workers is a quarter.",
    "People aged 65 and over: 612 permanent admissions to care homes.",
    "There have been 12 deaths of people known to services.",
    "Reviews of complex placements take 14 weeks.",
    "The service lost 1,140 days to sickness.",
    "Seven residents were readmitted within a month.",
    "Our spend on agency staff is £2.8m.",
    "Sixty-one placements are out of area.",
    "The delay in starting home care is six days.",
    "Abandoned calls make up 13% of the total.",
    "A decision on funding takes five weeks.",
    "38 people are waiting for a care home.",
    "The team has 17 vacancies.",
    "There were nine placement breakdowns in 2025.",
    "Caseloads are at 28.",
    "Complaints about home care were 44 in 2024/25.",
)
GOOD_NEWS = (
    "Staff turnover fell from 31% to 19%.",
    "The vacancy rate is 6%, the lowest in the region.",
    "92% of annual reviews are done on time.",
    "All nine homes are rated good or outstanding.",
    "Nobody waits longer than two weeks for an assessment.",
    "We have cleared the backlog of reviews.",
    "The number of missed home care calls halved in 2025.",
    "Complaints fell by a third in 2025/26.",
    "Sickness absence is below the national average.",
    "Agency staff fill only 2% of posts.",
    "Carers said that breaks are easy to book.",
    "No home care contract was handed back in 2025.",
    "Waiting times for occupational therapy came down to four weeks.",
    "There is no waiting list for telecare.",
    "We trained 140 staff in falls prevention.",
    "The falls clinic saw 212 people in 2025.",
    "Of 44 complaints, 41 were answered within ten days.",
    "We answer complaints within 15 days.",
    "A social worker visits within two days of a hospital admission.",
    "The 24 members of the carers' group took part in six weeks of training.",
    "Our crisis team helped 310 people to stay at home.",
    "All complaints since 2024 were read by the director.",
    "The emergency duty team is open 24 hours a day.",
    "We recruited 18 social workers to fill vacancies.",
    "Equipment is delivered in four days.",
    "The waiting well service rang 480 people in 2025.",
    "12 providers took on packages that others had handed back.",
    "Our sickness absence rate is 3%, below the county average of 5%.",
    "We audit 20 incidents a month and share what we learn.",
)
AT_MOST_PRAISED = 5
AT_MOST_NOT_PRAISED = 3


@pytest.fixture(scope="module")
def passages() -> dict[str, Passage]:
    plugins = Plugins.load(Settings())
    book = load_book(plugins)
    text = "\n\n".join((*BAD_NEWS, *GOOD_NEWS))
    marked = mark_text(text, plugins, book, kind="self-assessment", name="levels.md")
    return {one.text: one for one in marked.passages if one.countable}


def test_plain_bad_news_is_hardly_ever_a_strength(passages: dict[str, Passage]) -> None:
    praised = [text for text in BAD_NEWS if passages[text].polarity is Polarity.STRENGTH]

    assert len(praised) <= AT_MOST_PRAISED, praised


def test_plain_good_news_is_hardly_ever_anything_else(passages: dict[str, Passage]) -> None:
    other = [text for text in GOOD_NEWS if passages[text].polarity is not Polarity.STRENGTH]

    assert len(other) <= AT_MOST_NOT_PRAISED, other


@pytest.mark.parametrize("text", ["Staff turnover is 31%.", "We received 71 complaints about charging."])
def test_a_level_says_which_words_made_it_one(passages: dict[str, Passage], text: str) -> None:
    found = passages[text]

    assert found.polarity is Polarity.NEUTRAL
    assert [one.family for one in found.because if one.field == "polarity"] == ["figure-without-comparator"]


def test_only_so_much_of_something_bad_is_left_as_it_was(passages: dict[str, Passage]) -> None:
    assert passages["Agency staff fill only 2% of posts."].polarity is Polarity.STRENGTH

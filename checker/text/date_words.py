"""
From the words of one date to its first and last day. `checker.dates` finds the words; nothing here searches a text.

Every reader raises `ValueError` for words that name no day ("31 February 2025").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

Days = tuple[date, date]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
TO = r"(?:\s+(?:to|until|and)\s+|\s?[-–—]\s?)"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


def days_of(form: str, words: str) -> Days | None:
    """
    Return the first and last day of `words` of one of the forms of `READERS`, or `None` where there is no such
    day.
    """
    try:
        return READERS[form](words)
    except (ValueError, OverflowError):
        return None


def _iso(words: str) -> Days:
    return _same(date.fromisoformat(words[:10]))


def _numeric(words: str) -> Days:
    day, month, year = (int(part) for part in re.split(r"[/.-]", words))
    return _same(date(_full_year(year), month, day))


def _day(words: str) -> Days:
    return _same(date(_year_in(words), _month_in(words), _first_number(words)))


def _american(words: str) -> Days:
    return _same(date(_year_in(words), _month_in(words), _first_number(words)))


def _day_range(words: str) -> Days:
    first, last = _halves(words)
    ending = _day(last)[1]
    month = _month_in(first) if re.search(MONTH, first, re.IGNORECASE) else ending.month
    year = re.search(YEAR, first)
    opening = int(year.group()) if year else ending.year - (month > ending.month)
    return date(opening, month, _first_number(first)), ending


def _month(words: str) -> Days:
    return _months_from(_year_in(words), _month_in(words), 1)


def _month_range(words: str) -> Days:
    first, last = _halves(words)
    year = re.search(YEAR, first)
    ending = _year_in(last)
    opening = int(year.group()) if year else ending - (_month_in(first) > _month_in(last))
    return date(opening, _month_in(first), 1), _months_from(ending, _month_in(last), 1)[1]


def _year_end(words: str) -> Days:
    """Read "the year to 31 March 2024"; without a day the month's last one is meant."""
    year, month = _year_in(words), _month_in(words.rsplit(None, 2)[-2])
    day = re.search(rf"({DAY})\s+{MONTH}\s+{YEAR}", words, re.IGNORECASE)
    last = date(year, month, _first_number(day.group(1))) if day else _months_from(year, month, 1)[1]
    following = last + timedelta(days=1)
    return date(following.year - 1, following.month, min(following.day, 28)), last


def _quarter(words: str) -> Days:
    number, *years = re.findall(r"\d+", words)
    return _quarter_of(int(number), years)


def _ordinal_quarter(words: str) -> Days:
    return _quarter_of(_ORDINALS[words.split()[0].lower()], re.findall(r"\d+", words))


def _quarter_of(number: int, years: list[str]) -> Days:
    """Quarter of a financial year ("2025/26", April first), or of a calendar year where only one year is named."""
    year = _full_year(int(years[0]))
    if len(years) == 1:
        return _months_from(year, 3 * number - 2, 3)
    _financial_year(years)
    return _months_from(year + (number == 4), 3 * number % 12 + 1, 3)


def _season(words: str) -> Days:
    """Read "winter 2023/24" and "winter 2023" alike: a winter begins in the year that is named first."""
    return _months_from(_year_in(words), _SEASON_START[words.split()[0].lower()], 3)


def _financial_year(years: list[str]) -> Days:
    opening = _full_year(int(years[0]))
    if (opening + 1) % 100 != int(years[1]) % 100:
        raise ValueError(years)
    return date(opening, 4, 1), date(opening + 1, 3, 31)


def _named_financial_year(words: str) -> Days:
    years = re.findall(r"\d+", words)
    if len(years) == 1:  # "FY24" is the year that ends in 2024
        ending = _full_year(int(years[0]))
        return date(ending - 1, 4, 1), date(ending, 3, 31)
    return _financial_year(years)


def _two_years(words: str) -> Days:
    """Read "2023/24" as a financial year and "2023-28" as a range of years."""
    years = re.findall(r"\d+", words)
    opening = int(years[0])
    ending = int(years[1]) if len(years[1]) == 4 else opening // 100 * 100 + int(years[1])
    if ending == opening + 1:
        return _financial_year(years)
    if not opening < ending <= opening + 30:
        raise ValueError(words)
    return date(opening, 1, 1), date(ending, 12, 31)


def _year(words: str) -> Days:
    return date(int(words), 1, 1), date(int(words), 12, 31)


def _same(day: date) -> Days:
    return day, day


def _halves(words: str) -> tuple[str, str]:
    first, last = re.split(TO, words, maxsplit=1, flags=re.IGNORECASE)
    return first, last


def _first_number(words: str) -> int:
    found = re.search(r"\d{1,2}", words)
    if not found:
        raise ValueError(words)
    return int(found.group())


def _month_in(words: str) -> int:
    found = re.search(MONTH, words, re.IGNORECASE)
    if not found:
        raise ValueError(words)
    return _MONTHS.index(found.group()[:3].lower()) + 1


def _year_in(words: str) -> int:
    found = re.search(YEAR, words)
    if not found:
        raise ValueError(words)
    return int(found.group())


def _full_year(year: int) -> int:
    """Complete two digits: "25" is 2025, "98" is 1998; what lies between is no year of this field."""
    if year >= 100:
        return year
    if 50 < year < 90:
        raise ValueError(year)
    return 2000 + year if year <= 50 else 1900 + year


def _months_from(year: int, month: int, count: int) -> Days:
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


READERS: Mapping[str, Callable[[str], Days]] = {
    "iso": _iso,
    "numeric": _numeric,
    "year_end": _year_end,
    "days": _day_range,
    "day": _day,
    "american": _american,
    "months": _month_range,
    "month": _month,
    "quarter": _quarter,
    "ordinal": _ordinal_quarter,
    "season": _season,
    "fy": _named_financial_year,
    "financial": _two_years,
    "range": _two_years,
    "year": _year,
}
"""What reads each form that `checker.dates` finds, by the name of its group."""

"""
Dates and periods as British councils write them: day before month, financial years that end on 31 March.

Public: plugins use `find_periods`. What a date means for a rule is decided elsewhere; nothing here knows today's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain.evidence import Period
from checker.text.date_words import DAY, MONTH, TO, YEAR, days_of
from checker.text.late_patterns import late_pattern

FIRST_YEAR, LAST_YEAR = 1990, 2050

_DIGIT = re.compile(r"\d")
_FINANCIAL = rf"{YEAR}\s?[/\-–—]\s?(?:{YEAR}|\d\d)(?!\d)"

# One pattern for everything, longest forms first: what it has taken is never read again as something shorter, so that
# an impossible date ("31 February 2025") does not turn into "February 2025". Two digits either side ("23/24") need a
# word before them.
_DATE = re.compile(
    rf"""(?<![\w£$€.,/\-–])(?=[\dJFMASONDQYTW])(?:
    (?P<iso>{YEAR}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)(?![\d-])
    |(?P<numeric>\d{{1,2}}(?P<separator>[/.-])\d{{1,2}}(?P=separator)(?:{YEAR}|\d\d))(?![\d/-])
    |(?P<year_end>(?:year|(?:12|twelve)\s+months)\s+(?:ending|ended|to|end)\s+(?:{DAY}\s+)?{MONTH}\s+{YEAR})(?!\d)
    |(?P<days>{DAY}(?:\s+{MONTH}(?:\s+{YEAR})?)?{TO}{DAY}\s+{MONTH},?\s+{YEAR})(?!\d)
    |(?P<day>{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR})(?!\d)
    |(?P<american>{MONTH}\s+{DAY},?\s+{YEAR})(?!\d)
    |(?P<months>{MONTH}(?:\s+{YEAR})?{TO}{MONTH}\s+{YEAR})(?!\d)
    |(?P<month>{MONTH},?\s+(?:of\s+)?{YEAR})(?!\d|\s?[-–—]\s?\d)
    |(?P<quarter>(?:Q|quarter\s)\s?[1-4]\s*,?\s*(?:of\s+)?(?:FY\s?)?(?:{_FINANCIAL}|\d\d/\d\d|{YEAR}))(?!\d)
    |(?P<ordinal>(?:first|second|third|fourth|final)\s+quarter\s+(?:of\s+)?(?:{_FINANCIAL}|{YEAR}))(?!\d)
    |(?P<season>(?:spring|summer|autumn|winter)\s+(?:of\s+)?(?:{_FINANCIAL}|{YEAR}))(?!\d)
    |(?P<fy>(?:FY|financial\s+year|municipal\s+year)\s?(?:{_FINANCIAL}|\d\d/\d\d|{YEAR}|\d\d))(?!\d)
    |(?P<financial>{_FINANCIAL})(?![/\-–—]\d)
    |(?P<range>{YEAR}\s+(?:to|until)\s+{YEAR})(?!\d)
    |(?P<year>{YEAR})(?![\w%]|[.,/\-–—:]\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_OF_LAW_BEFORE = late_pattern(
    r"(?:\b(?:Acts?|Regulations?|Order|Rules|Bill|Measure|Directions?|Directive|Code)\s*\(?"
    r"|\b(?:section|page|room|ext|extension|no|number|ref|reference|ISO|BS|EN)\.?:?\s*(?:\d+:)?)$"
)
_NAME_OF_LAW_AFTER = late_pattern(r"\)?\s+(?:Act|Regulations)\b")
_YEAR_MAY_FOLLOW = late_pattern(
    r"\b(?:in|since|by|during|from|until|till|before|after|throughout|late|early|mid|of|for|between|the|end|"
    r"year)[\s-]+$",
    re.IGNORECASE,
)
_AMOUNT_FOLLOWS = late_pattern(
    r"\b(?:over|about|around|nearly|almost|some|than|approximately|roughly|least)\s+$", re.IGNORECASE
)
_COUNTED = late_pattern(r"\s+(?!(?:was|is|has|this|its|as|plus)\b)(?:people|staff|children|adults|[a-z]{3,}s)\b")
_MORE_DIGITS = late_pattern(r"\s\d{3,}")
_LEADING_WORDS = late_pattern(
    r"(?:(?:as\s+(?:at|of)|since|from|in|on|dated?:?)\s+)?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|"
    r"sun)(?:day)?,?\s+)?",
    re.IGNORECASE,
)


def find_periods(text: str, start: int = 0, end: int | None = None) -> tuple[Period, ...]:
    """
    Return the dates and periods that `text[start:end]` speaks of, in order.

    Years of laws ("Care Act 2014"), amounts, telephone numbers and impossible dates are left out. A year that stands
    alone counts from 1990 to 2050. Without a digit nothing is searched.
    """
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):
        return ()
    if stop - start >= len(text):
        return tuple(period for _, period in _located(text, start, stop))
    known = _known_of(text)
    if (start, stop) not in known:
        known[start, stop] = tuple(period for _, period in _located(text, start, stop))
    return known[start, stop]


_latest: tuple[str, dict[tuple[int, int], tuple[Period, ...]]] = ("", {})


def _known_of(text: str) -> dict[tuple[int, int], tuple[Period, ...]]:
    """
    Return what was found in the latest text of which parts were asked for, by place.

    Who marks a sentence and who observes it ask the same.
    """
    global _latest
    if _latest[0] != text:
        _latest = (text, {})
    return _latest[1]


def parse_period(words: str) -> Period | None:
    """Return the period that `words` name and nothing else ("as at 31 March 2025" too), or `None`."""
    bare = words.strip().rstrip(". ")
    opening = _LEADING_WORDS.match(bare)
    begin = opening.end() if opening else 0
    for at, period in _located(bare, begin, len(bare)):
        return period if at == begin and at + len(period.words) == len(bare) else None
    return None


def _located(text: str, start: int, end: int) -> Iterator[tuple[int, Period]]:
    for found in _DATE.finditer(text, start, end):
        form = found.lastgroup or ""  # the outer group: it ends last
        if _is_something_else(form, text, found):
            continue
        days = days_of(form, found.group())
        if days and FIRST_YEAR <= days[0].year <= days[1].year <= LAST_YEAR + 1 and days[0] <= days[1]:
            yield found.start(), Period(start=days[0].isoformat(), end=days[1].isoformat(), words=found.group())


def _is_something_else(form: str, text: str, found: re.Match[str]) -> bool:
    """Whether the digits belong to a law, a reference, an amount or a telephone number."""
    if form not in ("year", "financial", "range"):
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    if _NAME_OF_LAW_BEFORE.search(before) or _NAME_OF_LAW_AFTER.match(text, found.end()):
        return True
    return form == "year" and (_is_counted(before, text, found) or _is_long_number(before, text, found))


def _is_counted(before: str, text: str, found: re.Match[str]) -> bool:
    counted = _COUNTED.match(text, found.end())
    return bool(counted and (_AMOUNT_FOLLOWS.search(before) or not _YEAR_MAY_FOLLOW.search(before)))


def _is_long_number(before: str, text: str, found: re.Match[str]) -> bool:
    return (before[-2:-1].isdigit() and before.endswith(" ")) or bool(_MORE_DIGITS.match(text, found.end()))

"""Days as people type them into a sheet, and what to say of those that could be read in two ways."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.dates import parse_period
from checker.plain_words import in_words
from checker.values import dataclass

_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_CLOCK = re.compile(r"[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?$")
_SHORT_YEAR = re.compile(r"((?:\d{1,2}[\s-])?[A-Za-z]{3,9})[\s'’-]+(\d\d)$")
_SHORT_YEARS = re.compile(r"(\d\d)\s?[/-]\s?(\d\d)$")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)$")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 55153)
"""Numbers by which a spreadsheet counts the days of 1990 to 2050."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TypedDay:
    """A day as ISO date (empty: not understood), and what a person should check of how it was read."""

    iso: str = ""
    note: str = ""


def typed_day(text: str) -> TypedDay:
    """
    Return the day that a text names.

    Day before month ("3/4/25" is 3 April), and a note where month and day could be the other way round. A month, a
    quarter or a year stands for its last day; a bare number of a spreadsheet counts days.
    """
    words = _CLOCK.sub("", text.strip())
    serial = _SERIAL.fullmatch(words)
    if serial and int(serial[1]) in _SERIALS:
        iso = (_EPOCH + timedelta(days=int(serial[1]))).isoformat()
        return TypedDay(iso=iso, note=f"the number {words} was read as the day {in_words(iso)}")
    period = parse_period(_with_long_year(words))
    if period is None:
        return TypedDay(note=f"'{text.strip()}' is no date that is understood")
    numeric = _NUMERIC.fullmatch(words)
    if numeric and numeric[1] != numeric[2] and max(int(numeric[1]), int(numeric[2])) <= 12:
        return TypedDay(iso=period.end, note=f"{words} was read with the day first, as {in_words(period.end)}")
    return TypedDay(iso=period.end)


def _with_long_year(words: str) -> str:
    if found := _SHORT_YEAR.fullmatch(words):
        return f"{found[1].replace('-', ' ')} 20{found[2]}"
    if (found := _SHORT_YEARS.fullmatch(words)) and int(found[2]) == int(found[1]) + 1:
        return f"20{found[1]}/{found[2]}"
    return words

"""Days as people type them into a sheet, and what to say of those that could be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from checker.dates import parse_period
from checker.plain_words import in_words
from checker.values import dataclass

_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_CLOCK = re.compile(r"[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?$")
_SHORT_YEAR = re.compile(r"((?:\d{1,2}[\s-])?[A-Za-z]{3,9})[\s'’-]+(\d\d)$")
_SHORT_YEARS = re.compile(r"(\d\d)\s?[/-]\s?(\d\d)$")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)$")
_MONTHS = 12
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
    numeric = _numeric(words)
    if numeric and numeric[1] != numeric[2] and max(int(numeric[1]), int(numeric[2])) <= _MONTHS:
        return TypedDay(iso=period.end, note=f"{words} was read with the day first, as {in_words(period.end)}")
    return TypedDay(iso=period.end)


def notes_of_days(typed: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """
    Yield what a person should check of the days of one column, by row.

    Where no day of it can only have the month first, and one can only have the day first, the others that could be
    read in both ways have the day first too: nothing has to be checked of them. What is no day at all (31/02/2025)
    proves nothing, and is always told.
    """
    read = {row: typed_day(text) for row, text in typed.items()}
    numbers = {row: (int(one[1]), int(one[2])) for row, text in typed.items() if (one := _numeric(text))}
    has_proof = any(first > _MONTHS and read[row].iso for row, (first, _) in numbers.items())
    is_clear = has_proof and all(second <= _MONTHS for _, second in numbers.values())
    for row, day in read.items():
        if day.note and not (is_clear and day.iso and row in numbers):
            yield row, day.note


def _numeric(text: str) -> re.Match[str] | None:
    return _NUMERIC.fullmatch(_CLOCK.sub("", text.strip()))


def _with_long_year(words: str) -> str:
    if found := _SHORT_YEAR.fullmatch(words):
        return f"{found[1].replace('-', ' ')} 20{found[2]}"
    if (found := _SHORT_YEARS.fullmatch(words)) and int(found[2]) == int(found[1]) + 1:
        return f"20{found[1]}/{found[2]}"
    return words

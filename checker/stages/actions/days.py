"""Days as people type them into a plan."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.dates import parse_period

_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TIME = re.compile(r"[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?$")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 55153)
"""Numbers by which a spreadsheet counts the days of 1990 to 2050."""


def typed_day(text: str) -> str:
    """
    Return the day that a text names, as an ISO date, or an empty text.

    Day before month ("3/4/26" is 3 April). A month or a year stands for its last day: what is due in it is due by then.
    A bare number of a spreadsheet counts days.
    """
    words = _TIME.sub("", text.strip())
    serial = _SERIAL.fullmatch(words)
    if serial:
        number = int(serial[1])
        return (_EPOCH + timedelta(days=number)).isoformat() if number in _SERIALS else ""
    period = parse_period(words)
    return period.end if period else ""

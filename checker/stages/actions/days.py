"""Days as people type them into a plan."""

from __future__ import annotations

from checker.typed_days import typed_day as read_day


def typed_day(text: str) -> str:
    """
    Return the day that a text names, as an ISO date, or an empty text.

    Day before month ("3/4/26" is 3 April). A month or a year stands for its last day: what is due in it is due by then.
    A bare number of a spreadsheet counts days.
    """
    return read_day(text).iso

"""Counting months back from a day. The day is always given; nothing here reads the clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_before(iso: str, months: int) -> str:
    """Return the ISO day `months` months before `iso`; the last day of the month where that month is shorter."""
    day = date.fromisoformat(iso)
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1])).isoformat()

"""Counts, lists and days in plain English, the same wherever they are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The names of the months in English, whatever the machine's language."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 gap`, `3 gaps`, `1,200 gaps` or `no gaps`; `many` is the plural where it is not `one` with an s."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`; nothing for no items."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def in_words(day: date | str) -> str:
    """Return a day, or an ISO date, as `31 March 2025`; text that is no ISO date as it stands."""
    try:
        found = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return str(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"

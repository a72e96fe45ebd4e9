"""Plain words for reasons: counts, lists, days. Nothing here decides anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 passage`, `3 passages`, `no passages`."""
    word = one if number == 1 else many or one + "s"
    return f"{number or 'no'} {word}"


def listed(names: Sequence[str]) -> str:
    """Return `A`, `A and B`, `A, B and C`."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def sentence(text: str) -> str:
    """Return text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def day(iso: str) -> str:
    """Return an ISO date as `31 March 2025`, the same on every machine."""
    found = date.fromisoformat(iso)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"

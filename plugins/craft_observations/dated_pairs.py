"""Two numbers that stand with dates of their own: "214 in 2025 and 160 in 2024", "1,540 (2024: 1,390)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import dataclass, field

from .periods import located

_AMOUNT = re.compile(
    r"(?<![\w.,/£+-])£?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?(?:\s?(?:%|per\s?cent\b|million\b|m\b|bn\b|k\b)|(?![\w/%]|[.,]\d))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?:the|a|one)\s(?:year|quarter|month)\s(?:before|earlier|ago)|(?:the\s)?previous\s(?:year|quarter|month)|"
    r"at\sthe\sstart|in\sJanuary)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[(),;]|\b(?:and|compared|against|from|than)\b", re.IGNORECASE)
_FURTHER_BEHIND_A_BREAK = 40
_REACH = 90


@dataclass(slots=True)
class _Amount:
    """A number, and when it was true: the last day of the period nearest to it; empty for "the year before"."""

    start: int
    end: int
    words: str
    times: list[tuple[int, str]] = field(default_factory=list)

    @property
    def when(self) -> str | None:
        """Its time; `None` where none stands with it."""
        return min(self.times)[1] if self.times else None


def dated_pair(text: str, start: int, end: int, stated: tuple[int, int], *, across: int = 0) -> tuple[str, str] | None:
    """
    Return the only two numbers of a stretch, the earlier first, where each has a time of its own and they differ.

    `stated` is the place of the change that is told; its number is none of them. With `across` one number stands before
    that place and one behind it. `None` for anything else.
    """
    times = [(at, at + len(period.words), period.end) for at, period in located(text, start, end)]
    busy = [(first, last) for first, last, _ in times] + [stated]
    times += [(found.start(), found.end(), "") for found in _EARLIER.finditer(text, start, end)]
    amounts = [
        _Amount(found.start(), found.end(), found.group())
        for found in _AMOUNT.finditer(text, start, end)
        if not any(found.start() < last and first < found.end() for first, last in busy)
    ]
    one_and_other = len(amounts) == len(("one", "other"))
    if not one_and_other or _unit(amounts[0]) != _unit(amounts[1]):
        return None
    if across and not amounts[0].start < across <= amounts[1].start:
        return None
    for time in times:
        _assign(text, time, amounts)
    first, last = amounts
    if first.when is None or last.when is None or first.when == last.when:
        return _with_the_earlier_in_brackets(text, first, last)
    return (first.words, last.words) if first.when < last.when else (last.words, first.words)


def _with_the_earlier_in_brackets(text: str, first: _Amount, last: _Amount) -> tuple[str, str] | None:
    """ "1,540 (2024: 1,390)": only the number in brackets has a time, and it is the earlier one."""
    in_brackets = "(" in text[first.end : last.start] and text[last.end : last.end + 1] == ")"
    return (last.words, first.words) if in_brackets and first.when is None and last.when else None


def _assign(text: str, time: tuple[int, int, str], amounts: Sequence[_Amount]) -> None:
    start, end, when = time
    far, nearest = min(((_distance(text, start, end, amount), place) for place, amount in enumerate(amounts)))
    if far <= _REACH:
        amounts[nearest].times.append((far, when))


def _distance(text: str, start: int, end: int, amount: _Amount) -> int:
    left, right = (amount.end, start) if amount.end <= start else (end, amount.start)
    breaks = len(_BREAK.findall(text, left, max(left, right)))
    return max(right - left, 0) + _FURTHER_BEHIND_A_BREAK * breaks


def _unit(amount: _Amount) -> str:
    return "%" if amount.words.endswith(("%", "cent")) else "£" if "£" in amount.words else ""

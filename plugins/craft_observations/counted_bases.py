"""The people or things a sentence counts before it tells a share of them: "Of the eight people who tried it, 75% …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .figure_forms import WORDS_OF_NUMBERS, spelt_number
from .view import Line

_BEHIND = 60
_WORDS_BETWEEN = 3
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{WORDS_OF_NUMBERS}"
_WHOSE = r"(?:the\s|our\s|all\s|these\s|those\s|a\sfurther\s|about\s|just\s|only\s){0,2}"
_PART_OF = re.compile(
    rf"(?:(?:^|[,;:(]\s?|\b(?:and|that|which|whom)\s)of\s|\b(?:among|amongst)\s|"
    rf"\b(?:asked|interviewed|contacted|surveyed|sampled|audited|heard\sfrom|rang|telephoned|"
    rf"(?:spoke|spoken|talked|follow-up|calls?|trial|pilot|session|workshop)\s(?:to|with))\s)"
    rf"{_WHOSE}(?:(?P<number>{_NUMBER})|(?P<half>half\s)?a\s(?P<few>dozen|handful|couple)(?:\sof)?)(?![\w%]|[.,]\d|\s(?:of|per\s?cent)\b)",
    re.IGNORECASE,
)
"""
The number of those whom a share is of stands first in its clause, or behind what was done with them. "A team of 12
workers" is no such number.
"""
_BRACKETED = re.compile(
    rf"\(\s?(?:base:?\s|from\s|only\s)?(?P<number>{_NUMBER})\s(?P<noun>[a-z]+)(?:\s[a-z]+){{0,2}}\)", re.IGNORECASE
)
_FEW = {"dozen": Decimal(12), "handful": Decimal(5), "couple": Decimal(2)}
"""What words for small numbers stand for; a handful is surely below any limit."""


def counted_base(text: str, line: Line) -> Decimal:
    """Return the number of people or things that a sentence's shares are of, as it counts them; 0 where it does not."""
    return next(_bases(text, line), Decimal(0))


def _bases(text: str, line: Line) -> Iterator[Decimal]:
    words = text[line.start : line.end]
    nouns = sorted(cue.start - line.start for cue in line.of("counted", "sampled", "respondents"))
    for found in _PART_OF.finditer(words):
        behind = next((start for start in nouns if found.end() <= start <= found.end() + _BEHIND), None)
        if behind is not None and len(words[found.end() : behind].split()) <= _WORDS_BETWEEN:
            yield _value(found)
    for found in _BRACKETED.finditer(words):
        if found.start("noun") in nouns:
            yield spelt_number(found["number"])


def _value(found: re.Match[str]) -> Decimal:
    if found["number"]:
        return spelt_number(found["number"])
    few = _FEW[found["few"].lower()]
    return few / 2 if found["half"] else few

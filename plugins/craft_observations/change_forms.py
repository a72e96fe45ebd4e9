"""The forms of sums that a reader can do again: "from 392 to 465 (19%)", "44 of 50 (88%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker import Observation

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_UNIT = r"(?:\s?(?:%|per\s?cent|million|m|k|bn|days?|weeks?|months?|hours?|people|carers|adults|residents)\b|%)?"
_YEAR = r"(?:\s(?:people\s)?\(?(?:in|at|during|by)\s(?:(?:the\send\sof|March|April)\s)?20\d\d(?:[/–-]\d\d)?\)?)?"
_WITHIN = r"[^.;()\d]{0,40}"
_CHANGE = re.compile(
    rf"\bfrom\s+(?:about\s|around\s)?£?(?P<first>{_NUMBER})(?P<unit>{_UNIT}){_YEAR}{_WITHIN}"
    rf"\bto\s+(?:about\s|around\s)?£?(?P<last>{_NUMBER}){_UNIT}{_YEAR}"
    rf"(?P<between>[^.;\d]{{0,60}})(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    rf"£?(?P<last>{_NUMBER})(?P<unit>{_UNIT})(?P<told>[^.;()]{{0,80}}?)"
    rf"(?:\b(?:up|down|risen|fallen|increased|compared)\s(?:from|with|to)|,\sfrom|\(from)\s£?(?P<first>{_NUMBER}){_UNIT}"
    rf"(?P<between>[^.;%]{{0,60}}?\b(?:rise|increase|growth|fall|decrease|drop|reduction|cut|change)\sof\s"
    rf"(?:about\s|around\s|over\s|nearly\s|almost\s|some\s)?)(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\bby\s(?:about\s|around\s|over\s|nearly\s)?(?P<stated>{_NUMBER})\s?(?:%|per\s?cent){_WITHIN}"
    rf"\bfrom\s£?(?P<first>{_NUMBER})(?P<unit>{_UNIT}){_YEAR}{_WITHIN}\bto\s£?(?P<last>{_NUMBER})",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?P<stated>halved|doubled|trebled|tripled){_WITHIN}\bfrom\s£?(?P<first>{_NUMBER})(?P<unit>{_UNIT}){_YEAR}{_WITHIN}"
    rf"\bto\s£?(?P<last>{_NUMBER})",
    re.IGNORECASE,
)
_FACTOR = {"halved": Decimal("0.5"), "doubled": Decimal(2), "trebled": Decimal(3), "tripled": Decimal(3)}
_ABOUT = Decimal("0.1")
_SHARE = re.compile(
    rf"(?P<part>{_NUMBER})\s(?:out\sof|of)\s(?:the\s|our\s|all\s)?(?P<whole>{_NUMBER})\b(?P<between>[^.;\d]{{0,50}})"
    rf"\(\s?(?:or\s|about\s|around\s)?(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\(\s*$|\b(?:by|of|increase|rise|rose|up|growth|reduction|fall|fell|decrease|drop|down|change|equivalent|an?|is|or)\s+"
    r"(?:about\s|around\s|over\s|nearly\s|almost\s|some\s|an?\s)*$",
    re.IGNORECASE,
)


def changes_in(text: str, start: int, end: int) -> Iterator[Observation]:
    """Yield each change or share in a stretch of text with the printed percentage and the one its numbers give."""
    for found in _CHANGE.finditer(text, start, end):
        if _CHANGED.search(found["between"]):
            yield from _observation(found, _change(found))
    for pattern in (_UP_FROM, _BY):
        for found in pattern.finditer(text, start, end):
            yield from _observation(found, _change(found))
    for found in _TIMES.finditer(text, start, end):
        yield _factor(found)
    for found in _SHARE.finditer(text, start, end):
        yield from _observation(found, [_percent(_number(found["part"]), _number(found["whole"]))])


def _observation(found: re.Match[str], right: list[Decimal | None]) -> Iterator[Observation]:
    stated = _number(found["stated"])
    last_digit = Decimal(1).scaleb(-len(found["stated"].partition(".")[2]))
    possible = [value for value in right if value is not None]
    if possible:
        fits = any(abs(value - stated) <= last_digit for value in possible)
        attributes = {"right": "yes" if fits else "no", "computed": f"{possible[0]:.1f}"}
        yield Observation(
            kind="change", start=found.start(), end=found.end(), value=found["stated"], attributes=attributes
        )


def _factor(found: re.Match[str]) -> Observation:
    """Return "doubled from 10 to 25" with whether it is so, within a tenth."""
    factor, first = _FACTOR[found["stated"].lower()], _number(found["first"])
    expected, last = first * factor, _number(found["last"])
    attributes = {"right": "yes" if abs(last - expected) <= _ABOUT * expected else "no", "computed": f"{expected:.1f}"}
    return Observation(
        kind="change", start=found.start(), end=found.end(), value=found["stated"].lower(), attributes=attributes
    )


def _change(found: re.Match[str]) -> list[Decimal | None]:
    """Return the change in per cent; between two percentages it may be meant in points."""
    first, last = _number(found["first"]), _number(found["last"])
    points = abs(last - first) if "%" in found["unit"] or "cent" in found["unit"] else None
    return [_percent(abs(last - first), first), points]


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return part * 100 / whole if whole else None


def _number(words: str) -> Decimal:
    return Decimal(words.replace(",", ""))

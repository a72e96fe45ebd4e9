"""The forms of sums that a reader can do again: "from 392 to 465 (19%)", "44 of 50 (88%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker import Observation, find_periods

from .dated_pairs import dated_pair
from .stated_changes import only_change, stated_change
from .view import Unit, View

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
_CITED = re.compile(r"\[[^\]\n]{1,60}\]")
_SHARE = re.compile(
    rf"(?P<part>{_NUMBER})\s(?:out\sof|of)\s(?:the\s|our\s|all\s)?(?P<whole>{_NUMBER})\b(?P<between>[^.;\d]{{0,50}})"
    rf"\(\s?(?:or\s|about\s|around\s)?(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_SHARE_TOLD = re.compile(
    rf"(?P<part>{_NUMBER})\s(?:out\sof|of)\s(?:the\s|our\s|all\s)?(?P<whole>{_NUMBER})\b(?P<between>[^.;\d]{{0,50}})"
    rf"(?:,\s?|\s[–-]\s|\b)(?:or|which\sis|that\sis|equal\sto|equivalent\sto|making|i\.e\.)\s(?:about\s|around\s)?"
    rf"(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_SHARE_OF_WHOLE = re.compile(
    rf"\bof\s(?:the\s|our\s|all\s)?(?P<whole>{_NUMBER})\s(?P<between>[^.;,\d%]{{0,60}}),\s(?P<part>{_NUMBER})\s(?!%|per)"
    rf"[^.;\d%]{{0,60}}(?:\(|,\s(?:or|which\sis|that\sis)\s)(?:about\s|around\s)?(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_SHARE_BEHIND = re.compile(
    rf"(?P<stated>{_NUMBER})\s?(?:%|per\s?cent)\s?\((?P<part>{_NUMBER})\s(?:out\sof|of)\s(?:the\s|our\s|all\s)?"
    rf"(?P<whole>{_NUMBER})\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\(\s*$|\b(?:by|(?:increase|rise|growth|reduction|fall|decrease|drop|change|cut|decline|uplift|improvement|gain)\sof|increase|rise|rose|up|growth|reduction|fall|fell|decrease|drop|down|change|equivalent|an?|is|or)\s+"
    r"(?:about\s|around\s|over\s|nearly\s|almost\s|some\s|an?\s)*$",
    re.IGNORECASE,
)


def changes_in(view: View, unit: Unit, number: int) -> Iterator[Observation]:
    """Yield each change or share in a unit's line with the printed percentage and the one that its numbers give."""
    line = unit.lines[number]
    blanked = _without_dates(view.text, line.start, line.end)
    found = [*_in_known_order(view.text, line.start, line.end), *_shares(blanked, line.start)]
    yield from found or _in_any_order(view, unit, number, blanked)


def _in_known_order(text: str, start: int, end: int) -> Iterator[Observation]:
    for found in _CHANGE.finditer(text, start, end):
        if _CHANGED.search(found["between"]):
            yield from _observation(found, _change(found))
    for found in _UP_FROM.finditer(text, start, end):
        yield from _observation(found, _change(found))


def _shares(line: str, start: int) -> Iterator[Observation]:
    """Yield the shares of a sentence without its dates, which begins at `start`."""
    for pattern in (_SHARE, _SHARE_TOLD, _SHARE_OF_WHOLE, _SHARE_BEHIND):
        for found in pattern.finditer(line):
            yield from _observation(found, [_percent(_number(found["part"]), _number(found["whole"]))], start)


def _in_any_order(view: View, unit: Unit, number: int, blanked: str) -> Iterator[Observation]:
    line = unit.lines[number]
    stated = only_change(blanked)
    if stated is None:
        return
    opens = unit.lines[number - 1].start if number else line.start
    before = _without_dates(view.text, opens, line.start)
    place = (line.start + stated.start(), line.start + stated.end())
    dated = dated_pair(view.text, line.start, line.end, place) or dated_pair(
        view.text, opens, line.end, place, across=line.start
    )
    if found := stated_change(blanked, before, stated, dated):
        attributes = {"right": "yes" if found.right else "no", "computed": f"{found.computed:.1f}"}
        start = line.start + found.start
        value = " ".join(found.words.split())
        yield Observation(kind="change", start=start, end=line.start + found.end, value=value, attributes=attributes)


def _without_dates(text: str, start: int, end: int) -> str:
    """Return a stretch of text with its dates, and what is cited, blanked, so that every number left is a figure."""
    kept = _CITED.sub(lambda found: " " * len(found.group()), text[start:end])
    at = 0
    for period in find_periods(kept):
        begin = kept.index(period.words, at)
        at = begin + len(period.words)
        kept = kept[:begin] + " " * len(period.words) + kept[at:]
    return kept


def _observation(found: re.Match[str], right: list[Decimal | None], at: int = 0) -> Iterator[Observation]:
    stated = _number(found["stated"])
    last_digit = Decimal(1).scaleb(-len(found["stated"].partition(".")[2]))
    possible = [value for value in right if value is not None]
    if possible:
        fits = any(abs(value - stated) <= last_digit for value in possible)
        attributes = {"right": "yes" if fits else "no", "computed": f"{possible[0]:.1f}"}
        yield Observation(
            kind="change", start=at + found.start(), end=at + found.end(), value=found["stated"], attributes=attributes
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

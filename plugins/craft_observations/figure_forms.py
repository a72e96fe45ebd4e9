"""
The forms of figures: `61.45%`, `1 in 5`, `£26.7m`, `17 days`, `44 of 50`, `n=53`, `1,915`.

Digits of dates, citations, section numbers, ages and names of law are no figures. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checker import dataclass

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = rf"(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}"
_FRACTIONS = {
    "half": 50,
    **dict.fromkeys(("a third", "one third"), 33),
    "two thirds": 67,
    **dict.fromkeys(("a quarter", "one quarter"), 25),
    "three quarters": 75,
    **dict.fromkeys(("a fifth", "one fifth"), 20),
    **dict.fromkeys(("a tenth", "one tenth"), 10),
}
_FRACTION = "|".join(_FRACTIONS).replace(" ", r"[\s-]")
_FIGURE = re.compile(
    rf"""(?<![\w.,/\[#\-–])(?:
    [£€$]\s?(?P<money>{_NUMBER})(?:\s?(?P<scale>million|billion|thousand|bn|[mk])\b)?
    |n\s?=\s?(?P<base>{_NUMBER})
    |(?P<part>{_NUMBER}|{_WORDS})\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{_NUMBER}|{_WORDS})\b(?!\s?%)
    |(?P<share>{_NUMBER})\sof\s(?:our\s|the\s|its\s|all\s)?(?P<total>{_NUMBER})\b(?!\s?%)
    |(?P<percent>{_NUMBER}|(?:{_WORDS})(?=\sper\s?cent\b))\s?(?:%|per\s?cent\b|percentage\spoints?\b)
      (?:\sof\s(?:our\s|the\s|its\s|all\s)?(?P<base_of>{_NUMBER})(?!\s?%|[\w/]|[.,/]?\d))?+
    |(?P<length>{_NUMBER})\s?-?(?:working\s|calendar\s)?(?P<unit>day|week|month|hour|minute|year)s?\b
    |(?P<fraction>{_FRACTION})(?=\sof\s(?:the\s|our\s|all\s|those\s)?[a-z])
    |(?P<number>{_NUMBER})(?:\s?(?P<times>million|thousand)\b)?
    )(?![\w/]|[.,]\d|[-–]\d|\s?%)""",
    re.IGNORECASE | re.VERBOSE,
)


def _in_any_case(words: Iterable[str]) -> str:
    """
    Return a pattern for words in any case, each as a pattern that begins with a letter.

    With the first letters told in both cases, each once, a search takes a quarter of the time of `re.IGNORECASE`.
    """
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rests)})" for first, rests in by_first.items())


_PARTS = ("half", "thirds?", "quarters?", "fifth", "tenth")
_MAY_HOLD_ONE = re.compile(rf"\d|\b(?:{_in_any_case((*_TENS, *_TEENS, *_ONES, *_PARTS))})\b")
_SCALE = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
_SPELT = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SPELT_OUT = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
WORDS_OF_NUMBERS = _WORDS
"""The numbers below a hundred in words, as a pattern."""
_LABELLED = re.compile(
    r"\b(?:sections?|regulations?|schedule|part|phase|stage|tier|level|band|grade|page|pages|aged?|ages|"
    r"statements?|QS|no|number|version|v|figure|fig|table|chapter|clause|paragraph|para|article|form|ward|unit|room|"
    r"appendix|annex|item|step|priority|theme|domain|standard|objective|s|action|risk|covid|type|group|cohort|care\sact)"
    r"\.?\s?(?:\d{1,3}\s?(?:to|and|or|-|–)\s?)?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s?\+|s\b|\s(?:to|and|or|-|–)\s(?:over|under|older|\d{2}\b(?!\s?%))|[-\s]years?[-\s]olds?\b")
_APPROXIMATE = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|roughly|approximately|some|least|most|than|up\sto|circa|c\.)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """
    A figure: its place, `value`, `unit` (`percent`, `pounds`, `day` …, `ratio`, `fraction`, `base` or `count`), and
    `precision`, half of what its last printed digit stands for. `whole` is what a share is a part of ("44 of 50"), else
    0; "nine in ten" and a `fraction` ("two thirds of", a value in per cent) tell of no number of people.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    precision: Decimal
    approximate: bool = False
    whole: Decimal = Decimal(0)


def figures_in(text: str, start: int, end: int, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Figure]:
    """Yield the figures of `text[start:end]`, in order; what stands in `taken` (dates, citations) is none."""
    if not _MAY_HOLD_ONE.search(text, start, end):
        return
    busy = sorted(taken)
    at = 0
    for found in _FIGURE.finditer(text, start, end):
        while at < len(busy) and busy[at][1] <= found.start():
            at += 1
        if at < len(busy) and busy[at][0] < found.end():
            continue
        before = text[max(start, found.start() - 24) : found.start()]
        figure = _figure(found, approximate=bool(_APPROXIMATE.search(before)))
        if figure.unit == "count" and _is_no_count(text, found, before, start):
            continue
        yield figure


def spelt_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int, Decimal]]:
    """Yield the numbers below a hundred that stand in words, with their places: "twelve", "twenty-five"."""
    for found in _SPELT_OUT.finditer(text, start, end):
        yield found.start(), found.end(), spelt_number(found.group())


def _figure(found: re.Match[str], *, approximate: bool) -> Figure:
    words, unit, scale = _parts(found)
    value = spelt_number(words) * scale
    places = len(words.partition(".")[2])
    precision = Decimal(scale) / 2 / 10**places
    whole = spelt_number(found["whole"] or found["total"] or found["base_of"] or "0")
    return Figure(
        start=found.start(),
        end=found.end(),
        value=value,
        unit=unit,
        precision=precision,
        approximate=approximate,
        whole=whole,
    )


def _parts(found: re.Match[str]) -> tuple[str, str, int]:
    """Return the number as written, its unit, and what it is multiplied by."""
    if found["money"]:
        return found["money"], "pounds", _SCALE.get((found["scale"] or "").lower(), 1)
    if found["percent"]:
        return found["percent"], "percent", 1
    if found["length"]:
        return found["length"], found["unit"].lower(), 1
    if found["base"]:
        return found["base"], "base", 1
    if found["fraction"]:
        words = re.sub(r"[\s-]", " ", found["fraction"].lower())
        return str(_FRACTIONS[words]), "fraction", 1
    if found["part"] or found["share"]:
        return found["part"] or found["share"], "ratio", 1
    return found["number"], "count", _SCALE.get((found["times"] or "").lower(), 1)


def spelt_number(words: str) -> Decimal:
    """Return a number that stands in digits or in words."""
    spelt = sum(_SPELT.get(word, 0) for word in re.split(r"[\s-]", words.lower()))
    return Decimal(spelt) if spelt else Decimal(words.replace(",", ""))


def _is_no_count(text: str, found: re.Match[str], before: str, start: int) -> bool:
    """Whether a bare number is a year, an age, a number in a list or part of a name."""
    words = found["number"]
    year = len(words) == 4 and words.isdecimal() and 1900 <= int(words) <= 2100
    listed = found.start() == start and text[found.end() : found.end() + 1] in (".", ")", ":")
    aged = len(words) <= 2 and bool(_AGE.match(text, found.end()))
    return year or listed or aged or bool(_LABELLED.search(before))

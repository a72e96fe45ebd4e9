"""
Changes that are told in other orders than "from A to B (C%)": the two numbers and the change stand anywhere in one
sentence, or the change in the sentence behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker import dataclass

from .figure_forms import WORDS_OF_NUMBERS, spelt_numbers

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_AMOUNT = rf"£?(?:{_NUMBER})\s?(?:%|per\s?cent\b|million\b|m\b|bn\b|k\b)?"
_FRACTIONS = {
    "half": Decimal(50),
    "two thirds": Decimal(200) / 3,
    "two-thirds": Decimal(200) / 3,
    "three quarters": Decimal(75),
    "three-quarters": Decimal(75),
    "a third": Decimal(100) / 3,
    "one third": Decimal(100) / 3,
    "a quarter": Decimal(25),
    "one quarter": Decimal(25),
    "a fifth": Decimal(20),
    "one fifth": Decimal(20),
    "a tenth": Decimal(10),
}
_HOW_MUCH = rf"(?:(?P<percent>{_NUMBER})\s?(?:%|per\s?cent\b)|(?P<fraction>{'|'.join(_FRACTIONS)})\b)"
_ABOUT = (
    r"(?:(?P<about>about|around|some|roughly|over|more\sthan|at\sleast|nearly|almost|just\sunder|just\sover|under)\s)?"
)
_NOUN = r"(?:rise|increase|growth|fall|decrease|drop|reduction|cut|decline|improvement|change|uplift|saving)"
_VERB = (
    r"(?:rose|risen|grew|grown|fell|fallen|dropped|increased|decreased|reduced|declined|improved|went\s(?:up|down)|"
    r"gone\s(?:up|down)|cut|up|down|expanded|shrank|shrunk)"
)
_STATED = re.compile(
    rf"\b(?:{_VERB}\s(?:by\s)?|by\s|{_NOUN}\sof\s(?:an?\s(?=\d))?){_ABOUT}{_HOW_MUCH}(?!\spoints?)"
    rf"|\(\s?[+−-]?{_ABOUT.replace('about>', 'about2>')}(?P<bracket>{_NUMBER})\s?(?:%|per\s?cent)\s?"
    rf"(?:{_NOUN}|more|fewer|less|higher|lower|up|down)?\s?\)"
    rf"|\b(?P<before>{_NUMBER})\s?(?:%|per\s?cent)\s(?:{_NOUN}|more\b|fewer\b|less\b|higher\b|lower\b|up\b|down\b)"
    rf"|\b(?P<points>{_NUMBER})\s(?:percentage\s)?points?\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(?:(?P<halved>halved)|(?P<doubled>doubled)|(?P<trebled>trebled|tripled))\b", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"\bfrom\s(?:about\s|around\s)?(?P<first>{_AMOUNT})[^.;\d]{{0,80}}?\bto\s(?:about\s|around\s)?(?P<last>{_AMOUNT})",
    re.IGNORECASE,
)
_AND_EARLIER = re.compile(
    rf"(?P<last>{_AMOUNT})(?!\s?(?:%|per))[^.;\d]{{0,80}}?"
    rf"(?:\b(?:from|compared\s(?:with|to)|against|than|rather\sthan|instead\sof|and\snot|on|over|above|below)\s|\()"
    rf"(?:about\s|around\s|the\s)?(?P<first>{_AMOUNT})",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<![\w.,£])£?(?:" + _NUMBER + r")(?![\w%]|[.,]\d|\s?per\s?cent)")
_ANOTHER_CLAUSE = re.compile(r";|\b(?:and|but|while|whereas|although|with|when|because)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:and\s+)?", re.IGNORECASE)
"""What is left of "between 2023/24 and 2024/25" where the dates are blanked: no clause begins with its "and"."""
_REFERS = re.compile(r"\s*(?:that|this|which|it|these|an?|the|up|down|overall)\b", re.IGNORECASE)
_NO_NUMBER = re.compile(
    rf"[\s-](?:thirds?|quarters?|fifths?|tenths?|(?:in|of|out\sof)\s(?:\d|{WORDS_OF_NUMBERS}))\b", re.IGNORECASE
)
_AT_LEAST = frozenset({"over", "more than", "at least", "just over"})
_AT_MOST = frozenset({"nearly", "almost", "just under", "under"})
_SCALES = {"million": 10**6, "m": 10**6, "bn": 10**9, "k": 1000}
_TENTH = Decimal("0.1")


@dataclass(frozen=True, kw_only=True, slots=True)
class StatedChange:
    """A change as a text tells it: where it stands, its words, what its numbers give, and whether that fits."""

    start: int
    end: int
    words: str
    computed: Decimal
    right: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers: the earlier one and the later one, as far as words tell which is which (`in_order`)."""

    first: Decimal
    last: Decimal
    shares: bool = False
    in_order: bool = True

    def changes(self) -> Iterator[Decimal]:
        """Yield the changes that may be meant, in per cent; between two percentages it may be meant in points."""
        difference = abs(self.last - self.first)
        yield difference * 100 / self.first
        if self.shares:
            yield difference
        if not self.in_order:
            yield difference * 100 / self.last


def only_change(line: str) -> re.Match[str] | None:
    """Return where a sentence tells of a change; `None` where it tells of none or of several."""
    stated = [*_STATED.finditer(line), *_TIMES.finditer(line)]
    return stated[0] if len(stated) == 1 else None


def stated_change(line: str, before: str, found: re.Match[str], dated: tuple[str, str] | None) -> StatedChange | None:
    """
    Return the change of a sentence, `found` by `only_change`, with its two numbers from the same sentence, else from
    the one `before` it, else those that stand with dates of their own (`dated`, the earlier first).

    `None` where the numbers are not just two: then it is not known which belong together. Dates must have been blanked
    in both texts.
    """
    rest = line[: found.start()] + " " * len(found.group()) + line[found.end() :]
    rest = _BETWEEN.sub(lambda between: " " * len(between.group()), rest)
    pair = _only_pair(rest, found) or _only_pair(_in_digits(rest), found)
    if pair is None and not _ALONE.search(rest) and _REFERS.match(line):
        pair = _two_numbers(before)
    if pair is None and dated is not None:
        pair = _Pair(_value(dated[0]), _value(dated[1]), shares=_unit(dated[0]) == "%")
    return _compared(found, pair) if pair and pair.first and pair.last else None


def _in_digits(text: str) -> str:
    """Return a text with its numbers in words as digits, each in the same place; "two thirds" stays."""
    for start, end, value in spelt_numbers(text, 0, len(text)):
        if not _NO_NUMBER.match(text, end):
            text = text[:start] + str(value).ljust(end - start) + text[end:]
    return text


def _only_pair(text: str, stated: re.Match[str]) -> _Pair | None:
    """Return the pair of numbers of a sentence, if there is only one and no clause begins between it and the change."""
    pairs = list(_FROM_TO.finditer(text)) or list(_AND_EARLIER.finditer(text))
    if len(pairs) != 1:
        return None
    found = pairs[0]
    if _ANOTHER_CLAUSE.search(text, min(found.end(), stated.end()), max(found.start(), stated.start())):
        return None
    first, last = found["first"], found["last"]
    if _unit(first) != _unit(last) and "£" not in first + last:
        return None
    return _Pair(_value(first), _value(last), shares=_unit(first) == "%")


def _two_numbers(text: str) -> _Pair | None:
    numbers = [_value(found.group()) for found in _ALONE.finditer(text)]
    one_and_other = len(numbers) == len(("one", "other"))
    return _Pair(numbers[0], numbers[1], in_order=False) if one_and_other else None


def _compared(found: re.Match[str], pair: _Pair) -> StatedChange | None:
    possible = list(pair.changes())
    if found.re is _STATED and found["points"]:
        possible = [abs(pair.last - pair.first)] if pair.shares else []
    if not possible:
        return None
    return StatedChange(
        start=found.start(),
        end=found.end(),
        words=found.group(),
        computed=possible[0],
        right=any(_fits(found, value, pair.last / pair.first) for value in possible),
    )


def _fits(found: re.Match[str], computed: Decimal, times: Decimal) -> bool:
    if found.re is _TIMES:
        wanted = Decimal("0.5") if found["halved"] else Decimal(2) if found["doubled"] else Decimal(3)
        return abs(times - wanted) <= _TENTH * wanted
    groups = found.groupdict()
    words = groups["percent"] or groups["bracket"] or groups["before"] or groups["points"]
    stated = Decimal(words.replace(",", "")) if words else _FRACTIONS[groups["fraction"].lower()]
    slack = Decimal(1).scaleb(-len(words.partition(".")[2])) if words else _TENTH * stated
    about = " ".join((groups["about"] or groups["about2"] or "").lower().split())
    if about in _AT_LEAST:
        return computed >= stated - slack
    if about in _AT_MOST:
        return computed <= stated + slack and computed >= stated * (1 - 2 * _TENTH)
    return abs(computed - stated) <= (max(slack, _TENTH * stated) if about else slack)


def _value(words: str) -> Decimal:
    scale = next((times for ending, times in _SCALES.items() if words.lower().endswith(ending)), 1)
    return Decimal(re.sub(r"[^\d.]", "", words).strip(".")) * scale


def _unit(words: str) -> str:
    return "%" if re.search(r"%|cent", words) else ""

"""
Figures and citations in a text, as a reader sees them: `45%`, `£2.4 million`, `[E12]`, `Appendix 2`, `see our Carers
Strategy 2023–28`.

For showing what was read. What a figure or a citation means is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.dates import find_periods


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Mention:
    """Words that were found: `start` to `end` in the text, and their `kind` (`figure` or `citation`)."""

    start: int
    end: int
    kind: str
    words: str


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,/\[#-])(?:[£€$]\s?(?:{_NUMBER})(?:\s?(?:million|billion|thousand|[mk]n?)\b)?"
    rf"|(?:{_NUMBER})(?:\s?%|\s(?:per\s?cent|percentage\spoints?|in\s\d+|out\sof\s(?:{_NUMBER}))\b|\s(?:million|thousand)\b)?)"
    r"(?![\w/]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_TITLE_WORD = r"(?:[A-Z][\w’'&-]*|20\d\d(?:\s?[–/-]\s?\d{2,4})?)"
_CITATION = re.compile(
    rf"""
    \[[A-Z]{{0,4}}[-\s]?\d+(?:\.\d+)*[a-z]?(?:\s?[,;–-]\s?[A-Z]{{0,4}}[-\s]?\d+)*\]
    |\((?:[A-Z]{{1,4}}-?\d+[a-z]?)(?:\s?[,;]\s?[A-Z]{{1,4}}-?\d+[a-z]?)*\)
    |\b(?:Appendix|Appendices|Annexe?|Enclosure|Exhibit)\s+(?:\d+(?:\.\d+)*[a-z]?|[A-Z]\d*)\b
    |\b(?:[Ee]vidence|[Rr]ef(?:erence)?|[Dd]ocument|[Ii]tem)\.?\s+(?:[Nn]o\.?\s*|[Ii]tem\s*)?[A-Z]{{0,4}}-?\d+\b
    |\b(?:[Ss]ee|[Rr]efer\s+to|[Ss]et\s+out\s+in)\s+(?:also\s+)?(?:the\s+|our\s+|its\s+)?
      (?P<title>{_TITLE_WORD}(?:[ ](?:{_TITLE_WORD}|and|for|of|the|on|in|to))*[ ]{_TITLE_WORD})
    """,
    re.VERBOSE,
)


def citations_in(text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
    """Return what `text[start:end]` cites, in order, as it stands there."""
    return tuple(_mentions("citation", _CITATION, text, start, end))


def figures_in(text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
    """Return the figures of `text[start:end]`, in order; digits of dates and of citations are none."""
    taken = [*_mentions("citation", _CITATION, text, start, end), *_dates(text, start, end)]
    figures = _mentions("figure", _FIGURE, text, start, end)
    return tuple(one for one in figures if not any(other.start < one.end and one.start < other.end for other in taken))


def _mentions(kind: str, pattern: re.Pattern[str], text: str, start: int, end: int | None) -> Iterator[Mention]:
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        yield Mention(start=found.start(), end=found.end(), kind=kind, words=found.group())


def _dates(text: str, start: int, end: int | None) -> Iterator[Mention]:
    at = start
    for period in find_periods(text, start, end):
        begin = text.index(period.words, at)
        at = begin + len(period.words)
        yield Mention(start=begin, end=at, kind="date", words=period.words)

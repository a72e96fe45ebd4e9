"""
Finds what stands at the edges of pages and is no part of the flow: running heads and feet, page numbers, footnotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import takewhile

from .lines import RAISED, Line, Page

_BAND = 0.13
"""Heads and feet stand in the outer 13 % of a page's height."""
_SMALLER = 0.93
"""Footnotes are at most so high, in sizes of the body's letters."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?[-–—| ]*(?:\d{1,4}|[ivxl]{1,6})[-–—| ]*(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE
)
_NOTE_MARK = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\(?\d{1,3}\)?|[*†‡§]{1,3})[. ]{0,2}(?=[\w“\"‘(£])")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")

_CLOSE = 1.3
_LONG = 40

Repeated = Mapping[tuple[str, bool], int]


def repeated_lines(pages: Sequence[Page]) -> Repeated:
    """
    Return the words, with `#` for numbers, that stand at the top or the foot of several pages, and on how many.

    Several are two of up to four pages, else three: a head may change with every chapter.
    """
    counts = Counter(key for page in pages for key in {_key(line, page) for line in _edge_lines(page)})
    several = 2 if len(pages) <= 4 else 3
    return {key: count for key, count in counts.items() if count >= several}


def furniture(page: Page, repeated: Repeated, pages: int) -> list[Line]:
    """
    Return the lines of a page that are running heads, feet or page numbers.

    From each edge inwards, as far as they go without anything else between them. A long line that is as close to the
    text as its lines are to each other is part of the text, unless at least half of the `pages` have it.
    """
    edge = sorted(_edge_lines(page), key=lambda line: line.y)
    middle = page.height / 2
    feet = [line for line in edge if line.y < middle]
    heads = [line for line in reversed(edge) if line.y > middle]
    seldom = {key for key, count in repeated.items() if 2 * count < pages}
    return [line for lines in (feet, heads) for line in _outer(lines, page, repeated, seldom)]


def _outer(lines: Sequence[Line], page: Page, repeated: Repeated, seldom: Set[tuple[str, bool]]) -> list[Line]:
    """Return the furniture among lines from an edge inwards."""
    found = list(takewhile(lambda line: _is_furniture(line, page, repeated), lines))
    while found and _key(found[-1], page) in seldom and _is_close_to_text(found, page):
        found.pop()
    return found


def _is_furniture(line: Line, page: Page, repeated: Repeated) -> bool:
    return _key(line, page) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None


def _is_close_to_text(found: Sequence[Line], page: Page) -> bool:
    """Whether the innermost line of an edge is long and the next line inwards is as near as the lines of a text are."""
    line = found[-1]
    if len(line.text) < _LONG:
        return False
    others = (other for other in page.lines if other not in found and abs(other.size - line.size) < 0.5)
    return any(0 < abs(other.y - line.y) <= _CLOSE * line.size for other in others)


def footnotes(lines: Sequence[Line], body_size: float) -> list[list[Line]]:
    """
    Return the lines of each footnote.

    Footnotes are what stands below the last line of the usual size in smaller letters, from the first line that begins
    with a mark.
    """
    small = body_size * _SMALLER
    lowest = min((line.y for line in lines if line.size > small), default=0.0)
    notes: list[list[Line]] = []
    for line in lines:
        if line.size > small or line.y >= lowest:
            continue
        if _NOTE_MARK.match(line.text):
            notes.append([line])
        elif notes:
            notes[-1].append(line)
    return notes


def note_marks(notes: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the raised numbers that the footnotes of a page explain."""
    return frozenset(mark[1].translate(RAISED) for note in notes if (mark := _NOTE_MARK.match(note[0].text)))


def without_marks(text: str, marks: frozenset[str]) -> str:
    """Return a text without the raised numbers that lead to footnotes; another one (`m²`) stays."""
    return _RAISED.sub(lambda found: "" if found[0] in marks else found[0], text)


def _edge_lines(page: Page) -> list[Line]:
    foot, head = page.height * _BAND, page.height * (1 - _BAND)
    return [line for line in page.lines if not foot <= line.y <= head]


def _key(line: Line, page: Page) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text), line.y > page.height / 2

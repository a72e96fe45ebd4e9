"""How many people or things a share rests on, and whether it is the result of a survey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker import late_pattern

from .counted_bases import counted_base
from .figure_forms import WORDS_OF_NUMBERS, Figure, spelt_number, spelt_numbers
from .view import Line, Unit, View, cell_of

_BEHIND = 60
_WORDS_BETWEEN = 4
_ASKED_BEFORE = re.compile(
    r"\b(?:survey|poll|sample|group|questionnaire|interviews?|interviewed|asked|surveyed)\s(?:(?:of|with|to|by)\s)?(?:the\s|our\s)?$",
    re.IGNORECASE,
)

_IN_BRACKETS = re.compile(
    rf"[^.;()\d]{{0,40}}\((?:\d{{1,9}}|{WORDS_OF_NUMBERS})\s(?:out\s)?of\s(?P<whole>\d{{1,9}}|{WORDS_OF_NUMBERS})\b",
    re.IGNORECASE,
)
"""The numbers behind a percentage: "88% said yes (seven of eight)"."""
_RATE = late_pattern(rf"(?:\d{{1,3}}|{WORDS_OF_NUMBERS})\sin\s|nine\sout\sof\sten", re.IGNORECASE)
"""A share as people say it: "four in five" of any number."""
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b", re.IGNORECASE)


class UnitBases:
    """The numbers that the figures of one unit rest on, and whether it tells of a survey; read once for all of them."""

    def __init__(self, view: View, unit: Unit, found: Sequence[Sequence[Figure]]) -> None:
        self._text, self._unit = view.text, unit
        self._of_line = {
            line.start: sorted(
                [
                    *((one.start, base) for one in own if (base := _as_base(self._text, line, one))),
                    *_spelt_bases(self._text, line),
                ]
            )
            for line, own in zip(unit.lines, found, strict=True)
        }
        self._first = next((told[0][1] for told in self._of_line.values() if told), Decimal(0))
        self._of_row = _row_base(view, unit, found)

    def of(self, line: Line, figure: Figure) -> Decimal:
        """
        Return the number that a figure rests on, 0 where none is told: its own ("73% of 312", "(n=12)" behind it), else
        one in its row or its sentence, else, of what people said, one in its paragraph.
        """
        if figure.whole and not _RATE.match(self._text, figure.start):
            return figure.whole
        if in_brackets := _IN_BRACKETS.match(self._text, figure.end):
            return spelt_number(in_brackets["whole"])
        told = self._of_line[line.start]
        behind = next((base for start, base in told if start >= figure.end), Decimal(0))
        here = behind or (told[0][1] if told else self._of_row)
        asked = self.is_survey(line) or self.is_opinion(line) or line.has("view-held")
        of_them = asked or _OF_THEM.match(self._text, figure.end)
        return here or counted_base(self._text, line) or (self._first if of_them else Decimal(0))

    def is_survey(self, line: Line) -> bool:
        """Whether a sentence tells of a survey: it names one, or says what people answered after one was named."""
        return line.has("survey") or (self._unit.has("survey") and line.has("answer"))

    def is_opinion(self, line: Line) -> bool:
        """Whether a sentence tells what people said when they were asked, or what share of them hold a view."""
        return line.has("asked") or (line.has("view-held") and line.has("counted", "sampled"))


def _row_base(view: View, unit: Unit, found: Sequence[Sequence[Figure]]) -> Decimal:
    """Return the number in the cell of a row whose column says how many answered; 0 without one."""
    for line, figures in zip(unit.lines, found, strict=True):
        label = unit.columns.get(cell_of(line.block)[1], "")
        if label and figures and figures[0].unit == "count" and "respondents" in view.words.roles(label):
            return figures[0].value
    return Decimal(0)


def _as_base(text: str, line: Line, figure: Figure) -> Decimal:
    """Return the number of answers that a figure tells; 0 if it tells something else."""
    if figure.unit == "base":
        return figure.value
    if figure.unit == "ratio":
        return Decimal(0) if _RATE.match(text, figure.start) else figure.whole
    if figure.unit != "count":
        return Decimal(0)
    return figure.value if _is_of_respondents(text, line, figure.start, figure.end) else Decimal(0)


def _is_of_respondents(text: str, line: Line, start: int, end: int) -> bool:
    """Whether a number is one of people asked: "a survey of 96", "14 replies", "twelve carers answered"."""
    if _ASKED_BEFORE.search(text[max(line.start, start - 30) : start]):
        return True
    near = [cue for cue in line.of("respondents") if end <= cue.start <= end + _BEHIND]
    return bool(near) and len(text[end : near[0].start].split()) <= _WORDS_BETWEEN


def _spelt_bases(text: str, line: Line) -> Iterator[tuple[int, Decimal]]:
    if not line.has("respondents", "survey"):
        return
    for start, end, value in spelt_numbers(text, line.start, line.end):
        if _is_of_respondents(text, line, start, end):
            yield start, value

"""How many people or things a share rests on, and whether it is the result of a survey."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .figure_forms import Figure
from .view import Line, Unit

_BEHIND = 60
_WORDS_BETWEEN = 4
_ASKED_BEFORE = re.compile(
    r"\b(?:survey|poll|sample|questionnaire|interviews?|interviewed|asked|surveyed)\s(?:(?:of|with|to|by)\s)?(?:the\s|our\s)?$",
    re.IGNORECASE,
)


def base_of(text: str, unit: Unit, line: Line, figure: Figure, found: Sequence[Sequence[Figure]]) -> Decimal:
    """
    Return the number that a figure rests on, 0 where none is told: its own ("73% of 312", "(n=12)" behind it), else
    one in its sentence, else one in its paragraph.
    """
    if figure.whole:
        return figure.whole
    in_line = next((figures for own, figures in zip(unit.lines, found, strict=True) if own is line), ())
    behind = [other for other in in_line if other.start >= figure.end]
    after = next((base for other in behind if (base := _as_base(text, line, other))), Decimal(0))
    return after or _first(text, [line], [in_line]) or _first(text, unit.lines, found)


def _first(text: str, lines: Sequence[Line], found: Sequence[Sequence[Figure]]) -> Decimal:
    bases = (_as_base(text, line, one) for line, own in zip(lines, found, strict=True) for one in own)
    return next((base for base in bases if base), Decimal(0))


def _as_base(text: str, line: Line, figure: Figure) -> Decimal:
    """Return the number of answers that a figure tells; 0 if it tells something else."""
    if figure.unit == "base":
        return figure.value
    if figure.unit == "ratio":
        return figure.whole
    if figure.unit != "count":
        return Decimal(0)
    if _ASKED_BEFORE.search(text[max(line.start, figure.start - 30) : figure.start]):
        return figure.value
    near = [cue for cue in line.of("respondents") if figure.end <= cue.start <= figure.end + _BEHIND]
    told = near and len(text[figure.end : near[0].start].split()) <= _WORDS_BETWEEN
    return figure.value if told else Decimal(0)


def is_survey(unit: Unit, line: Line) -> bool:
    """Whether a sentence tells of a survey: it names one, or says what people answered after one was named."""
    return line.has("survey") or (unit.has("survey") and line.has("answer"))

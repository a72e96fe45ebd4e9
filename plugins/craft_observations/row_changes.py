"""Changes that a table prints in a column of its own, beside the two figures that they are worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker import Observation, find_periods, late_pattern

from .view import Line, Unit, cell_of

_LABEL = late_pattern(r"\b(?:change|difference|increase|decrease|movement|variance|growth)\b", re.IGNORECASE)
_PERCENT = late_pattern(r"[+−–-]?\s?(\d{1,4}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)")
_NUMBER = re.compile(r"£?(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,4})?(%?)")


def changes_in_row(unit: Unit) -> Iterator[Observation]:
    """Yield the change that a row prints, where just two other cells hold numbers of two periods that columns name."""
    found = [(line, told) for line in unit.lines if (told := _printed(unit, line))]
    dated = sorted(one for line in unit.lines if (one := _dated(unit, line)))
    two = len(dated) == len(("earlier", "later"))
    if len(found) != 1 or not two or dated[0][0] == dated[1][0] or dated[0][2] != dated[1][2] or not dated[0][1]:
        return
    line, told = found[0]
    difference = abs(dated[1][1] - dated[0][1])
    possible = [difference * 100 / dated[0][1], *([difference] if dated[0][2] else [])]
    stated = Decimal(told[1])
    fits = any(abs(one - stated) <= Decimal(1).scaleb(-len(told[1].partition(".")[2])) for one in possible)
    attributes = {"right": "yes" if fits else "no", "computed": f"{possible[0]:.1f}"}
    yield Observation(kind="change", start=line.start, end=line.end, value=told[1], attributes=attributes)


def _printed(unit: Unit, line: Line) -> re.Match[str] | None:
    label = unit.columns.get(cell_of(line.block)[1], "")
    return _PERCENT.fullmatch(line.passage.text.strip()) if _LABEL.search(label) else None


def _dated(unit: Unit, line: Line) -> tuple[str, Decimal, str] | None:
    """Return the last day of a cell's period, its number, and `%` for a share."""
    periods = find_periods(unit.columns.get(cell_of(line.block)[1], ""))
    number = _NUMBER.fullmatch(line.passage.text.strip())
    if len(periods) != 1 or number is None:
        return None
    return periods[0].end, Decimal(number[1].replace(",", "") + (number[2] or "")), number[3]

"""From when a figure is: the period in its sentence, else in its paragraph, its column, its caption or a heading."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Period, dataclass, find_periods

from .figure_forms import Figure
from .view import Line, Unit, View, cell_of

_THIS_YEAR = "this year"


@dataclass(frozen=True, slots=True)
class Dated:
    """Where a figure's period stands (`by`: sentence, paragraph, column, heading, relative; empty: nowhere)."""

    by: str = ""
    period: str = ""


def located(text: str, start: int, end: int) -> list[tuple[int, Period]]:
    """Return the periods of `text[start:end]` with their places, in order."""
    found = []
    at = start
    for period in find_periods(text, start, end):
        begin = text.index(period.words, at)
        at = begin + len(period.words)
        found.append((begin, period))
    return found


class UnitDates:
    """The periods of one unit, read once for all its figures."""

    def __init__(self, view: View, unit: Unit) -> None:
        self._unit = unit
        self._text = view.text
        self._own = {line.start: located(view.text, line.start, line.end) for line in unit.lines}

    def busy(self, line: Line, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the places in a sentence where no figure is looked for: those taken, and its dates."""
        return [*taken, *((start, start + len(period.words)) for start, period in self._own[line.start])]

    def of(self, line: Line, figure: Figure, others: Sequence[Figure]) -> Dated:
        """Return from when a figure is, as far as the text says so."""
        unit, own = self._unit, self._own[line.start]
        if own:
            nearest = min(own, key=lambda one: (_distance(one[0], one[1], figure, others), one[0]))
            return Dated("sentence", _key(nearest[1]))
        column = find_periods(unit.columns.get(cell_of(line.block)[1], ""))
        if column:
            return Dated("column", _key(column[0]))
        if line.has("relative-period"):
            return Dated("relative", self._of_heading() if self._is_of_this_year(line) else "")
        beside = {_key(period) for found in self._own.values() for _, period in found}
        if beside:
            return Dated("paragraph", beside.pop() if len(beside) == 1 else "")
        if unit.has("relative-period"):
            return Dated("relative")
        above = self._of_heading()
        return Dated("heading", above) if above else Dated()

    def _of_heading(self) -> str:
        above = [period for words in reversed(self._unit.around) for period in find_periods(words)]
        return _key(above[0]) if above else ""

    def _is_of_this_year(self, line: Line) -> bool:
        """Whether a sentence's words for its time are "this year", which a report's heading names."""
        return all(self._text[cue.start : cue.end].lower() == _THIS_YEAR for cue in line.of("relative-period"))


def _distance(start: int, period: Period, figure: Figure, others: Sequence[Figure]) -> tuple[bool, bool, int]:
    """Order of periods for a figure: no other figure between, behind the figure ("17 days in 2025/26"), near."""
    behind = start >= figure.end
    left, right = (figure.end, start) if behind else (start + len(period.words), figure.start)
    between = any(left <= other.start and other.end <= right for other in others)
    return between, not behind, max(right - left, 0)


def _key(period: Period) -> str:
    return f"{period.start}/{period.end}"

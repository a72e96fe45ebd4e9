"""Groups the lines of a page into runs that go down the page: a column, a cell, the text between two tables."""

from __future__ import annotations

from collections.abc import Sequence

from checker import dataclass, field

from .lines import Line, ends_sentence

_ASIDE = 2.5
"""So far to the side, in sizes of the letters, something new begins; an indent is smaller."""
_SAME_HEIGHT = 0.35
_COLUMN_LINES = 12
_COLUMN_WORDS = 4
_STRETCH = 4
_SAME_EDGE = 3.0
_NEXT_LINE = 1.4


@dataclass(kw_only=True, slots=True)
class Run:
    """
    Lines of which each stands below the one before. `beside`: it stands to the right of the run before it. `row` and
    `column` count from 1 where it is a cell of a table, else they are 0.
    """

    lines: list[Line] = field(default_factory=list)
    beside: bool = False
    row: int = 0
    column: int = 0

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return self.row > 0


def runs_of(lines: Sequence[Line]) -> list[Run]:
    """Return the runs of a page in reading order; runs side by side are cells, unless they are as long as columns."""
    runs: list[Run] = []
    before: Line | None = None
    for line in _columns_apart(lines):
        beside = before is not None and _is_beside(runs[-1], before, line)
        if beside and not runs[-1].beside:
            _cut_off_above(runs, line)
        if before is None or beside or _begins_anew(runs[-1], before, line):
            runs.append(Run(beside=beside))
        runs[-1].lines.append(line)
        before = line
    _number_cells(runs)
    return runs


def _is_beside(run: Run, before: Line, line: Line) -> bool:
    """Whether a line stands to the right of a run and no lower than its last line."""
    return line.y > before.y - _SAME_HEIGHT * line.size and line.x > run.lines[0].x + _ASIDE * line.size


def _cut_off_above(runs: list[Run], line: Line) -> None:
    """Make a run of its own of the lines that stand above the cell or column that `line` stands beside."""
    lines = runs[-1].lines
    at = len(lines) - 1
    while at > 0 and (lines[at].y < line.y - _SAME_HEIGHT * line.size or _is_next_line(lines[at - 1], lines[at])):
        at -= 1
    if at > 0:
        runs[-1] = Run(lines=lines[:at], beside=runs[-1].beside)
        runs.append(Run(lines=lines[at:]))


def _is_next_line(before: Line, line: Line) -> bool:
    """Whether a line goes on with the one before, in the same cell."""
    is_close = 0 < before.y - line.y < _NEXT_LINE * line.size and abs(line.x - before.x) < _SAME_EDGE
    return is_close and not ends_sentence(before.text)


def _begins_anew(run: Run, before: Line, line: Line) -> bool:
    if line.y > before.y + _SAME_HEIGHT * line.size:
        return True
    if line.piece == 1 and not _goes_on_below(before, line):
        return True
    return line.x < run.lines[0].x - _ASIDE * line.size


def _goes_on_below(before: Line, line: Line) -> bool:
    """Whether the first cell of a row is only the last line of the one that was begun above it."""
    return not before.piece and _is_next_line(before, line)


def _number_cells(runs: Sequence[Run]) -> None:
    """Give the runs that stand side by side their row and column."""
    row = start = 0
    while start < len(runs):
        end = start + 1
        while end < len(runs) and runs[end].beside:
            end += 1
        group = runs[start:end]
        if len(group) == 1 or _are_columns(group):
            row = 0
        else:
            row += 1
            for column, run in enumerate(group, 1):
                run.row, run.column = row, column
        start = end


def _are_columns(group: Sequence[Run]) -> bool:
    longest = max(group, key=lambda run: len(run.lines))
    words = sum(line.text.count(" ") + 1 for line in longest.lines)
    return len(longest.lines) >= _COLUMN_LINES and words >= _COLUMN_WORDS * len(longest.lines)


def _columns_apart(lines: Sequence[Line]) -> list[Line]:
    """
    Return the lines with columns put one after the other that the file draws line by line across the page.

    They are told from the rows of a table by several lines in turn that are cut at one place, with some words on both
    sides.
    """
    if not any(line.piece == 2 for line in lines):
        return list(lines)
    ordered: list[Line] = []
    at = 0
    while at < len(lines):
        end = _stretch_end(lines, at)
        if end - at >= 2 * _STRETCH:
            ordered += lines[at:end:2]
            ordered += lines[at + 1 : end : 2]
        else:
            end = at + 1
            ordered.append(lines[at])
        at = end
    return ordered


def _stretch_end(lines: Sequence[Line], at: int) -> int:
    """Return where the lines end that are cut in two at the same place as the line that begins at `at`."""
    edge = lines[at + 1].x if at + 1 < len(lines) else 0.0
    end = at
    while end + 1 < len(lines) and lines[end].piece == 1 and lines[end + 1].piece == 2:
        left, right = lines[end], lines[end + 1]
        is_third = end + 2 < len(lines) and lines[end + 2].piece == 3
        if is_third or abs(right.x - edge) > _SAME_EDGE or not (_has_words(left) and _has_words(right)):
            break
        end += 2
    return end


def _has_words(line: Line) -> bool:
    return line.text.count(" ") + 1 >= _COLUMN_WORDS

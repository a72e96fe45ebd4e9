"""Finds the header row of an action plan and what each of its columns is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.domain.actions import PLAN_COLUMNS
from checker.grid import Grid
from checker.values import dataclass

ROWS_SEARCHED = 15
_NEEDED = 2
_BLANKS = re.compile(r"[\s_]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The header row: its number, the column of each known key, and the headings of people's own columns."""

    row: int
    known: Mapping[int, str]
    own: Mapping[int, str]


def find_header(grid: Grid) -> Header | None:
    """
    Return the header of a sheet, or `None` if it holds no plan.

    It is the row with the most known headings among the first fifteen; it needs two of them, one of which is the gap id
    or the action.
    """
    first = [(number, cells) for number, cells in grid.rows.items() if number <= ROWS_SEARCHED]
    headers = [_header(number, cells) for number, cells in first]
    fitting = [one for one in headers if len(one.known) >= _NEEDED and {"gap_id", "action"} & set(one.known.values())]
    return max(fitting, key=lambda one: len(one.known), default=None)


def _header(number: int, cells: Mapping[int, str]) -> Header:
    known: dict[int, str] = {}
    own: dict[int, str] = {}
    for column, text in sorted(cells.items()):
        key = _KEYS.get(_folded(text))
        if key and key not in known.values():
            known[column] = key
        elif text:
            own[column] = _free(text, own)
    return Header(row=number, known=known, own=own)


def _free(heading: str, own: Mapping[int, str]) -> str:
    """Return a heading that none of the others has: two columns of one name stay two."""
    free, again = heading, 1
    while free in own.values():
        again += 1
        free = f"{heading} ({again})"
    return free


def _folded(heading: str) -> str:
    return _BLANKS.sub(" ", heading).strip().casefold().rstrip(" :*?")


_KEYS = {
    _folded(name): column.key
    for column in reversed(PLAN_COLUMNS)
    for name in (*column.aliases, column.key, column.heading)
}

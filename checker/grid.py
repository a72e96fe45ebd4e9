"""The cells of a table document by sheet, row and column, whichever reader read it: spreadsheets, CSV, Word tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from checker.domain.document import Document
from checker.values import dataclass, field

_LETTERED = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NUMBERED = re.compile(r"r(\d{1,7})c(\d{1,5})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """
    One table: its sheet (empty where the format has none), and its texts by row and column, both from 1. `links` are
    the addresses that lie behind cells, by row and column.
    """

    sheet: str
    rows: Mapping[int, Mapping[int, str]]
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)


def grids(document: Document) -> tuple[Grid, ...]:
    """
    Return the tables of a document in its order; hidden rows and names of columns are among their cells.

    Several blocks of one cell are joined by line breaks. A format without sheets begins a new table where the cells
    begin anew.
    """
    found: list[tuple[str, dict[int, dict[int, str]], dict[tuple[int, int], str]]] = []
    targets = sorted((link.start, link.target) for link in document.links)
    at = (0, 0)
    for block in document.blocks:
        place = _place(block.cell or "")
        if place is None:
            continue
        sheet = block.sheet or ""
        if not found or found[-1][0] != sheet or (not sheet and place < at):
            found.append((sheet, {}, {}))
        at = place
        cells = found[-1][1].setdefault(place[0], {})
        text = document.text[block.start : block.end].strip()
        cells[place[1]] = f"{cells[place[1]]}\n{text}" if place[1] in cells else text
        first = bisect_left(targets, (block.start, ""))
        if first < len(targets) and targets[first][0] < block.end:
            found[-1][2].setdefault(place, targets[first][1])
    return tuple(Grid(sheet=sheet, rows=dict(sorted(rows.items())), links=links) for sheet, rows, links in found)


def _place(cell: str) -> tuple[int, int] | None:
    if found := _LETTERED.fullmatch(cell):
        return int(found[2]), column_number(found[1])
    if found := _NUMBERED.fullmatch(cell):
        return int(found[1]), int(found[2])
    return None


def column_letters(number: int) -> str:
    """Return the letters of a column, from 1: A for 1, Z for 26, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters in capitals."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

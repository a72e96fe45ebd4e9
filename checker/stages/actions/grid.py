"""The cells of a table document by sheet, row and column, whichever reader read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.domain.document import Document

_LETTERED = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NUMBERED = re.compile(r"r(\d{1,7})c(\d{1,5})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """One sheet: its name (empty where the format has none), and its texts by row and column, both from 1."""

    sheet: str
    rows: Mapping[int, Mapping[int, str]]


def grids(document: Document) -> tuple[Grid, ...]:
    """
    Return the sheets of a document in its order. Blocks without a cell are left out.

    Several blocks of one cell are joined by line breaks.
    """
    found: dict[str, dict[int, dict[int, str]]] = {}
    for block in document.blocks:
        place = _place(block.cell or "")
        if place:
            row, column = place
            cells = found.setdefault(block.sheet or "", {}).setdefault(row, {})
            text = document.text[block.start : block.end].strip()
            cells[column] = f"{cells[column]}\n{text}" if column in cells else text
    return tuple(Grid(sheet=sheet, rows=dict(sorted(rows.items()))) for sheet, rows in found.items())


def _place(cell: str) -> tuple[int, int] | None:
    if found := _LETTERED.fullmatch(cell):
        return int(found[2]), _column(found[1])
    if found := _NUMBERED.fullmatch(cell):
        return int(found[1]), int(found[2])
    return None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

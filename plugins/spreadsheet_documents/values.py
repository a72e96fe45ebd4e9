"""
From the bytes of a spreadsheet file to the texts of its cells.

`read_values` runs in a guarded process: the library that reads the values may end the process or ask for all memory
when a file is made to harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

import python_calamine as calamine

from checker import HiddenMatter, UnreadableError, column_number, dataclass, field

from .links import CellLink
from .look import SheetLook, WorkbookLook, look_at
from .parts import DAMAGED, PROTECTED, Parts
from .rows import Room, Row
from .styles import Shown, as_text, texts_of

AREA_LIMIT = 5_000_000
"""A sheet whose values span more cells than this, empty ones included, is not read."""
_ZIPPED = b"PK\x03\x04"


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetValues:
    """
    One sheet. `merged` are first row, first column, last row, last column, from 1. `problem` says why it was not read.
    """

    name: str
    look: SheetLook
    rows: tuple[Row, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    problem: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkbookValues:
    """The sheets of a file in their order. `cut`: there are more cells than are read."""

    sheets: tuple[SheetValues, ...]
    title: str = ""
    hidden: tuple[HiddenMatter, ...] = field(default=())
    links: tuple[CellLink, ...] = ()
    cut: bool = False


def read_values(data: bytes) -> WorkbookValues:
    """Return the texts of all cells. Raises `UnreadableError` in plain words."""
    look = look_at(Parts(data)) if data.startswith(_ZIPPED) else WorkbookLook(sheets={})
    try:
        book = calamine.load_workbook(BytesIO(data))
    except calamine.PasswordError as error:
        raise UnreadableError(PROTECTED) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(DAMAGED) from error
    with book:
        return _read(book, look)


def _read(book: calamine.CalamineWorkbook, look: WorkbookLook) -> WorkbookValues:
    sheets: list[SheetValues] = []
    room = Room()
    for told in book.sheets_metadata:
        is_hidden = told.visible != calamine.SheetVisibleEnum.Visible
        seen = look.sheets.get(told.name) or SheetLook(name=told.name, hidden=is_hidden)
        if told.typ == calamine.SheetTypeEnum.WorkSheet and not room.is_full:
            sheets.append(_sheet(book, seen, room))
    return WorkbookValues(sheets=tuple(sheets), title=look.title, hidden=look.hidden, links=look.links, cut=room.cut)


def _sheet(book: calamine.CalamineWorkbook, look: SheetLook, room: Room) -> SheetValues:
    if look.area > AREA_LIMIT:
        return SheetValues(name=look.name, look=look, problem=_too_wide(look))
    try:
        sheet = book.get_sheet_by_name(look.name)
        if sheet.height * sheet.width > AREA_LIMIT:
            return SheetValues(name=look.name, look=look, problem=_too_wide(look))
        merged = tuple((r + 1, c + 1, r2 + 1, c2 + 1) for (r, c), (r2, c2) in sheet.merged_cell_ranges or ())
        return SheetValues(name=look.name, look=look, rows=_rows(sheet, look, room), merged=merged)
    except (calamine.CalamineError, ValueError, OverflowError) as error:
        problem = f"The sheet “{look.name}” is damaged and was not read ({type(error).__name__})."
        return SheetValues(name=look.name, look=look, problem=problem)


def _too_wide(look: SheetLook) -> str:
    return (
        f"The sheet “{look.name}” was not read: a cell stands so far from the others that it spans millions of empty "
        "cells. Delete the rows and columns beyond the table and save it."
    )


def _rows(sheet: calamine.CalamineSheet, look: SheetLook, room: Room) -> tuple[Row, ...]:
    left = sheet.start[1] if sheet.start else 0  # rows come from the sheet's first, columns from the first in use
    special = _by_row(look)
    rows: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(), 1):
        texts = texts_of(values)
        for column, text in special.get(number, {}).items():
            if 0 <= column - left - 1 < len(values):
                value = values[column - left - 1]
                texts[column - left - 1] = text if isinstance(text, str) else as_text(value, text)
        row = _row(number, left, texts)
        if row and not room.takes(row.texts):
            break
        if row:
            rows.append(row)
    return tuple(rows)


def _row(number: int, left: int, texts: Sequence[str]) -> Row | None:
    """Return a row's cells that hold something; `left` columns stand before the first text."""
    if "" not in texts:
        return Row(number, _columns(left, len(texts)), tuple(texts)) if texts else None
    filled = [(column, text) for column, text in enumerate(texts, left + 1) if text]
    if not filled:
        return None
    columns, cells = zip(*filled, strict=True)
    return Row(number, columns, cells)


@lru_cache(maxsize=16)
def _columns(left: int, number: int) -> tuple[int, ...]:
    """Return the numbers of columns that stand side by side: one tuple for all rows that are alike."""
    return tuple(range(left + 1, left + 1 + number))


def _by_row(look: SheetLook) -> dict[int, dict[int, Shown | str]]:
    """Return for each row, by the number of the column, how a cell is shown, or the error that it shows."""
    found: dict[int, dict[int, Shown | str]] = {}
    special: dict[str, Shown | str] = {**look.shown, **look.errors}
    for place, shown in special.items():
        letters = place.rstrip("0123456789")
        found.setdefault(int(place[len(letters) :]), {})[column_number(letters)] = shown
    return found

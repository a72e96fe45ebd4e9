"""
From the bytes of a spreadsheet file to the texts of its cells.

`read_values` runs in a guarded process: the library that reads the values may end the process or ask for all memory
when a file is made to harm.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import python_calamine as calamine

from checker import HiddenMatter, UnreadableError, column_number, dataclass, field, replace

from .look import SheetLook, WorkbookLook, look_at
from .parts import DAMAGED, PROTECTED, Parts
from .rows import Row
from .styles import Shown, as_text

AREA_LIMIT = 5_000_000
"""A sheet whose values span more cells than this, empty ones included, is not read."""
CELL_LIMIT = 500_000
"""So many cells of a file are read."""
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
    with book, _uncollected():
        return _read(book, look)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage for a while: among hundreds of thousands of cells there is none, and looking takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(book: calamine.CalamineWorkbook, look: WorkbookLook) -> WorkbookValues:
    sheets: list[SheetValues] = []
    room = CELL_LIMIT
    for told in book.sheets_metadata:
        is_hidden = told.visible != calamine.SheetVisibleEnum.Visible
        seen = look.sheets.get(told.name) or SheetLook(name=told.name, hidden=is_hidden)
        if told.typ == calamine.SheetTypeEnum.WorkSheet and room > 0:
            sheets.append(_sheet(book, seen, room))
            room -= sum(len(row.texts) for row in sheets[-1].rows)
    return WorkbookValues(sheets=tuple(sheets), title=look.title, hidden=look.hidden, cut=room <= 0)


def _sheet(book: calamine.CalamineWorkbook, look: SheetLook, room: int) -> SheetValues:
    if look.area > AREA_LIMIT:
        return SheetValues(name=look.name, look=look, problem=_too_wide(look))
    try:
        sheet = book.get_sheet_by_name(look.name)
        if sheet.height * sheet.width > AREA_LIMIT:
            return SheetValues(name=look.name, look=look, problem=_too_wide(look))
        merged = tuple((r + 1, c + 1, r2 + 1, c2 + 1) for (r, c), (r2, c2) in sheet.merged_cell_ranges or ())
        return SheetValues(name=look.name, look=_small(look), rows=_rows(sheet, look, room), merged=merged)
    except (calamine.CalamineError, ValueError, OverflowError) as error:
        problem = f"The sheet “{look.name}” is damaged and was not read ({type(error).__name__})."
        return SheetValues(name=look.name, look=look, problem=problem)


def _small(look: SheetLook) -> SheetLook:
    """Return a look without what only the texts of cells need: it goes to another process."""
    return replace(look, shown={place: shown for place, shown in look.shown.items() if shown.white}, errors={})


def _too_wide(look: SheetLook) -> str:
    return (
        f"The sheet “{look.name}” was not read: a cell stands so far from the others that it spans millions of empty "
        "cells. Delete the rows and columns beyond the table and save it."
    )


def _rows(sheet: calamine.CalamineSheet, look: SheetLook, room: int) -> tuple[Row, ...]:
    left = sheet.start[1] if sheet.start else 0  # rows come from the sheet's first, columns from the first in use
    special = _by_row(look)
    rows: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(), 1):
        texts = [as_text(value) if value != "" else "" for value in values]
        for column, text in special.get(number, {}).items():
            if 0 <= column - left - 1 < len(values):
                value = values[column - left - 1]
                texts[column - left - 1] = text if isinstance(text, str) else as_text(value, text)
        filled = [(column, text) for column, text in enumerate(texts, left + 1) if text]
        if filled:
            columns, cells = zip(*filled, strict=True)
            rows.append(Row(number=number, columns=columns, texts=cells))
            room -= len(filled)
        if room <= 0:
            break
    return tuple(rows)


def _by_row(look: SheetLook) -> dict[int, dict[int, Shown | str]]:
    """Return for each row, by the number of the column, how a cell is shown, or the error that it shows."""
    found: dict[int, dict[int, Shown | str]] = {}
    special: dict[str, Shown | str] = {**look.shown, **look.errors}
    for place, shown in special.items():
        letters = place.rstrip("0123456789")
        found.setdefault(int(place[len(letters) :]), {})[column_number(letters)] = shown
    return found

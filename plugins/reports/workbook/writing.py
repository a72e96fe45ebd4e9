"""Writes sheets as a workbook: the same sheets give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from .cells import cell_text
from .table import Cell, Column, Sheet

_HEAD = 3
"""Row of the headings, from 0: title, note and an empty row stand above."""

_A3, _A4 = 8, 9
_LINE = 13.5
_FITTING = 1.1  # characters of usual text to one of a column's width
_MOST_LINES = 14
_SIZE = 10
_DAY = "dd/mm/yyyy"
_TYPED_FILL = "#FFF7D6"
_WRITING = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIRST_DAY = date(1990, 1, 1)


def workbook(sheets: Iterable[Sheet], title: str, made_for: str) -> bytes:
    """Return the workbook. `made_for` is the day of the assessment (ISO): the only date that the file carries."""
    file = BytesIO()
    book: Workbook = xlsxwriter.Workbook(file, _WRITING)
    day = datetime.fromisoformat(made_for)
    book.set_properties({"title": cell_text(title), "created": day})
    styles = _Styles(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return file.getvalue()


class _Styles:
    """The few formats of the workbook. Colour only repeats what words say."""

    def __init__(self, book: Workbook) -> None:
        cell: dict[str, Any] = {
            "font_size": _SIZE,
            "text_wrap": True,
            "valign": "top",
            "border": 1,
            "border_color": "#B1B4B6",
        }
        head = cell | {"bold": True, "font_color": "#FFFFFF"}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.note = book.add_format({"italic": True})
        self.head = book.add_format(head | {"bg_color": "#1D3557"})
        self.typed_head = book.add_format(head | {"bg_color": "#6B4E00"})
        self._cells = {
            (typed, day): book.add_format(cell | _fill(typed) | _number_format(day))
            for typed in (False, True)
            for day in (False, True)
        }

    def of(self, column: Column) -> Any:
        """Return the format of a column's cells."""
        return self._cells[column.typed, column.day]


def _fill(typed: bool) -> dict[str, Any]:
    return {"bg_color": _TYPED_FILL} if typed else {}


def _number_format(day: bool) -> dict[str, Any]:
    return {"num_format": _DAY} if day else {}


def _write(page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    page.write_string(0, 0, cell_text(sheet.title), styles.title)
    page.write_string(1, 0, cell_text(sheet.note), styles.note)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(_HEAD, place, cell_text(column.heading), styles.typed_head if column.typed else styles.head)
    page.set_row(_HEAD, _height(tuple(column.heading for column in sheet.columns), sheet.columns))
    last = _HEAD
    for last, row in enumerate(sheet.rows, start=_HEAD + 1):
        page.set_row(last, _height(row, sheet.columns))
        for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write_cell(page, last, place, cell, styles.of(column))
    for spare in range(last + 1, last + 1 + sheet.spare):
        for place, column in enumerate(sheet.columns):
            page.write_blank(spare, place, None, styles.of(column))
    _offer_words(page, sheet, last + sheet.spare)
    page.autofilter(_HEAD, 0, max(last + sheet.spare, _HEAD + 1), len(sheet.columns) - 1)
    page.freeze_panes(_HEAD + 1, 1)
    _set_up_for_print(page, sheet, last)


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Return the height in points that shows the longest cell: not every program makes rows fit their text."""
    lines = max((_lines(cell, column.width) for cell, column in zip(row, columns, strict=True)), default=1)
    return _LINE * min(lines, _MOST_LINES)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell, str):
        return 1
    return sum(1 + int(len(line) / (width * _FITTING)) for line in cell.split("\n"))


def _write_cell(page: Worksheet, row: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), style)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, style)
    elif cell:
        page.write_string(row, column, cell_text(cell), style)
    else:
        page.write_blank(row, column, None, style)


def _offer_words(page: Worksheet, sheet: Sheet, last: int) -> None:
    """Offer words and ask for days; another entry is asked about and not refused: it is not for a sheet to say no."""
    rule: dict[str, Any]
    for place, column in enumerate(sheet.columns):
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            page.data_validation(_HEAD + 1, place, max(last, _HEAD + 1), place, rule)
        elif column.day:
            rule = {
                "validate": "date",
                "criteria": ">=",
                "value": _FIRST_DAY,
                "error_type": "warning",
                "error_title": "Is this a date?",
                "error_message": "Day, month and year are expected, e.g. 31/03/2026.",
            }
            page.data_validation(_HEAD + 1, place, max(last, _HEAD + 1), place, rule)


def _set_up_for_print(page: Worksheet, sheet: Sheet, last: int) -> None:
    printed = [place for place, column in enumerate(sheet.columns) if column.printed]
    page.set_landscape()
    page.set_paper(_A3 if sheet.wide else _A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)
    page.print_area(0, 0, max(last, _HEAD + 1), max(printed))
    page.set_footer("&L&A&RPage &P of &N")

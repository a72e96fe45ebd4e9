"""From the values of a spreadsheet file to a document, with what its reader should know."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker import (
    Document,
    HiddenMatter,
    ReadStatus,
    Source,
    UnreadableError,
    column_letters,
    column_number,
    dataclass,
    guarded,
)

from .layout import Laid, blocks_of, lay_out, picked_note
from .links import CellLink, placed
from .rows import TOO_MANY, Table

if TYPE_CHECKING:
    from .look import SheetLook
    from .values import SheetValues, WorkbookValues

_MOST_HIDDEN = 1_000
_LONGEST = 300
_CALL_SECONDS = 10.0
_NO_FORMATS = "Percentages are shown as they are stored (0.61 for 61%): this older format was read without its styles."


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidWorkbook:
    """A spreadsheet file as it comes from the guarded process. `troubles` say what was not read, in plain words."""

    laid: Laid
    title: str
    hidden: tuple[HiddenMatter, ...]
    troubles: str
    links: tuple[CellLink, ...] = ()


def read_workbook(source: Source, *, has_styles: bool) -> Document:
    """Read a spreadsheet file. `has_styles`: its kind of file shows how numbers are formatted."""
    book = guarded(read_laid, source.data, source.every_cell, seconds=_CALL_SECONDS)
    text = book.laid.text
    with _uncollected():
        blocks = blocks_of(book.laid)
    return Document(
        name=source.name,
        text=text,
        blocks=blocks,
        metadata={"title": book.title} if book.title else {},
        hidden=book.hidden,
        links=placed(book.links, blocks),
        status=ReadStatus.PARTIAL if book.troubles else ReadStatus.OK,
        reason=" ".join(filter(None, (book.troubles, *_notes(book.laid, has_styles=has_styles)))),
    )


def read_laid(data: bytes, every_cell: bool) -> LaidWorkbook:
    """Return a spreadsheet file laid out; in a guarded process. Raises `UnreadableError` in plain words."""
    from .values import read_values  # the library behind it is not needed in the process that asks

    with _uncollected():
        values = read_values(data)
        laid = lay_out([_table(sheet) for sheet in values.sheets], every_cell=every_cell)
        hidden = tuple(_hidden(values))[:_MOST_HIDDEN]
    troubles = " ".join(_troubles(values))
    if not any(table.rows for table in laid.tables):
        raise UnreadableError(troubles or "It holds no text: every cell of every sheet is empty.")
    return LaidWorkbook(laid=laid, title=values.title, hidden=hidden, troubles=troubles, links=values.links)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage for a while: among tens of thousands of cells there is none, and looking takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _table(sheet: SheetValues) -> Table:
    look = sheet.look
    return Table(
        name=sheet.name,
        rows=sheet.rows,
        merged=sheet.merged,
        unseen=look.hidden,
        unseen_rows=_numbers(look.hidden_rows, sheet.rows[-1].number if sheet.rows else 0),
        unseen_columns=_numbers(look.hidden_columns, max((row.columns[-1] for row in sheet.rows), default=0)),
    )


def _numbers(ranges: Sequence[tuple[int, int]], last: int) -> frozenset[int]:
    """Return the numbers in the ranges, none beyond the last one in use."""
    return frozenset(number for start, end in ranges for number in range(start, min(end, last) + 1))


def _troubles(values: WorkbookValues) -> Iterator[str]:
    """Yield what was not read, in plain words."""
    yield from (sheet.problem for sheet in values.sheets if sheet.problem)
    if values.cut:
        yield TOO_MANY
    unsaved = [f"{sheet.name} {place}" for sheet in values.sheets for place in sheet.look.unsaved]
    if unsaved:
        cells = "1 cell holds a formula" if len(unsaved) == 1 else f"{len(unsaved):,} cells hold a formula"
        yield f"{cells} without a stored result (first: {unsaved[0]}). Open the file in Excel and save it."


def _notes(laid: Laid, *, has_styles: bool) -> Iterator[str]:
    yield picked_note(laid)
    if not has_styles and "0." in laid.text:
        yield _NO_FORMATS


def _hidden(values: WorkbookValues) -> Iterator[HiddenMatter]:
    for sheet in values.sheets:
        if sheet.look.hidden:
            told = " ".join(text for row in sheet.rows[:10] for text in row.texts)
            yield HiddenMatter(kind="hidden sheet", place=sheet.name, text=told[:_LONGEST])
        yield from _hidden_rows_and_columns(sheet)
        yield from _white(sheet)
    yield from values.hidden


def _hidden_rows_and_columns(sheet: SheetValues) -> Iterator[HiddenMatter]:
    look: SheetLook = sheet.look
    for first, last in look.hidden_rows:
        texts = [text for row in sheet.rows if first <= row.number <= last for text in row.texts]
        if texts:
            place = f"{sheet.name} row {first}" if first == last else f"{sheet.name} rows {first} to {last}"
            yield HiddenMatter(kind="hidden rows", place=place, text=" ".join(texts)[:_LONGEST])
    for first, last in look.hidden_columns:
        cells = (zip(row.columns, row.texts, strict=True) for row in sheet.rows)
        texts = [text for row in cells for column, text in row if first <= column <= last]
        if texts:
            names = column_letters(first) + (f" to {column_letters(last)}" if last > first else "")
            yield HiddenMatter(
                kind="hidden columns", place=f"{sheet.name} column {names}", text=" ".join(texts)[:_LONGEST]
            )


def _white(sheet: SheetValues) -> Iterator[HiddenMatter]:
    places = {place for place, shown in sheet.look.shown.items() if shown.white}
    if not places:
        return
    rows = {row.number: row for row in sheet.rows}
    for place in sorted(places, key=lambda place: (int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), place)):
        letters = place.rstrip("0123456789")
        row = rows.get(int(place[len(letters) :]))
        cells = dict(zip(row.columns, row.texts, strict=True)) if row else {}
        if text := cells.get(column_number(letters)):
            yield HiddenMatter(kind="white text", place=f"{sheet.name} {place}", text=text[:_LONGEST])

"""Reader for tables saved as text: comma, semicolon, tab or bar between the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from checker import Document, ReadStatus, Source, UnreadableError

from .decoding import decode
from .layout import blocks_of, lay_out, picked_note
from .rows import TOO_MANY, Room, Row, Table

_DELIMITERS = ",;\t|"
_LOOKED_AT = 20
_SAMPLE = 20_000
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOST_DIGITS = re.compile(r"\d\.\d+E\+1[1-9]", re.IGNORECASE)
_UNPRINTED = re.compile(r"[\x01-\x08\x0b-\x1f\x7f]")


def read_delimited(source: Source) -> Document:
    """
    Read a table saved as text. A line break inside quotes belongs to the cell.

    A cell is named as a spreadsheet would name it ("B7"), and `line` is the line of the file where its row begins.
    """
    text, note = decode(source.data)
    given = _SEPARATOR_LINE.match(text)
    delimiter = given[1] if given else "\t" if source.suffix in (".tsv", ".tab") else delimiter_of(text)
    rows, cut, broken = _rows(text, delimiter, skipped=bool(given))
    if not rows:
        msg = "It holds no text: every cell is empty."
        raise UnreadableError(msg)
    laid = lay_out([Table(rows=tuple(rows))], every_cell=source.every_cell)
    notes = [part for part in (note, cut, broken, _lost_digits(laid.text), picked_note(laid)) if part]
    return Document(
        name=source.name,
        text=laid.text,
        blocks=blocks_of(laid),
        status=ReadStatus.PARTIAL if cut or broken else ReadStatus.OK,
        reason=" ".join(notes),
    )


def delimiter_of(text: str) -> str:
    """Return the sign between the cells: the one that cuts most of the first lines into equally many, else a comma."""
    sample = text[:_SAMPLE]
    counted = []
    for sign in _DELIMITERS:
        widths = _widths(sample, sign)
        several = [width for width in widths if width > 1]
        usual = max(set(several), key=several.count, default=0)
        counted.append((several.count(usual), usual, -_DELIMITERS.index(sign), sign))
    return max(counted)[-1] if counted else ","


def _widths(sample: str, sign: str) -> list[int]:
    widths: list[int] = []
    try:
        for cells in csv.reader(StringIO(sample, newline=""), delimiter=sign):
            widths.append(len(cells))
            if len(widths) == _LOOKED_AT:
                break
    except csv.Error:
        pass  # a field that is too long says nothing of the others
    return widths


def _rows(text: str, delimiter: str, *, skipped: bool) -> tuple[list[Row], str, str]:
    """Return the rows, and in plain words what was left out and where the reading broke off."""
    rows: list[Row] = []
    room = Room()
    try:
        for number, line, cells in _records(text, delimiter, skipped=skipped):
            filled = [(column, cell) for column, cell in enumerate(cells, 1) if cell]
            if filled:
                columns, texts = zip(*filled, strict=True)
                if not room.takes(texts):
                    return rows, TOO_MANY, ""
                rows.append(Row(number=number, columns=columns, texts=texts, line=line))
    except csv.Error as error:
        last = rows[-1].line if rows else 1
        return rows, "", f"It was read up to line {last} only: {error}. Check the quotation marks after that line."
    return rows, "", ""


def _records(text: str, delimiter: str, *, skipped: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield number, first line and cells of each record; a line that only names the delimiter is no record."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    for number, cells in enumerate(reader, 0 if skipped else 1):
        if number:
            yield number, before + 1, [_UNPRINTED.sub(" ", cell.replace("\r\n", "\n")).strip() for cell in cells]
        before = reader.line_num


def _lost_digits(text: str) -> str:
    found = _LOST_DIGITS.findall(text)
    if not found:
        return ""
    cells = "1 long number was" if len(found) == 1 else f"{len(found):,} long numbers were"
    return f"{cells} cut by the program that saved the file (first: {found[0]}): numbers of cases may be wrong."

"""Streams the sheets of an OpenDocument spreadsheet: rows and cells, hidden ones, comments."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import BlockKind, column_letters

from ..pieces import Gathered, Piece
from ..references import find_links
from ..xml_stream import Attributes, Handlers, plain
from .cells import Cell, Header, Row, find_header, shown_day
from .flow import SVG
from .grid import repeats
from .styles import Styles
from .telling import NOTE, Telling

_SKIPPED = frozenset({"shapes", "forms", "tracked-changes", "content-validations", f"{SVG} desc", f"{SVG} title"})
_MOST_REPEATS = 1_000
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_HEADER_WITHIN = 15
_MOST_CELLS_IN_ROW = 20_000
_COLUMNS_REPEATED = "number-columns-repeated"
_MOST_ELEMENTS = 2_500_000
"""A cell has two, so this is somewhat more than a million cells."""
_TOO_WIDE = f"It has rows of more than {_MOST_COLUMNS:,} cells; the rest of them was not read."


class Sheets:
    """
    Handlers for the content. A row or cell that stands there many times is read up to 1,000 times; the column names
    are looked for in the first 15 rows of each sheet.
    """

    def __init__(self, gathered: Gathered, styles: Styles, *, every_cell: bool = False) -> None:
        self._gathered, self._styles = gathered, styles
        self._every_cell, self._telling = every_cell, Telling()
        self._sheet, self._is_hidden = "", False
        self._row_hidden = False
        self._row = self._column = self._row_repeats = self._cell_repeats = 0
        self._cells: list[Cell] = []
        self._top: list[Row] = []
        self._header: Header | None = None
        self._lines: list[list[str]] = []
        self._links: list[tuple[str, str]] = []
        self._target = ""
        self._value: Mapping[str, str] = {}
        self._comment: list[str] | None = None
        self._in_cell = self._takes = False

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={**self._styles.starts(), **self._starts()},
            end=self._ends(),
            text=self._text,
            skipped=_SKIPPED,
            most_elements=_MOST_ELEMENTS,
        )

    def finish(self) -> None:
        """Take what hangs in the air where the text breaks off."""
        self._end_row()
        self._end_sheet()

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            "table": self._begin_sheet,
            "table-row": self._begin_row,
            "table-cell": self._begin_cell,
            "covered-table-cell": self._begin_cell,
            "p": self._begin_line,
            "s": lambda _: self._text(" "),
            "tab": lambda _: self._text(" "),
            "line-break": lambda _: self._begin_line({}),
            "a": self._begin_link,
            "annotation": self._begin_comment,
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        return {
            "table": self._end_sheet,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "p": self._end_line,
            "annotation": self._end_comment,
        }

    def _begin_sheet(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._sheet, self._row, self._top, self._header = attributes.get("name", ""), 0, [], None
        self._telling = Telling()
        self._is_hidden = bool(self._styles.of("table", attributes.get("style-name", "")).hidden)
        if self._is_hidden:
            self._gathered.hide("hidden sheet", self._sheet, "")

    def _end_sheet(self) -> None:
        self._decide_header()
        self._header = None

    def _begin_row(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._row, self._column, self._cells = self._row + 1, 0, []
        self._row_repeats = repeats(attributes, "number-rows-repeated")
        self._row_hidden = attributes.get("visibility", "visible") != "visible"

    def _end_row(self) -> None:
        if self._cells:
            row = Row(number=self._row, cells=tuple(self._cells), hidden=self._row_hidden)
            if self._row_hidden:
                words = "; ".join(" ".join(cell.lines) for cell in row.cells)
                self._gathered.hide("hidden row", f"{self._sheet}, row {self._row}", words)
            for further in range(self._bounded(self._row_repeats, "row", f"row {self._row}")):
                self._take(row.again(further))
        self._row = min(self._row + self._row_repeats - 1, _MOST_ROWS) if self._row_repeats else self._row
        self._cells, self._row_repeats = [], 0

    def _bounded(self, count: int, what: str, place: str) -> int:
        if count > _MOST_REPEATS:
            self._gathered.trouble(
                f"In the sheet {self._sheet} a {what} ({place}) stands {count:,} times; {_MOST_REPEATS:,} were read."
            )
        return min(count, _MOST_REPEATS)

    def _begin_cell(self, raw: Attributes) -> None:
        self._value = value = plain(raw)
        self._cell_repeats = repeats(value, _COLUMNS_REPEATED) if _COLUMNS_REPEATED in value else 1
        self._lines, self._links, self._in_cell = [], [], True

    def _end_cell(self) -> None:
        if self._lines and (lines := self._shown_lines()):
            if self._column >= _MOST_COLUMNS:
                self._gathered.trouble(_TOO_WIDE)
            elif len(self._cells) < _MOST_CELLS_IN_ROW:
                self._keep_cell(lines)
        self._column = min(self._column + self._cell_repeats, _MOST_COLUMNS)
        self._in_cell = False

    def _shown_lines(self) -> tuple[str, ...]:
        lines = tuple([text for line in self._lines if (text := " ".join("".join(line).split()))])
        if lines and self._value.get("value-type") == "date":
            return (shown_day(self._value.get("date-value", "")) or lines[0],)
        return lines

    def _keep_cell(self, lines: tuple[str, ...]) -> None:
        is_text, links = self._value.get("value-type", "string") == "string", tuple(self._links)
        times = self._cell_repeats
        if times > 1:
            times = self._bounded(times, "cell", f"{column_letters(self._column + 1)}{self._row}")
        for column in range(self._column + 1, self._column + times + 1):
            self._cells.append(Cell(column=column, lines=lines, is_text=is_text, links=links))

    def _begin_line(self, _: Attributes) -> None:
        self._takes = True
        if self._comment is None:
            self._lines.append([])

    def _end_line(self) -> None:
        self._takes = False

    def _text(self, words: str) -> None:
        if not (self._takes and self._in_cell):
            return
        if self._comment is not None:
            self._comment.append(words)
        elif self._lines:
            self._lines[-1].append(words)
            if self._target:
                self._links.append((words, self._target))
                self._target = ""

    def _begin_link(self, raw: Attributes) -> None:
        self._target = plain(raw).get("href", "")

    def _begin_comment(self, _: Attributes) -> None:
        self._comment = []

    def _end_comment(self) -> None:
        place = f"{self._sheet}!{column_letters(self._column + 1)}{self._row}"
        self._gathered.hide("comment", place, " ".join(self._comment or ()))
        self._comment = None

    def _take(self, row: Row) -> None:
        if self._header is not None:
            self._gathered.add(self._pieces(row, self._header))
            return
        self._top.append(row)
        if len(self._top) > _HEADER_WITHIN:
            self._decide_header()

    def _decide_header(self) -> None:
        if self._header is None and self._top:
            self._header = find_header(self._top)
            for row in self._top:
                self._gathered.add(self._pieces(row, self._header))
            self._top = []

    def _pieces(self, row: Row, header: Header) -> list[Piece]:
        if not self._every_cell and self._telling.is_large_with(row):
            return self._large_pieces(row, header)
        pieces: list[Piece] = []
        is_hidden = self._is_hidden or row.hidden or row.number == header.row
        for cell in row.cells:
            name = header.names.get(cell.column, "") if row.number > header.row else ""
            path = tuple(filter(None, (self._sheet, name)))
            links = list(cell.links)
            for number, line in enumerate(cell.lines):
                pieces.append(
                    Piece(
                        text=line,
                        kind=BlockKind.FURNITURE if is_hidden else BlockKind.TABLE_CELL,
                        sheet=self._sheet or None,
                        cell=f"{column_letters(cell.column)}{row.number}",
                        heading_path=path,
                        links=find_links(line, links),
                        same_line=bool(pieces) and number == 0,
                    )
                )
        return pieces

    def _large_pieces(self, row: Row, header: Header) -> list[Piece]:
        """Return a row far down in a large sheet: what it says anew as blocks, the rest as text alone."""
        self._gathered.note(NOTE)
        pieces: list[Piece] = []
        is_shown = not self._is_hidden and not row.hidden
        for cell in row.cells:
            text = " ".join(cell.lines)
            is_block = is_shown and self._telling.is_new(cell.column, text)
            if pieces and not is_block and not pieces[-1].is_block:
                pieces[-1].text += f"\t{text}"
                continue
            name = header.names.get(cell.column, "")
            piece = Piece(text=text, kind=BlockKind.TABLE_CELL, same_line=bool(pieces), is_block=is_block)
            if is_block:
                piece.sheet, piece.cell = self._sheet or None, f"{column_letters(cell.column)}{row.number}"
                piece.heading_path = tuple(filter(None, (self._sheet, name)))
                piece.links = find_links(text, list(cell.links))
            pieces.append(piece)
        return pieces

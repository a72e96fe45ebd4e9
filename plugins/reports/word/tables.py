"""Tables: a head that comes again on each page, rows that stay whole, cells coloured by the word they begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from ..content.parts import Line, Piece, Table, Tag
from ..safe_text import one_line, shortened
from .elements import element, shading
from .lines import add_line, add_text
from .styles import CELL, FILLS, HEAD_FILL, SMALL_CELL, WIDTH_CM

_TWIPS_A_CM: Final = 567
_SIGNS_A_LINE: Final = 124
_ONE_LINE: Final = 17
_WIDEST: Final = 160
_MARGINS: Final = 4
_ROOM_TO_WRITE: Final = "680"
_BORDER: Final = {"val": "single", "sz": "4", "space": "0", "color": "B1B4B6"}
_LONG_ROW: Final = 900
"""Characters from which a row may break over pages: kept whole it would leave half a page empty."""


def add_table(document: Document, part: Table, places: Mapping[str, str]) -> None:
    """Add a table with its caption before and its note behind."""
    add_text(document.add_paragraph(style="Caption"), part.caption)
    widths = _widths(part)
    table = element("tbl")
    table.append(_properties(part))
    grid = element("tblGrid")
    for width in widths:
        grid.append(element("gridCol", w=str(width)))
    table.append(grid)
    document.element.body._insert_tbl(table)
    filler = _Filler(WordTable(table, document._body), places, widths, document.styles[_style(part)].style_id)
    filler.head(part.head, kept=part.to_fill)
    for place, row in enumerate(part.rows, start=1):
        filler.row(row, to_fill=part.to_fill, kept=part.to_fill and place < len(part.rows))
    behind = document.add_paragraph(style="Note")
    if part.note:
        add_text(behind, part.note)


def _style(part: Table) -> str:
    return CELL if part.to_fill else SMALL_CELL


class _Filler:
    """
    Fills one table row by row. Cells are made as XML and styled by the style's id: python-docx would look for each cell
    in the whole table, and for each style by its name. A row that is `kept` stays on the page of the next.
    """

    def __init__(self, table: WordTable, places: Mapping[str, str], widths: Sequence[int], style: str) -> None:
        self._table = table
        self._places = places
        self._widths = widths
        self._style = style

    def head(self, names: Sequence[str], *, kept: bool) -> None:
        row = self._row(element("cantSplit"), element("tblHeader"))
        for name, width in zip(names, self._widths, strict=True):
            add_text(self._cell(row, width, HEAD_FILL, kept=kept), name, bold=True)

    def row(self, line: tuple[Line, ...], *, to_fill: bool, kept: bool) -> None:
        whole = sum(len(_text(piece)) for cell in line for piece in cell) < _LONG_ROW
        height = [element("trHeight", val=_ROOM_TO_WRITE, hRule="atLeast")] if to_fill else []
        row = self._row(*([element("cantSplit")] if whole else []), *height)
        for cell, width in zip(line, self._widths, strict=True):
            add_line(self._cell(row, width, _fill(cell), kept=kept), cell, self._places)

    def _row(self, *properties: BaseOxmlElement) -> BaseOxmlElement:
        row = element("tr")
        about = element("trPr")
        about.extend(properties)
        row.append(about)
        self._table._tbl.append(row)
        return row

    def _cell(self, row: BaseOxmlElement, width: int, fill: str, *, kept: bool) -> Paragraph:
        cell = element("tc")
        about = element("tcPr")
        about.append(element("tcW", w=str(width), type="dxa"))
        if fill:
            about.append(shading(fill))
        paragraph = element("p")
        cell.extend((about, paragraph))
        row.append(cell)
        found = Paragraph(paragraph, self._table)
        found._p.style = self._style
        if kept:
            found.paragraph_format.keep_with_next = True
        return found


def _fill(cell: Line) -> str:
    first = cell[0] if cell else ""
    return FILLS.get(first.value, "") if isinstance(first, Tag) else ""


def _properties(part: Table) -> BaseOxmlElement:
    about = element("tblPr")
    about.append(element("tblW", w=str(round(WIDTH_CM * _TWIPS_A_CM)), type="dxa"))
    borders = element("tblBorders")
    borders.extend(element(side, **_BORDER) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = element("tblCellMar")
    margins.extend(
        element(side, w=width, type="dxa")
        for side, width in (("top", "40"), ("left", "80"), ("bottom", "40"), ("right", "80"))
    )
    described = f"{part.caption}. Columns: {', '.join(part.head)}. Rows: {len(part.rows)}."
    about.extend((borders, element("tblLayout", type="fixed"), margins))
    about.append(
        element("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1")
    )
    about.append(element("tblCaption", val=shortened(one_line(part.caption), 250)))
    about.append(element("tblDescription", val=shortened(one_line(described), 500)))
    return about


def _widths(part: Table) -> list[int]:
    """Share the page's width out: room for the longest word of each column first, the rest by how much stands in it."""
    columns = [_texts(part, place) for place in range(len(part.head))]
    floors = [_floor(column) for column in columns]
    wishes = [
        max(sum(map(len, column)) // len(column) - floor, 0) for column, floor in zip(columns, floors, strict=True)
    ]
    left = max(_SIGNS_A_LINE - sum(floors), 0)
    shares = [left * min(wish, _WIDEST) / max(sum(min(one, _WIDEST) for one in wishes), 1) for wish in wishes]
    sizes = [floor + share for floor, share in zip(floors, shares, strict=True)]
    total = round(WIDTH_CM * _TWIPS_A_CM)
    widths = [int(total * size / sum(sizes)) for size in sizes]
    widths[0] += total - sum(widths)
    return widths


def _texts(part: Table, place: int) -> list[str]:
    return [part.head[place], *("".join(map(_text, row[place])) for row in part.rows)]


def _floor(column: Sequence[str]) -> int:
    """Return the narrowest that a column may be, in letters; short cells such as dates stay on one line."""
    longest = max(map(len, column))
    if longest <= _ONE_LINE:
        return longest + _MARGINS
    longest_word = max(len(word) for cell in column for word in (cell.replace("-", "- ").split() or [""]))
    return min(longest_word, _ONE_LINE) + _MARGINS


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text

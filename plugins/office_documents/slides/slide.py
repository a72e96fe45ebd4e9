"""Streams one slide, or the notes that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..accessibility import Accessibility
from ..pieces import Piece
from ..related import Related
from ..xml_stream import Attributes, Handlers, plain
from .shapes import Line, Shape

_NO = frozenset({"0", "false"})
_SKIPPED = frozenset({"Fallback"})
"""`Fallback` says for old programs once more what came before."""


class Slide:
    """Handlers for one slide. `hidden`: it is not shown. Shapes keep the order of the file."""

    def __init__(self, related: Related, accessibility: Accessibility) -> None:
        self.hidden = False
        self.shapes: list[Shape] = []
        self.drawings: list[Piece] = []
        self._related, self._accessibility = related, accessibility
        self._takes = False
        self._is_described = False
        self._run: list[str] = []
        self._target = ""
        self._row = self._column = 0
        self._has_label_row = False

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(start=self._starts(), end=self._ends(), text=self._text, skipped=_SKIPPED)

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            "sld": self._look_whether_hidden,
            "sp": lambda _: self.shapes.append(Shape()),
            "ph": self._place,
            "p": lambda _: self._shape().lines.append(Line()),
            "t": self._begin_words,
            "br": lambda _: self._add("\n"),
            "buNone": lambda _: self._bullet(False),
            "buChar": lambda _: self._bullet(True),
            "buAutoNum": lambda _: self._bullet(True),
            "hlinkClick": self._link,
            "cNvPr": self._describe,
            "decorative": self._decorate,
            "chart": lambda raw: self._draw(plain(raw).get("id", "")),
            "relIds": lambda raw: self._draw(plain(raw).get("dm", "")),
            "oleObj": self._note_object,
            "tbl": self._begin_table,
            "tblPr": self._table_look,
            "tr": self._begin_row,
            "tc": self._begin_cell,
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        return {
            "t": self._end_words,
            "r": self._end_run,
            "fld": self._end_run,
            "tbl": self._end_table,
            "nvPicPr": self._end_picture,
        }

    def _look_whether_hidden(self, raw: Attributes) -> None:
        self.hidden = plain(raw).get("show", "1") in _NO

    def _place(self, raw: Attributes) -> None:
        self._shape().role = plain(raw).get("type", "obj")

    def _shape(self) -> Shape:
        if not self.shapes:
            self.shapes.append(Shape())
        return self.shapes[-1]

    def _begin_words(self, _: Attributes) -> None:
        self._takes = True

    def _end_words(self) -> None:
        self._takes = False

    def _text(self, words: str) -> None:
        if self._takes:
            self._add(words)
            self._run.append(words)

    def _add(self, words: str) -> None:
        if self.shapes and self.shapes[-1].lines:
            self.shapes[-1].lines[-1].words.append(words)

    def _bullet(self, shown: bool) -> None:
        if self.shapes and self.shapes[-1].lines:
            self.shapes[-1].lines[-1].bullet = shown

    def _link(self, raw: Attributes) -> None:
        self._target = self._related.target(plain(raw).get("id", ""))

    def _end_run(self) -> None:
        if self._target and self._run and self.shapes and self.shapes[-1].lines:
            self.shapes[-1].lines[-1].links.append(("".join(self._run), self._target))
        self._run, self._target = [], ""

    def _describe(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._is_described = bool(attributes.get("descr", "").strip() or attributes.get("title", "").strip())

    def _decorate(self, raw: Attributes) -> None:
        self._is_described |= plain(raw).get("val", "1") not in _NO

    def _end_picture(self) -> None:
        self._accessibility.picture(described=self._is_described)

    def _draw(self, relation: str) -> None:
        self._accessibility.picture(described=self._is_described)
        if relation:
            self.drawings += self._related.drawing(relation)

    def _note_object(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._related.note_object(attributes.get("id", ""), attributes.get("progId", ""))

    def _begin_table(self, _: Attributes) -> None:
        self._row, self._has_label_row = 0, False

    def _table_look(self, raw: Attributes) -> None:
        self._has_label_row = plain(raw).get("firstRow", "0") not in _NO

    def _begin_row(self, _: Attributes) -> None:
        self._row, self._column = self._row + 1, 0

    def _begin_cell(self, _: Attributes) -> None:
        self._column += 1
        is_label = self._has_label_row and self._row == 1
        self.shapes.append(Shape(cell=f"r{self._row}c{self._column}", is_label=is_label))

    def _end_table(self) -> None:
        self.shapes.append(Shape())

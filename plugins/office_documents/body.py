"""Streams the body of a Word file, or its notes, into pieces of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import BlockKind, HiddenMatter

from .paragraphs import Paragraph, Piece, Run
from .styles import Styles, is_on, outline_level
from .tables import Tables

_LONGEST_HIDDEN = 300
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset(
    {"Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "rt"}
)
"""
A text box comes twice (`Fallback` is for old programs); what changed in format is not text; `rt` is how a word is
spoken.
"""
_DELETED = frozenset({"del", "moveFrom"})
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Body:
    """Handlers for one part. `kind` is given for parts whose blocks are all of one kind, such as footnotes."""

    def __init__(self, styles: Styles, kind: BlockKind | None = None) -> None:
        self.pieces: list[Piece] = []
        self.hidden: list[HiddenMatter] = []
        self.has_unread_parts = False
        self._styles = styles
        self._kind = kind
        self._paragraphs: list[Paragraph] = []
        self._run = Run()
        self._tables = Tables()
        self._fields: list[str] = []
        self._controls: list[set[str]] = []
        self._skipped = self._deleted = self._paragraph_properties = self._run_properties = 0
        self._takes = ""
        self._number = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if (
            self._skipped
            or name in _SKIPPED
            or (name in ("footnote", "endnote") and attributes.get("type") in _NO_NOTES)
        ):
            self._skipped += 1
        elif name in _STARTS:
            _STARTS[name](self, attributes)
        elif name in _DELETED:
            self._deleted += not self._run_properties
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif self._paragraphs and (self._paragraph_properties or self._run_properties):
            self._property(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif name in _ENDS:
            _ENDS[name](self)
        elif name in _DELETED:
            self._deleted -= not self._run_properties

    def text(self, words: str) -> None:
        """Take characters; only those of text elements count."""
        if self._skipped or not self._takes:
            return
        if self._takes == "instrText" and self._fields:
            self._fields[-1] += words
        elif self._takes == "delText" or self._deleted:
            if self._paragraphs:
                self._paragraphs[-1].deleted_words.append(words)
        elif self._takes == "t":
            self._add(words)

    def _add(self, words: str) -> None:
        if not self._paragraphs or self._paragraph_properties or self._deleted or self._in_control("placeholder"):
            return
        paragraph = self._paragraphs[-1]
        paragraph.in_contents |= self._in_control("contents") or any(
            field.split()[:1] == ["TOC"] for field in self._fields
        )
        paragraph.add(words, self._run)

    def _in_control(self, mark: str) -> bool:
        return any(mark in control for control in self._controls)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        paragraph = self._paragraphs[-1]
        if self._paragraph_properties:
            if self._run_properties:
                return  # the look of the paragraph mark itself
            if name == "pStyle":
                paragraph.style = self._styles.of(value)
            elif name == "numId":
                paragraph.is_list = value != "0"
            elif name == "outlineLvl":
                paragraph.level = outline_level(value)
        elif name == "rStyle":
            self._run.style = self._styles.of(value)
        elif name == "b":
            self._run.bold = is_on(attributes.get("val", "1"))
        elif name == "vanish":
            self._run.hidden = is_on(attributes.get("val", "1"))

    def _begin_paragraph(self, _: Mapping[str, str]) -> None:
        self._paragraphs.append(Paragraph(style=self._styles.of("")))
        self._number += 1

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        made = [*paragraph.pieces(self._tables.present, self._kind), *paragraph.inner]
        (self._paragraphs[-1].inner if self._paragraphs else self.pieces).extend(made)
        for kind, words in (("hidden text", paragraph.hidden_words), ("tracked change", paragraph.deleted_words)):
            text = " ".join("".join(words).split())
            if text:
                self.hidden.append(
                    HiddenMatter(kind=kind, place=f"paragraph {self._number}", text=text[:_LONGEST_HIDDEN])
                )

    def _begin_run(self, _: Mapping[str, str]) -> None:
        self._run = Run()

    def _begin_field_mark(self, attributes: Mapping[str, str]) -> None:
        mark = attributes.get("fldCharType")
        if mark == "begin":
            self._fields.append("")
        elif mark == "end":
            self._end_field()

    def _end_field(self) -> None:
        if self._fields:
            self._fields.pop()

    def _end_control(self) -> None:
        if self._controls:
            self._controls.pop()

    def _mark_control(self, mark: str) -> None:
        if self._controls:
            self._controls[-1].add(mark)

    def _take(self, element: str) -> None:
        self._takes = element

    def _within(self, counter: str, step: int) -> None:
        setattr(self, counter, getattr(self, counter) + step)

    def _found_unread_part(self, _: Mapping[str, str]) -> None:
        self.has_unread_parts = True

    def _gallery(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("val") == "Table of Contents":
            self._mark_control("contents")


_STARTS: Mapping[str, Callable[[Body, Mapping[str, str]], None]] = {
    "p": Body._begin_paragraph,
    "r": Body._begin_run,
    "t": lambda body, _: body._take("t"),
    "delText": lambda body, _: body._take("delText"),
    "instrText": lambda body, _: body._take("instrText"),
    "pPr": lambda body, _: body._within("_paragraph_properties", 1),
    "rPr": lambda body, _: body._within("_run_properties", 1),
    "fldChar": Body._begin_field_mark,
    "fldSimple": lambda body, attributes: body._fields.append(attributes.get("instr", "")),
    "sdt": lambda body, _: body._controls.append(set()),
    "docPartGallery": Body._gallery,
    "showingPlcHdr": lambda body, _: body._mark_control("placeholder"),
    "txbxContent": lambda body, _: body._tables.begin_box(),
    "tbl": lambda body, _: body._tables.begin_table(),
    "tr": lambda body, _: body._tables.begin_row(),
    "tblHeader": lambda body, attributes: body._tables.label_row(attributes),
    "tc": lambda body, _: body._tables.begin_cell(),
    "gridSpan": lambda body, attributes: body._tables.span(attributes),
    "altChunk": Body._found_unread_part,
}
_ENDS: Mapping[str, Callable[[Body], None]] = {
    "p": Body._end_paragraph,
    "t": lambda body: body._take(""),
    "delText": lambda body: body._take(""),
    "instrText": lambda body: body._take(""),
    "pPr": lambda body: body._within("_paragraph_properties", -1),
    "rPr": lambda body: body._within("_run_properties", -1),
    "fldSimple": Body._end_field,
    "sdt": lambda body: body._end_control(),
    "txbxContent": lambda body: body._tables.end_box(),
    "tbl": lambda body: body._tables.end_table(),
}

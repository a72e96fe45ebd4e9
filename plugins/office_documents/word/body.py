"""Streams one part of a Word file that holds text: the body, notes, a page header."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import BlockKind

from ..accessibility import Accessibility
from ..pieces import Gathered
from ..related import Related
from ..xml_stream import Attributes, Handlers, plain
from .looks import Looks
from .paragraphs import Paragraph
from .pictures import Pictures
from .place import Place
from .references import References
from .styles import Styles, value_of
from .symbols import symbol
from .tables import Tables

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset(
    {"Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "rt"}
)
"""
A text box comes twice (`Fallback` is for old programs); what changed in format is not text; `rt` is how a word is
spoken.
"""
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_TRACKED = frozenset({"deleted", "inserted"})


class Body:
    """
    Handlers for one part. `kind` is given for parts whose blocks are all of one kind, such as footnotes; `what` names
    such a part where its hidden matter is told.
    """

    def __init__(
        self,
        gathered: Gathered,
        styles: Styles,
        related: Related,
        accessibility: Accessibility,
        *,
        kind: BlockKind | None = None,
        what: str = "",
    ) -> None:
        self._gathered, self._accessibility, self._kind, self._what = gathered, accessibility, kind, what
        self._place = Place()
        self._default = styles.of("")
        self._related = related
        self._tables = Tables(lambda place, colour: gathered.hide("colour only", place, colour))
        self._looks = Looks(self._place, styles, self._tables)
        self._references = References(self._place, related.target)
        self._pictures = Pictures(self._place, accessibility, related)
        self._takes: Callable[[str], None] | None = None
        self._carried: list[str] = []

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={
                **{name: self._sign(text) for name, text in _SIGNS.items()},
                **self._looks.starts(),
                **self._references.starts(),
                **self._pictures.starts(),
                **self._tables.starts(),
                **self._starts(),
            },
            end={**self._looks.ends(), **self._references.ends(), **self._tables.ends(), **self._ends()},
            text=self._text,
            skipped=_SKIPPED,
        )

    def finish(self) -> None:
        """Take what still hangs in the air where the text breaks off."""
        while self._place.paragraphs:
            self._end_paragraph()
        if self._carried:
            self._begin_paragraph({})
            self._end_paragraph()

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            "p": self._begin_paragraph,
            "t": self._taking(self._say),
            "delText": self._taking(lambda words: self._set_apart("deleted", words)),
            "instrText": self._taking(self._references.instruct),
            "sym": self._say_symbol,
            "lastRenderedPageBreak": self._turn_page,
            "ins": self._change("inserted", 1),
            "moveTo": self._change("inserted", 1),
            "del": self._change("deleted", 1),
            "moveFrom": self._change("deleted", 1),
            "sdt": lambda _: self._place.controls.append(set()),
            "docPartGallery": self._gallery,
            "showingPlcHdr": lambda _: self._place.mark_control("placeholder"),
            "footnote": self._begin_note,
            "endnote": self._begin_note,
            "altChunk": lambda raw: self._related.insert(plain(raw).get("id", "")),
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        return {
            "p": self._end_paragraph,
            "t": self._take_nothing,
            "delText": self._take_nothing,
            "instrText": self._take_nothing,
            "ins": lambda: self._change("inserted", -1)({}),
            "moveTo": lambda: self._change("inserted", -1)({}),
            "del": lambda: self._change("deleted", -1)({}),
            "moveFrom": lambda: self._change("deleted", -1)({}),
            "sdt": self._place.end_control,
        }

    def _text(self, words: str) -> None:
        if self._takes:
            self._takes(words)

    def _taking(self, what: Callable[[str], None]) -> Callable[[Attributes], None]:
        def start(_: Attributes) -> None:
            self._takes = what

        return start

    def _take_nothing(self) -> None:
        self._takes = None

    def _say(self, words: str) -> None:
        """Take words of the text."""
        place = self._place
        if not place.paragraphs:
            return
        paragraph = place.paragraphs[-1]
        if not place.is_plain:
            if place.is_silent:
                return
            if place.deleted:
                paragraph.set_apart("deleted", words)
                return
            if place.inserted:
                paragraph.set_apart("inserted", words)
            paragraph.in_contents |= place.is_contents
        if paragraph.page is None:
            paragraph.page = place.page
        if self._looks.run or paragraph.style.hidden or paragraph.style.white:
            on_white = not (self._tables.present or self._tables.in_box or self._looks.dark_page)
            paragraph.add(words, self._looks.run, on_white=on_white)
        else:  # there is nothing to weigh: by far the commonest case
            paragraph.add_plain(words)

    def _set_apart(self, kind: str, words: str) -> None:
        if self._place.paragraph:
            self._place.paragraph.set_apart(kind, words)

    def _sign(self, text: str) -> Callable[[Attributes], None]:
        def start(_: Attributes) -> None:
            if not self._looks.in_paragraph_properties:  # there a tab is a tab stop
                self._say(text)

        return start

    def _say_symbol(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._say(symbol(attributes.get("font", ""), attributes.get("char", "")))

    def _change(self, counter: str, step: int) -> Callable[[Attributes], None]:
        def mark(_: Attributes) -> None:
            if not self._looks.in_run_properties:
                setattr(self._place, counter, max(0, getattr(self._place, counter) + step))
            elif self._looks.in_paragraph_properties and self._place.paragraph and counter == "deleted":
                self._place.paragraph.mark_deleted = True

        return mark

    def _gallery(self, raw: Attributes) -> None:
        if value_of(raw) == "Table of Contents":
            self._place.mark_control("contents")

    def _begin_note(self, raw: Attributes) -> None:
        self._place.is_separator = plain(raw).get("type") in _NO_NOTES

    def _turn_page(self, _: Attributes) -> None:
        if self._place.page is None:
            self._place.page = 1
            for piece in self._gathered.pieces:
                piece.page = 1
        self._place.page += 1

    def _begin_paragraph(self, _: Attributes) -> None:
        paragraph = Paragraph(style=self._default)
        if self._carried:
            paragraph.words, self._carried = self._carried, []
        self._place.paragraphs.append(paragraph)
        self._place.number += 1

    def _end_paragraph(self) -> None:
        if not self._place.paragraphs:
            return
        paragraph = self._place.paragraphs.pop()
        if paragraph.mark_deleted and not self._place.paragraphs:
            self._carried, paragraph.words = paragraph.words, []  # with its mark deleted it goes on in the next one
        made = paragraph.pieces(self._tables.present, self._kind) + paragraph.inner
        if made:
            self._tables.note_text()
            self._accessibility.heading_styles += paragraph.has_heading_style and self._kind is None
        if self._place.paragraphs:
            self._place.paragraphs[-1].inner += made
        else:
            self._gathered.add(made)
        if paragraph.apart:
            self._hide(paragraph.apart)

    def _hide(self, apart: Mapping[str, list[str]]) -> None:
        place = f"{self._what}paragraph {self._place.number}"
        for kind, words in apart.items():
            text = "".join(words)
            if text.strip() and kind in _TRACKED:
                self._gathered.hide("tracked change", f"{place}, {kind}", text)
            elif text.strip():
                self._gathered.hide(kind, place, text)

"""Writes the parts of a report into a Word document, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from ..content.parts import Box, Chart, Entry, Facts, Fold, Group, Heading, Items, Paragraph, Part, Quote, Strong, Table
from .elements import add_bookmark
from .lines import add_line, add_text
from .styles import FACT, LEAD, NOTE, WARNING, prepare
from .tables import add_table

_STYLES = {"": "Normal", "lead": LEAD, "note": NOTE, "warning": WARNING}
_SIDES = {
    "strength": "For",
    "shortfall": "Against",
    "mixed": "Both ways",
    "planned": "Planned",
    "neutral": "Neither for nor against",
}


class Writer:
    """Holds the document while it grows. Parts that a reader would open on demand are shown open."""

    def __init__(self, *, title: str) -> None:
        self.document = docx.Document()
        prepare(self.document, title)
        self._places: dict[str, str] = {}
        self._marked: set[str] = set()
        self._last: WordParagraph

    def write(self, parts: Iterable[Part]) -> None:
        """Write all parts; links lead to those headings and boxes that are among them."""
        whole = tuple(parts)
        anchors = [one.anchor for one in _flat(whole) if isinstance(one, (Heading, Box)) and one.anchor]
        self._places |= {anchor: f"place{number}" for number, anchor in enumerate(dict.fromkeys(anchors), 1)}
        for part, behind in zip_longest(whole, whole[1:]):
            self._part(part)
            if isinstance(part, Paragraph) and isinstance(behind, Items):
                self._last.paragraph_format.keep_with_next = True

    def _part(self, part: Part) -> None:
        match part:
            case Heading():
                self._heading(part)
            case Paragraph():
                add_line(self._paragraph(_STYLES[part.style]), part.line, self._places)
            case Items():
                self._items(part)
            case Facts():
                for name, line in part.rows:
                    paragraph = self._paragraph(FACT)
                    add_text(paragraph, name, bold=True)
                    paragraph.add_run().add_tab()
                    add_line(paragraph, line, self._places)
            case Table():
                add_table(self.document, part, self._places)
            case Quote():
                self._quote(part)
            case Box():
                self._box(part)
            case Entry() | Group():
                self._parts(part.parts)
            case Chart():
                add_text(self._paragraph("Caption"), part.headline)
                add_text(self._paragraph(NOTE), part.told)
                add_table(self.document, part.table, self._places)
            case Fold():
                add_text(self._paragraph("Caption"), part.name)
                self._parts(part.parts)

    def _parts(self, parts: Iterable[Part]) -> None:
        for part in parts:
            self._part(part)

    def _paragraph(self, style: str) -> WordParagraph:
        self._last = self.document.add_paragraph(style=style)
        return self._last

    def _heading(self, part: Heading) -> None:
        heading = self.document.add_heading(level=min(part.level, 4))
        heading.paragraph_format.page_break_before = part.new_page or None
        add_text(heading, part.text)
        if part.tag:
            add_text(heading, f": {part.tag.text}")
        self._mark(heading, part.anchor)

    def _mark(self, paragraph: WordParagraph, anchor: str) -> None:
        if anchor and anchor not in self._marked:
            self._marked.add(anchor)
            add_bookmark(paragraph, len(self._marked), self._places[anchor])

    def _items(self, part: Items) -> None:
        number = self._new_list() if part.ordered else None
        for item in part.items:
            paragraph = self._paragraph("List Number" if part.ordered else "List Bullet")
            if number is not None:
                numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbering.get_or_add_ilvl().val = 0
                numbering.get_or_add_numId().val = number
            add_line(paragraph, item, self._places)

    def _new_list(self) -> int:
        """Return the number of a list that begins at 1 again."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        abstract = numbering.num_having_numId(int(used)).abstractNumId.val
        fresh = numbering.add_num(abstract)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _quote(self, part: Quote) -> None:
        paragraph = self._paragraph("Quote")
        add_line(paragraph, (Strong(f"{_SIDES.get(part.value, 'Said')}: "), f"“{part.text}” "), self._places)
        add_text(paragraph, f"({part.label}; {part.source})")

    def _box(self, part: Box) -> None:
        start = len(self.document.paragraphs) if part.anchor else 0
        self._parts(part.parts)
        if part.anchor:
            self._mark(self.document.paragraphs[start], part.anchor)


def _flat(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, (Box, Entry, Fold, Group)):
            yield from _flat(part.parts)

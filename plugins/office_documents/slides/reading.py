"""Puts the parts of a PowerPoint file together: slides in their order, notes, comments, properties."""

from __future__ import annotations

import re

from checker import BlockKind, Document, UnreadableError, dataclass, field

from ..accessibility import Accessibility
from ..embedded import Embedded
from ..package import OfficePackage
from ..pieces import TOO_MUCH, Gathered, document_of
from ..properties import properties
from ..related import Related
from ..xml_stream import Attributes, BrokenPartError, Handlers, TooMuchError, plain
from .remarks import Remarks
from .slide import Slide

MAIN = "ppt/presentation.xml"
_CUT_OFF = "The file is cut off: what could be saved of it was read."
_SLIDE_NAME = re.compile(r"ppt/slides/slide(\d{1,9})\.xml$")
_SECTION_LAYOUTS = frozenset({"title", "secHead"})


@dataclass(kw_only=True)
class _Reader:
    package: OfficePackage
    main: str
    gathered: Gathered = field(default_factory=Gathered)
    accessibility: Accessibility = field(default_factory=Accessibility)
    title: str = ""

    def __post_init__(self) -> None:
        self.embedded = Embedded(self.package, self.main.rpartition("/")[0])
        self.layouts: dict[str, str] = {}

    def read(self, name: str) -> Document:
        """Read all slides. A broken one is told of and does not keep the others from being read."""
        if self.package.is_cut_off:
            self.gathered.trouble(_CUT_OFF)
        try:
            for number, part in enumerate(self._slides(), 1):
                self._read_slide(number, part)
        except TooMuchError:
            self.gathered.trouble(TOO_MUCH)
        self.gathered.hidden += self.embedded.hidden()
        return document_of(name, self.gathered, self._metadata(), self.embedded.members())

    def _slides(self) -> list[str]:
        """Return the parts of the slides as the presentation orders them; by number where it does not say."""
        ids: list[str] = []
        related = self._related(self.main)
        try:
            self.package.parse(self.main, Handlers(start={"sldId": lambda raw: ids.append(_relation_id(raw))}))
        except (BrokenPartError, KeyError):
            self.gathered.trouble("It is damaged: the order of the slides is lost.")
        ordered = [part for id_ in ids if (part := related.part(id_))]
        left = [name for name in self.package.names("ppt/slides/") if name not in ordered and _SLIDE_NAME.match(name)]
        return ordered + (sorted(left, key=_slide_number) if self.gathered.troubles else [])

    def _read_slide(self, number: int, part: str) -> None:
        slide = Slide(self._related(part), self.accessibility)
        self._parse(part, slide.handlers(), f"slide {number}")
        level = 1 if self._layout(part) in _SECTION_LAYOUTS else 2
        titles = [shape for shape in slide.shapes if shape.is_title]
        others = [shape for shape in slide.shapes if not shape.is_title]
        pieces = [piece for shape in (*titles, *others) for piece in shape.pieces(number, level)]
        for piece in slide.drawings:
            piece.page = number
        pieces += slide.drawings
        if slide.hidden:
            self.gathered.hide("hidden slide", f"slide {number}", " ".join(piece.text for piece in pieces))
            for piece in pieces:
                piece.kind, piece.level = BlockKind.FURNITURE, 0
        self.gathered.add(pieces)
        self.accessibility.heading_styles += bool(titles)
        self._read_notes(number, part)

    def _read_notes(self, number: int, part: str) -> None:
        for relation in self.package.relations(part):
            if relation.external or relation.target not in self.package:
                continue
            if relation.kind == "notesSlide":
                notes = Slide(self._related(relation.target), Accessibility())
                self._parse(relation.target, notes.handlers(), f"the notes of slide {number}")
                shapes = [shape for shape in notes.shapes if shape.role == "body"]
                texts = [piece.text for shape in shapes for piece in shape.pieces(number, 0)]
                if texts:
                    self.gathered.hide("speaker notes", f"slide {number}", " ".join(texts))
            elif relation.kind == "comments":
                remarks = Remarks()
                self._parse(relation.target, remarks.handlers(), f"the comments of slide {number}")
                for text in remarks.texts():
                    self.gathered.hide("comment", f"slide {number}", text)

    def _layout(self, part: str) -> str:
        layout = self.package.related(part).get("slideLayout", "")
        if layout not in self.layouts:
            found: list[str] = []
            if layout in self.package:
                look = Handlers(start={"sldLayout": lambda raw: found.append(plain(raw).get("type", ""))})
                self._parse(layout, look, "a layout")
            self.layouts[layout] = "".join(found[:1])
        return self.layouts[layout]

    def _parse(self, part: str, handlers: Handlers, what: str) -> None:
        try:
            self.package.parse(part, handlers)
        except BrokenPartError:
            self.gathered.trouble(f"It is damaged: {what} could not be read whole.")

    def _related(self, part: str) -> Related:
        return Related(self.package, part, self.embedded, self.gathered)

    def _metadata(self) -> dict[str, str]:
        part = self.package.related("").get("core-properties", "docProps/core.xml")
        return {**properties(self.package, part), **self.accessibility.metadata()}


def read_slides(name: str, package: OfficePackage) -> Document:
    """
    Read an opened PowerPoint file: the page of a block is its slide. Speaker notes and comments are hidden matter; a
    hidden slide is too, and its text is kept, but never evidence: who is shown the slides does not see them.
    """
    main = package.related("").get("officeDocument", MAIN)
    if main not in package:
        main = MAIN
    if main not in package and not package.is_cut_off:
        msg = "It holds no slides. Open it in the program that made it and save it as .pptx."
        raise UnreadableError(msg)
    return _Reader(package=package, main=main).read(name)


def _relation_id(raw: Attributes) -> str:
    """Return the relation's id; the slide has another `id` of its own, without a namespace."""
    return next((value for name, value in raw.items() if name.endswith(" id")), "")


def _slide_number(part: str) -> int:
    found = _SLIDE_NAME.match(part)
    return int(found.group(1)) if found else 0

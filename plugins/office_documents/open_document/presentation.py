"""Presentations (.odp)."""

from __future__ import annotations

from checker import BlockKind, Document, replace

from ..package import OfficePackage
from ..pieces import document_of
from ..xml_stream import Attributes, Handlers, plain
from .parts import Parts


class _Slides:
    """Handlers that tell slides and their notes apart, around those for the text."""

    def __init__(self, parts: Parts) -> None:
        self.flow = parts.flow()
        self._parts = parts
        self._slide = 0
        self._hidden_from: int | None = None

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        inner = self.flow.handlers()
        return replace(
            inner,
            start={**inner.start, "page": self._begin_slide, "notes": lambda _: self._begin_notes()},
            end={**inner.end, "page": self._end_slide, "notes": self._end_notes},
        )

    def _begin_slide(self, raw: Attributes) -> None:
        self._slide += 1
        self.flow.page = self._slide
        style = self._parts.styles.of("drawing-page", plain(raw).get("style-name", ""))
        self._hidden_from = len(self._parts.gathered.pieces) if style.hidden else None

    def _end_slide(self) -> None:
        if self._hidden_from is None:
            return
        pieces = self._parts.gathered.pieces[self._hidden_from :]
        self._parts.gathered.hide("hidden slide", f"slide {self._slide}", " ".join(piece.text for piece in pieces))
        for piece in pieces:
            piece.kind, piece.level = BlockKind.FURNITURE, 0

    def _begin_notes(self) -> None:
        self.flow.asides.begin(self.flow.asides.to_said)

    def _end_notes(self) -> None:
        said = self.flow.asides.end()
        if said:
            self._parts.gathered.hide("speaker notes", f"slide {self._slide}", said)


def read_presentation(name: str, package: OfficePackage) -> Document:
    """
    Read an opened OpenDocument presentation: the page of a block is its slide. Speaker notes are hidden matter; the
    text of a hidden slide is kept, but never evidence.
    """
    parts = Parts(package)
    slides = _Slides(parts)
    parts.read(slides.handlers(), slides.flow.finish)
    return document_of(name, parts.gathered, parts.metadata())

"""Handlers for pictures, charts and diagrams in a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..accessibility import Accessibility
from ..related import Related
from ..xml_stream import Attributes, plain
from .place import Place
from .styles import is_on


class Pictures:
    """Counts pictures and puts the words of charts and diagrams into the paragraph that holds them."""

    def __init__(self, place: Place, accessibility: Accessibility, related: Related) -> None:
        self._place, self._accessibility, self._related = place, accessibility, related
        self._is_described = False

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "docPr": self._describe,
            "decorative": self._decorate,
            "pic": lambda _: self._accessibility.picture(described=self._is_described),
            "chart": lambda raw: self._draw(plain(raw).get("id", "")),
            "relIds": lambda raw: self._draw(plain(raw).get("dm", "")),
            "OLEObject": self._note_object,
        }

    def _describe(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._is_described = bool(attributes.get("descr", "").strip() or attributes.get("title", "").strip())

    def _decorate(self, raw: Attributes) -> None:
        self._is_described |= is_on(raw)

    def _note_object(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._related.note_object(attributes.get("id", ""), attributes.get("ProgID", ""))

    def _draw(self, relation: str) -> None:
        self._accessibility.picture(described=self._is_described)
        if relation and self._place.paragraph:
            self._place.paragraph.inner += self._related.drawing(relation)

"""What the styles of an OpenDocument file mean, as far as it says what words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker import dataclass, field_names, replace

from ..colours import is_white, rating_colour
from ..xml_stream import Attributes, plain

_NO_COLOUR = "transparent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """What a style says; `None` leaves it to its parent. `name` is that of the style or of a named one above it."""

    parent: str = ""
    family: str = ""
    name: str | None = None
    hidden: bool | None = None
    white: bool | None = None
    highlighted: bool | None = None
    colour: str | None = None


_UNKNOWN = Style()
_TITLES = {"title": 1, "subtitle": 2}
_MOST_PARENTS = 50


class Styles:
    """
    The styles of one file, of its common part and of its own, read as they stream by; asked once they are there.

    Handlers are for both parts: the styles that a text makes for itself stand before it in the same part.
    """

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._key = ("", "")

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "style": self._begin,
            "text-properties": self._text,
            "table-cell-properties": self._cell,
            "table-properties": self._table,
            "drawing-page-properties": self._page,
        }

    def of(self, family: str, name: str) -> Style:
        """Return a style with what it leaves open taken from its parents."""
        key = (family, name)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def heading_level(self, name: str) -> int:
        """Return 1 for a paragraph in the style "Title", 2 for "Subtitle", else 0."""
        return _TITLES.get((self.of("paragraph", name).name or "").lower(), 0)

    def _resolve(self, key: tuple[str, str]) -> Style:
        style = self._styles.get(key, _UNKNOWN)
        for _ in range(_MOST_PARENTS):
            below = self._styles.get((key[0], style.parent))
            if below is None:
                break
            open_ = [name for name in field_names(type(style)) or () if getattr(style, name) is None]
            style = replace(style, parent=below.parent, **{name: getattr(below, name) for name in open_})
        return style

    def _begin(self, raw: Attributes) -> None:
        attributes = plain(raw)
        name, parent = attributes.get("name", ""), attributes.get("parent-style-name", "")
        self._key = (attributes.get("family", ""), name)
        common = None if parent and name[:1] == "P" and name[1:].isdecimal() else attributes.get("display-name", name)
        self._styles[self._key] = Style(parent=parent, family=self._key[0], name=common)

    def _set(self, **values: Any) -> None:
        if self._key in self._styles:
            self._styles[self._key] = replace(self._styles[self._key], **values)

    def _text(self, raw: Attributes) -> None:
        attributes = plain(raw)
        if attributes.get("display") == "none":
            self._set(hidden=True)
        if "color" in attributes:
            self._set(white=is_white(attributes["color"]))
        if "background-color" in attributes:
            background = attributes["background-color"]
            self._set(highlighted=background != _NO_COLOUR and not is_white(background))

    def _cell(self, raw: Attributes) -> None:
        self._set(colour=rating_colour(plain(raw).get("background-color", "")))

    def _table(self, raw: Attributes) -> None:
        if plain(raw).get("display") == "false":
            self._set(hidden=True)

    def _page(self, raw: Attributes) -> None:
        if plain(raw).get("visibility") == "hidden":
            self._set(hidden=True)

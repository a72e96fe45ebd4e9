"""
What the styles of a Word file mean: headings, contents, lists, hidden text. Names of styles decide, not their ids.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

from checker import dataclass, field, field_names, replace

from ..colours import is_white
from ..package import OfficePackage
from ..xml_stream import Attributes, BrokenPartError, Handlers, plain, stream_bytes

_HEADING = re.compile(r"heading ([1-9])$")
_OUTLINE_LEVELS = 9
_END_OF_STYLE = b"</w:style>"
_LONGEST_KEPT = 500_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """What a style says of its paragraphs or runs; `None` leaves it to the style it is based on."""

    based_on: str = ""
    level: int | None = None
    is_list: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None
    white: bool | None = None
    shaded: bool | None = None
    contents: bool | None = None
    title: bool | None = None


PLAIN = Style()


@dataclass(kw_only=True, slots=True)
class _Collector:
    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    _id: str = ""
    _said: dict[str, Any] = field(default_factory=dict)

    def handlers(self) -> Handlers:
        return Handlers(
            start={
                "style": self._begin,
                "name": lambda raw: self._set(**_named(value_of(raw).lower())),
                "basedOn": lambda raw: self._set(based_on=value_of(raw)),
                "outlineLvl": lambda raw: self._set(level=self._said.get("level") or outline_level(value_of(raw))),
                "numId": lambda raw: self._set(is_list=value_of(raw) != "0"),
                "vanish": lambda raw: self._set(hidden=is_on(raw)),
                "b": lambda raw: self._set(bold=is_on(raw)),
                "color": lambda raw: self._set(white=is_white(value_of(raw))),
                "shd": lambda raw: self._set(shaded=is_shaded(raw)),
            },
            end={"style": self._finish},
        )

    def _begin(self, raw: Attributes) -> None:
        attributes = plain(raw)
        self._id, self._said = attributes.get("styleId", ""), {}
        if attributes.get("type") == "paragraph" and _says_yes(attributes.get("default", "0")):
            self.default = self._id

    def _set(self, **values: Any) -> None:
        self._said.update(values)

    def _finish(self) -> None:
        if self._id:
            self.styles[self._id] = Style(**self._said)
            self._id = ""


def _named(name: str) -> dict[str, object]:
    heading = _HEADING.match(name)
    if heading:
        return {"level": int(heading.group(1))}
    if name in ("title", "subtitle"):
        return {"level": 1 if name == "title" else 2, "title": name == "title"}
    return {"contents": True} if name.startswith(("toc ", "table of ")) else {}


def value_of(raw: Attributes) -> str:
    """Return the attribute `val` of an element of Word, empty where it has none."""
    for name, value in raw.items():
        if name.endswith(" val") or name == "val":
            return value
    return ""


def is_on(raw: Attributes) -> bool:
    """Whether a switch of Word is on; it is where no value is given."""
    return _says_yes(value_of(raw))


def _says_yes(value: str) -> bool:
    return value.lower() not in ("0", "false", "off", "none")


def is_shaded(raw: Attributes) -> bool:
    """Whether a shading has a colour other than that of the page."""
    fill = plain(raw).get("fill", "auto")
    return fill != "auto" and not is_white(fill)


def outline_level(value: str) -> int | None:
    """Return the level of a heading for Word's outline level, `None` for body text."""
    return int(value) + 1 if value.isdecimal() and int(value) < _OUTLINE_LEVELS else None


class Styles:
    """The styles of one file, resolved over what they are based on."""

    def __init__(self, package: OfficePackage, part: str) -> None:
        data = b""
        if part in package:
            with suppress(BrokenPartError):
                data = package.read(part)
        self._styles, self._default = (_known if len(data) <= _LONGEST_KEPT else _collected)(data)
        self._resolved: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """Return the resolved style; an unknown id is the default style."""
        found = self._resolved.get(style_id)
        if found is None:
            key = style_id if style_id in self._styles else self._default
            found = self._resolved[style_id] = self._resolve(key)
        return found

    def _resolve(self, key: str) -> Style:
        style, seen = self._styles.get(key, PLAIN), {key}
        base = style.based_on
        while base in self._styles and base not in seen:
            seen.add(base)
            below = self._styles[base]
            style = _over(style, below)
            base = below.based_on
        return style


def _collected(data: bytes) -> tuple[Mapping[str, Style], str]:
    """Return the styles of a part by their ids, and the id of the default one. Of a broken part, those before it."""
    collector = _Collector()
    if data:
        with suppress(BrokenPartError):  # the text is still there; only headings may be missed
            stream_bytes(_without_table_styles(data), collector.handlers())
    return collector.styles, collector.default


_known = lru_cache(maxsize=16)(_collected)
"""The documents of an organisation come from a few templates, whose styles are the same byte for byte."""


def _over(style: Style, below: Style) -> Style:
    """Return a style with what it leaves open taken from the one it is based on."""
    open_ = [name for name in field_names(type(style)) or () if getattr(style, name) is None]
    return replace(style, **{name: getattr(below, name) for name in open_})


def _without_table_styles(data: bytes) -> bytes:
    """
    Leave out styles of tables, of which nothing is used: often nine tenths of the part. Where the usual prefix `w` is
    not used, all stay.
    """
    *styles, rest = data.split(_END_OF_STYLE)
    return b"".join(_unless_of_table(style) for style in styles) + rest


def _unless_of_table(style: bytes) -> bytes:
    """Return what comes before a style of a table; anything else whole, with its end."""
    begin = style.rfind(b"<w:style ")
    tag = style[begin : style.find(b">", begin)] if begin >= 0 else b""
    return style[:begin] if b'w:type="table"' in tag else style + _END_OF_STYLE

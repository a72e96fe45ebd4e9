"""
What the styles of a Word file mean: headings, contents, lists, hidden text. Names of styles decide, not their ids.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from .package import BrokenPartError, OfficePackage

_HEADING = re.compile(r"heading ([1-9])$")
_OUTLINE_LEVELS = 9


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """What a style says of its paragraphs or runs; `None` leaves it to the style it is based on."""

    based_on: str = ""
    level: int | None = None
    is_list: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None
    contents: bool = False
    title: bool = False


@dataclass(kw_only=True, slots=True)
class _Collector:
    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    _id: str = ""
    _style: Style = field(default_factory=Style)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self._id, self._style = attributes.get("styleId", ""), Style()
            if attributes.get("type") == "paragraph" and is_on(attributes.get("default", "0")):
                self.default = self._id
        elif not self._id:
            return
        elif name == "name":
            self._style = _named(self._style, value.lower())
        elif name == "basedOn":
            self._style = replace(self._style, based_on=value)
        elif name == "outlineLvl" and self._style.level is None:
            self._style = replace(self._style, level=outline_level(value))
        elif name == "numId":
            self._style = replace(self._style, is_list=value != "0")
        elif name == "vanish":
            self._style = replace(self._style, hidden=is_on(attributes.get("val", "1")))
        elif name == "b":
            self._style = replace(self._style, bold=is_on(attributes.get("val", "1")))

    def end(self, name: str) -> None:
        if name == "style" and self._id:
            self.styles[self._id] = self._style
            self._id = ""


def _named(style: Style, name: str) -> Style:
    heading = _HEADING.match(name)
    if heading:
        return replace(style, level=int(heading.group(1)))
    if name in ("title", "subtitle"):
        return replace(style, level=1 if name == "title" else 2, title=name == "title")
    return replace(style, contents=name.startswith(("toc ", "table of ")))


def is_on(value: str) -> bool:
    """Whether a switch of Word is on."""
    return value.lower() not in ("0", "false", "off", "none")


def outline_level(value: str) -> int | None:
    """Return the level of a heading for Word's outline level, `None` for body text."""
    return int(value) + 1 if value.isdecimal() and int(value) < _OUTLINE_LEVELS else None


class Styles:
    """The styles of one file, resolved over what they are based on."""

    def __init__(self, package: OfficePackage, part: str) -> None:
        collector = _Collector()
        if part in package:
            with suppress(BrokenPartError):  # the text is still there; only headings may be missed
                package.parse(part, collector.start, collector.end, lambda _: None)
        self._styles = collector.styles
        self._default = collector.default
        self._resolved: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """Return the resolved style; an unknown id is the default style."""
        key = style_id if style_id in self._styles else self._default
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, key: str) -> Style:
        style, seen = self._styles.get(key, Style()), {key}
        base = style.based_on
        while base in self._styles and base not in seen:
            seen.add(base)
            below = self._styles[base]
            style = replace(
                style,
                level=below.level if style.level is None else style.level,
                is_list=below.is_list if style.is_list is None else style.is_list,
                hidden=below.hidden if style.hidden is None else style.hidden,
                bold=below.bold if style.bold is None else style.bold,
                contents=style.contents or below.contents,
                title=style.title or below.title,
            )
            base = below.based_on
        return style

"""The report for a terminal: first page first, plain text, never wider than asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from checker import GapReport

from .content.pages import pages
from .content.parts import (
    Box,
    Chart,
    Entry,
    Extent,
    Facts,
    Fold,
    Group,
    Heading,
    Items,
    Paragraph,
    Part,
    Quote,
    Table,
    text_of,
)
from .text_layout import table, wrapped

_EXTENT = Extent(brief=True, quotes=1, phrases=12, documents=8, rows=25, sentences=3)
_SIGNS: Final[Mapping[str, str]] = {
    "supported": "[+] ", "mixed": "[+/-] ", "shortfall": "[-] ", "absent": "[ ] ", "not assessed": "[?] ",
}  # fmt: skip
_QUOTED: Final[Mapping[str, str]] = {"strength": "+ ", "shortfall": "- ", "mixed": "± ", "planned": "> "}
_LOUD, _TITLE, _QUIET, _END = "\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Terminal:
    """
    Plain text of at most `width` columns, with codes for bold and colour only when asked for.

    Details are left to the other formats; counts are complete.
    """

    name = "terminal"
    suffix = "txt"

    def __init__(self, *, width: int = 80, colour: bool = False) -> None:
        self.width = max(width, 20)
        self.colour = colour

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report part by part."""
        for part in pages(report, _EXTENT):
            lines = [line.rstrip() for line in self._part(part, "")]
            yield ("\n".join(lines) + "\n").encode("utf-8", "replace")

    def _part(self, part: Part, indent: str) -> Iterator[str]:
        match part:
            case Heading():
                yield from self._heading(part, indent)
            case Paragraph():
                style = _LOUD if part.style == "warning" else _QUIET if part.style == "note" else ""
                yield from self._styled(style, self._wrapped(text_of(part.line), indent))
                yield ""
            case Items():
                yield from self._items(part, indent)
            case Facts():
                yield from self._facts(part, indent)
            case Table():
                yield from self._table(part)
            case Quote():
                yield from self._quote(part, indent)
            case Box():
                yield from self._box(part, indent)
            case Entry() | Group():
                for inner in part.parts:
                    yield from self._part(inner, indent)
            case Chart():
                yield from self._styled(_TITLE, self._wrapped(part.headline, indent))
                yield from self._wrapped(part.told, indent)
                yield ""
                yield from self._table(part.table)
            case Fold():
                yield from self._wrapped(f"{part.name} (not shown in this view).", indent)
                yield ""

    def _wrapped(self, text: str, indent: str, first: str = "") -> list[str]:
        return wrapped(text, self.width, first=indent + first, then=indent + " " * len(first))

    def _styled(self, code: str, lines: list[str]) -> Iterator[str]:
        for line in lines:
            yield f"{code}{line}{_END}" if self.colour and code and line else line

    def _heading(self, part: Heading, indent: str) -> Iterator[str]:
        text = part.text.upper() if part.level == 2 else part.text
        lines = self._wrapped(f"{_SIGNS.get(part.tag.value, '')}{text}" if part.tag else text, indent)
        if part.level < 4:
            yield ""
        yield from self._styled(_TITLE, lines)
        if part.level < 4:
            sign = "=-."[part.level - 1]
            yield indent + sign * max(len(line) - len(indent) for line in lines)
        if part.tag:
            yield from self._styled(_LOUD, self._wrapped(part.tag.text, indent))

    def _items(self, part: Items, indent: str) -> Iterator[str]:
        for position, item in enumerate(part.items, start=1):
            first = f"{position}. " if part.ordered else "* "
            yield from self._wrapped(text_of(item), indent, first)
        yield ""

    def _facts(self, part: Facts, indent: str) -> Iterator[str]:
        for name, line in part.rows:
            lines = wrapped(f"{name}: {text_of(line)}", self.width, first=indent, then=indent + "  ")
            yield from lines
        yield ""

    def _table(self, part: Table) -> Iterator[str]:
        yield from self._styled(_TITLE, self._wrapped(part.caption, ""))
        rows = [[text_of(cell) for cell in row] for row in part.rows]
        yield from table(part.head, rows, self.width)
        if part.note:
            yield from self._wrapped(part.note, "")
        yield ""

    def _quote(self, part: Quote, indent: str) -> Iterator[str]:
        yield from self._wrapped(f"“{part.text}”", indent + "  ", _QUOTED.get(part.value, "  "))
        yield from self._styled(_QUIET, self._wrapped(f"{part.label}; {part.source}", indent + "    "))
        yield ""

    def _box(self, part: Box, indent: str) -> Iterator[str]:
        bar = indent + ("! " if part.value == "warning" else "| ")
        for inner in part.parts:
            lines = [line for line in self._part(inner, bar) if line.strip()]
            yield from lines
        yield ""

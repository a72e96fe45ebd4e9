"""The report as Markdown, for papers and pages that people edit on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import Comparison, GapReport

from .content.changes import changes_pages
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
    Line,
    Link,
    Paragraph,
    Part,
    Piece,
    Quote,
    Strong,
    Table,
    Tag,
    told,
)

_SIGNS = re.compile(r"([\\`*_\[\]|~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(?:(#{1,6}|[-+=>])|(\d+)([.)]))(?=\s|$|[-+=>])")
_NEEDLESS_BLANK = re.compile(r"\*\* (?=[ :;,.)]|$)")
"""The blank that bold words need before a letter; a sign that a document brings is escaped and never two of them."""
_BARE_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp):|(www)\.|@")


class Markdown:
    """
    CommonMark with tables, no HTML.

    Text of documents cannot become a link, an image, HTML, a heading, a list or a table.
    """

    name = "markdown"
    suffix = "md"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report part by part."""
        for part in pages(report, Extent()):
            yield _bytes(part)

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield what changed part by part."""
        for part in changes_pages(comparison):
            yield _bytes(part)


def _bytes(part: Part) -> bytes:
    return ("\n".join(_part(part)) + "\n\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands, wherever it is put."""
    safe = _ENTITY.sub("&amp;", text)
    safe = _SIGNS.sub(r"\\\1", safe).replace("<", "&lt;").replace(">", "&gt;")
    safe = _BARE_LINK.sub(_no_link, safe)
    return _BLOCK_START.sub(_no_block, safe)


def _no_link(found: re.Match[str]) -> str:
    scheme, www = found.groups()
    return f"{scheme}&#58;" if scheme else f"{www}&#46;" if www else "&#64;"


def _no_block(found: re.Match[str]) -> str:
    sign, digits, stop = found.groups()
    return f"\\{sign}" if sign else f"{digits}\\{stop}"


def _line(line: Line) -> str:
    return _NEEDLESS_BLANK.sub("**", "".join(_piece(piece) for piece in told(line)))


def _piece(piece: Piece) -> str:
    match piece:
        case Strong(text=text):
            return f"**{escaped(text.strip())}** "
        case Tag(text=text):
            return f"**{escaped(text)}**"
        case Link(text=text, target=target) if target.startswith("https://"):
            return f"[{escaped(text)}](<{target.replace('<', '%3C').replace('>', '%3E')}>)"
        case Link(text=text):
            return escaped(text)
        case str():
            return escaped(piece)


def _part(part: Part) -> list[str]:
    match part:
        case Heading():
            tag = f": {escaped(part.tag.text)}" if part.tag else ""
            return [f"{'#' * part.level} {escaped(part.text)}{tag}"]
        case Paragraph():
            return [_line(part.line)]
        case Items():
            return [
                f"{f'{position}.' if part.ordered else '-'} {_line(item)}"
                for position, item in enumerate(part.items, 1)
            ]
        case Facts():
            return [f"- **{escaped(name)}:** {_line(line)}" for name, line in part.rows]
        case Table():
            return _table(part)
        case Quote():
            return [f"> {escaped(f'“{part.text}”')}", ">", f"> {escaped(f'{part.label}; {part.source}')}"]
        case Box():
            return _together(part.parts)
        case Entry() | Group():
            return _together(part.parts)
        case Chart():
            return [f"**{escaped(part.headline)}**", "", escaped(part.told), "", *_table(part.table)]
        case Fold():
            return [f"**{escaped(part.name)}**", "", *_together(part.parts)]


def _together(parts: tuple[Part, ...]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        lines += [*([""] if lines else []), *_part(part)]
    return lines


def _table(part: Table) -> list[str]:
    lines = [f"**{escaped(part.caption)}**", "", _cells([escaped(name) for name in part.head])]
    lines.append(_cells(["---"] * len(part.head)))
    lines += [_cells([_line(cell).strip() for cell in row]) for row in part.rows]
    return [*lines, *(["", escaped(part.note)] if part.note else [])]


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"

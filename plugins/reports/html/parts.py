"""Each part of a report as HTML. All text goes through `escape`; nothing else is put between tags."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from ..charts import drawn
from ..content.parts import (
    Belongs,
    Box,
    Chart,
    Entry,
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
)

_SYMBOLS: Final = {
    "supported": "✓", "mixed": "±", "shortfall": "✗", "absent": "○", "not assessed": "?",
    "met": "✓", "partly met": "◐", "not met": "✗", "needs review": "?", "not applicable": "–",
    "none": "○", "one": "●", "several": "●●", "old": "◇", "ok": "✓", "partial": "◐", "failed": "✗",
}  # fmt: skip
_QUOTED: Final = {
    "strength": "For",
    "shortfall": "Against",
    "mixed": "Both ways",
    "planned": "Planned",
    "neutral": "Neutral",
}
_TALL: Final = 30
"""Rows beyond which a table of findings scrolls in a frame of its own."""

_NUMERIC: Final = re.compile(r"[\d,]+( of [\d,]+)?|–")


class Writer:
    """Writes parts one after another; a second-level heading opens a section. No id comes twice."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._section_open = False
        self._charts = 0

    def write(self, part: Part) -> str:
        """Return a top-level part as HTML, opening a section where one begins."""
        if not (isinstance(part, Heading) and part.level == 2):
            return self._part(part)
        ended = self.end()
        self._section_open = True
        label = f' aria-labelledby="{escape(part.anchor)}"' if part.anchor else ""
        return f"{ended}<section{label}{_whose(part.belongs)}>\n{self._part(part)}"

    def end(self) -> str:
        """Return the end of the open section, if there is one."""
        was_open, self._section_open = self._section_open, False
        return "</section>\n" if was_open else ""

    def _part(self, part: Part) -> str:
        match part:
            case Heading():
                return self._heading(part)
            case Paragraph():
                return f"<p{_class(part.style)}>{line(part.line)}</p>\n"
            case Items():
                name = "ol" if part.ordered else "ul"
                return f"<{name}>\n{''.join(f'<li>{line(item)}</li>{chr(10)}' for item in part.items)}</{name}>\n"
            case Facts():
                return _facts(part)
            case Table():
                return table(part)
            case Quote():
                return quote(part)
            case Box():
                return self._box(part)
            case Entry():
                inner = "".join(self._part(one) for one in part.parts)
                return f'<div class="entry"{_whose(part.belongs)}>\n{inner}</div>\n'
            case Group():
                return f'<div class="group">\n{"".join(self._part(one) for one in part.parts)}</div>\n'
            case Chart():
                return self._chart(part)
            case Fold():
                inner = "".join(self._part(one) for one in part.parts)
                return f"<details>\n<summary>{escape(part.summary)}{_unseen(part.about)}</summary>\n{inner}</details>\n"

    def _heading(self, part: Heading) -> str:
        tagged = f" {tag(part.tag)}" if part.tag else ""
        return f"<h{part.level}{self._id(part.anchor)}>{escape(part.text)}{tagged}</h{part.level}>\n"

    def _box(self, part: Box) -> str:
        inner = "".join(self._part(one) for one in part.parts)
        start = f'<div class="box"{self._id(part.anchor)} data-outcome="{escape(part.value)}"{_whose(part.belongs)}>'
        return f"{start}\n{inner}</div>\n"

    def _chart(self, part: Chart) -> str:
        self._charts += 1
        key = f"chart-{self._charts}"
        picture = drawn(part.drawing, key=key, title=part.headline, description=part.told)
        name = escape(f"Chart: {part.table.caption}")
        region = f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">\n{picture}\n</div>'
        cue = '<p class="cue">Slide the chart sideways to see all of it; the table behind it says the same.</p>'
        told = f'<span class="headline">{escape(part.headline)}</span> <span>{escape(part.told)}</span>'
        behind = f"<details>\n<summary>The table behind it{_unseen(part.table.caption)}</summary>\n"
        return (
            f'<figure class="chart">\n<figcaption>{told}</figcaption>\n{cue}\n{region}\n'
            f"{behind}{table(part.table)}</details>\n</figure>\n"
        )

    def _id(self, anchor: str) -> str:
        if not anchor or anchor in self._ids:
            return ""
        self._ids.add(anchor)
        return f' id="{escape(anchor)}"'


def line(pieces: Line) -> str:
    """Return a line as HTML."""
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case Strong(text=text):
            return f"<strong>{escape(text)}</strong>"
        case Tag():
            return tag(piece)
        case Link(text=text, target=target) if target.startswith(("#", "https://")):
            return f'<a href="{escape(target)}">{escape(text)}</a>'
        case Link(text=text):
            return escape(text)
        case str():
            return escape(piece)


def tag(one: Tag) -> str:
    """Return a status in words, with a symbol that is left to the eye; the id stands beside it for programs."""
    symbol = f'<span aria-hidden="true">{_SYMBOLS.get(one.value, "•")}</span> '
    family = escape(one.family)
    return f'<span class="tag {family}" data-{family}="{escape(one.value)}">{symbol}{escape(one.text)}</span>'


def quote(part: Quote) -> str:
    """Return a quotation with whose voice it is and where it stands."""
    side = _QUOTED.get(part.value, "")
    told = f"<strong>{side}.</strong> {escape(part.label)}; <cite>{escape(part.source)}</cite>"
    words = f"<blockquote><p>“{escape(part.text)}”</p></blockquote>"
    start = f'<figure class="quote" data-polarity="{escape(part.value)}">'
    return f"{start}\n{words}\n<figcaption>{told}</figcaption>\n</figure>\n"


def table(part: Table) -> str:
    """
    Return a table in a region of its own that scrolls. On a narrow screen its rows become blocks in which each cell
    has its column's name; the roles keep it a table for those who listen to it.
    """
    caption = escape(part.caption)
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in part.head)
    whose = part.belongs or (None,) * len(part.rows)
    rows = "".join(_row(row, part.head, one) for row, one in zip(part.rows, whose, strict=True))
    tall = " tall" if part.belongs and len(part.rows) > _TALL else ""
    region = f'<div class="scroll{tall}" role="region" tabindex="0" aria-label="{caption}">'
    start = f'{region}\n<table role="table">\n<caption>{caption}</caption>\n'
    note = f'<p class="note">{escape(part.note)}</p>\n' if part.note else ""
    top = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
    return f'{start}{top}<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n</div>\n{note}'


def _row(row: tuple[Line, ...], head: tuple[str, ...], whose: Belongs | None) -> str:
    first, *rest = row
    cells = "".join(
        f'<td role="cell" data-of-column="{escape(name)}"{_number(cell)}>{line(cell)}</td>'
        for name, cell in zip(head[1:], rest, strict=True)
    )
    return f'<tr role="row"{_whose(whose)}><th scope="row" role="rowheader">{line(first)}</th>{cells}</tr>\n'


def _number(cell: Line) -> str:
    only = cell[0] if len(cell) == 1 else ""
    return ' class="number"' if isinstance(only, str) and _NUMERIC.fullmatch(only) else ""


def _facts(part: Facts) -> str:
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{line(told)}</dd></div>\n" for name, told in part.rows)
    return f'<dl class="facts">\n{rows}</dl>\n'


def _unseen(about: str) -> str:
    return f'<span class="unseen">: {escape(about)}</span>' if about else ""


def _whose(one: Belongs | None) -> str:
    """Return whose a part is, for the script; several owners stand on lines of their own."""
    if one is None:
        return ""
    told = f' data-of="{escape(one.statement)}"'
    if one.outcome:
        told += f' data-answer="{escape(one.outcome)}" data-owners="{"&#10;".join(map(escape, one.owners))}"'
    return told


def _class(style: str) -> str:
    return f' class="{style}"' if style else ""

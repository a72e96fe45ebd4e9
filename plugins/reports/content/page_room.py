"""Whether parts fit on one page of the paper: an estimate from the words in them, a little on the safe side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from .parts import Box, Facts, Heading, Items, Line, Paragraph, Part, Strong, told, words
from .type_widths import lines_of

ROOM: Final = 735.0
"""Points from the first line of an A4 page to its last."""

_WIDE: Final = 491.0
"""Points from margin to margin, less what a line may lose where types differ."""

_IN_A_LIST: Final = _WIDE - 18.0
_BESIDE_A_NAME: Final = _WIDE - 85.0
_TYPE, _LINE = 10.0, 11.6
_FRAME: Final = 12.0
"""Points that the frame of a box takes."""

_HEADINGS: Final = {1: (20.0, 23.0, 6.0), 2: (15.0, 17.5, 18.0), 3: (11.5, 13.5, 13.0)}
"""Level: height of the type, height of a line, room around it."""

_PARAGRAPHS: Final = {
    "": (_TYPE, _LINE, 4.0),
    "lead": (11.5, 13.5, 4.0),
    "note": (8.5, 10.0, 4.0),
    "warning": (_TYPE, _LINE, 4.0),
}


def fits_on_a_page(parts: Iterable[Part]) -> bool:
    """Whether headings, paragraphs, lists, facts and boxes of paragraphs stand on one page."""
    return sum(map(_height, parts)) <= ROOM


def _height(part: Part) -> float:
    match part:
        case Heading(level=level, text=text):
            size, line_height, around = _HEADINGS.get(level, _HEADINGS[3])
            return _lines(words(text), _WIDE / size, bold=True) * line_height + around
        case Paragraph(line=line, style=style):
            size, line_height, around = _PARAGRAPHS[style]
            return _lines(line, _WIDE / size, bold=style == "lead") * line_height + around
        case Items(items=items):
            return sum(_lines(item, _IN_A_LIST / _TYPE) * _LINE for item in items) + 2.0
        case Facts(rows=rows):
            return sum(_lines(fact, _BESIDE_A_NAME / _TYPE) * _LINE + 1.0 for _, fact in rows)
        case Box(parts=parts):
            return sum(map(_height, parts)) + _FRAME
        case _:
            return ROOM + 1


def _lines(line: Line, room: float, *, bold: bool = False) -> int:
    return lines_of(_words(line, bold=bold), room)


def _words(line: Line, *, bold: bool) -> Iterator[tuple[str, bool]]:
    for piece in told(line):
        text = piece if isinstance(piece, str) else piece.text
        for word in text.split():
            yield word, bold or isinstance(piece, Strong)

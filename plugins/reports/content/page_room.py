"""Whether parts fit on one page of the paper: an estimate from how much stands in them, careful rather than exact."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Final

from .parts import Box, Facts, Heading, Items, Paragraph, Part, text_of

ROOM: Final = 735.0
"""Points from the first line of an A4 page to its last."""

_WIDE: Final = 105
"""Signs of 10 point that stand on a line over the whole width."""

_IN_A_LIST: Final = 99
_BESIDE_A_NAME: Final = 87
_LINE: Final = 11.5
_HEADINGS: Final = {1: (48, 23.0, 6.0), 2: (64, 17.5, 18.0), 3: (82, 13.5, 13.0)}
"""Level: signs on a line, height of a line, room around it."""

_PARAGRAPHS: Final = {
    "": (_WIDE, _LINE, 4.0),
    "lead": (84, 13.5, 4.0),
    "note": (126, 10.0, 4.0),
    "warning": (_WIDE, _LINE, 8.0),
}


def fits_on_a_page(parts: Iterable[Part]) -> bool:
    """Whether headings, paragraphs, lists, facts and boxes of paragraphs stand on one page."""
    return sum(map(_height, parts)) <= ROOM


def _height(part: Part) -> float:
    match part:
        case Heading(level=level, text=text):
            signs, line, around = _HEADINGS.get(level, _HEADINGS[3])
            return _lines(text, signs) * line + around
        case Paragraph(line=line, style=style):
            signs, height, around = _PARAGRAPHS[style]
            return _lines(text_of(line), signs) * height + around
        case Items(items=items):
            return sum(_lines(text_of(item), _IN_A_LIST) * _LINE + 2.0 for item in items)
        case Facts(rows=rows):
            return sum(_lines(text_of(told), _BESIDE_A_NAME) * _LINE + 1.0 for _, told in rows)
        case Box(parts=parts):
            return sum(map(_height, parts))
        case _:
            return ROOM + 1


def _lines(text: str, signs: int) -> int:
    return max(ceil(len(text) / signs), 1)

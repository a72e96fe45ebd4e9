"""Joins what a page's end or a column's end has cut in two, and writes the pieces as one text."""

from __future__ import annotations

from checker import BlockKind

from .hyphens import Hyphens
from .lines import HYPHEN_AT_LINE_END, Line, ends_sentence
from .margins import without_marks
from .pieces import Piece

_FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_OTHER_SIZE = 0.07
_FULL = 0.85
_NEXT_LINE = 1.5
"""In sizes of the letters: the next line of a title that is set in the middle is not farther down."""
_HYPHENS = "-\u00ad\u2010"
_DASHES = "-–"
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st"}
_CLEANED = {**dict.fromkeys((*range(9), *range(11, 32), 0x7F, 0xFFFF)), **_LIGATURES}


def goes_on(tail: Piece | None, head: Piece) -> bool:
    """Whether the first piece of a column or a page is the rest of the last one of the column or page before."""
    if tail is None or tail.kind not in _FLOWING or head.kind is not BlockKind.PARAGRAPH or head.bullet:
        return False
    last, first = tail.lines[-1], head.lines[0]
    if abs(last.size - first.size) > _OTHER_SIZE * last.size or ends_sentence(last.text) or _is_far_below(last, first):
        return False
    return first.text[:1].islower() or _is_full(tail)


def _is_far_below(last: Line, first: Line) -> bool:
    """Whether a line stands on the same page below another, but is not the next line."""
    return first.page == last.page and last.y - first.y > _NEXT_LINE * first.size


def _is_full(tail: Piece) -> bool:
    """Whether the last line of a piece is about as long as its others; that of a whole paragraph seldom is."""
    longest = max((len(line.text) for line in tail.lines[:-1]), default=0)
    return len(tail.lines[-1].text) >= _FULL * longest


def one_line(piece: Piece) -> str:
    """Return a piece's words in one line; hyphens at line ends are still marked."""
    parts: list[str] = []
    for line in filter(_has_text, piece.lines):
        if parts and parts[-1][-1] in _HYPHENS and _is_divided(parts[-1], line.text):
            parts[-1] = parts[-1][:-1] + HYPHEN_AT_LINE_END + line.text
        elif parts and parts[-1][-1] in _DASHES and _is_range(parts[-1], line.text):
            parts[-1] += line.text
        else:
            parts.append(line.text)
    return " ".join(parts)


def _has_text(line: Line) -> bool:
    """Whether a line holds more than the mark of an item, which may stand alone."""
    return bool(line.text)


def cleaned(text: str, hyphens: Hyphens, marks: frozenset[str]) -> str:
    """Return a piece's words without the hyphens of line ends, ligatures and marks of footnotes."""
    if text.isascii() and text.isprintable():
        return text
    return without_marks(" ".join(hyphens.mended(text).translate(_CLEANED).split()), marks)


def _is_divided(above: str, below: str) -> bool:
    """Whether a line that ends with a hyphen ends within a word."""
    return above[-2:-1].isalpha() and below[:1].isalpha()


def _is_range(above: str, below: str) -> bool:
    """Whether a line that ends with a dash ends within a range of numbers (`2023–` and `24`)."""
    return above[-2:-1].isdecimal() and below[:1].isdecimal()

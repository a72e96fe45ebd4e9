"""The heat map: a cell with symbol, word and number for each row and column."""

from __future__ import annotations

from typing import Final

from .svg import INK, LABELS, LIGHT, PAPER, QUIET, STRONG, WARM, WIDTH, box, cut, element, label, stripes, text
from .values import Cell, HeatMap

_HEAD: Final = 52
_ROW: Final = 46
_GAP: Final = 4
_WORD: Final = 28
"""Where the words of a cell begin, behind its signs."""

_FILLS: Final = {"none": PAPER, "one": LIGHT, "several": STRONG}
_DOTS: Final = {"none": 0, "one": 1, "several": 2}


def heat_map(chart: HeatMap, key: str) -> tuple[str, float]:
    """Return the body of the picture and its height."""
    width = (WIDTH - LABELS) / max(len(chart.columns), 1)
    body = stripes(f"{key}-old", WARM, "#d9b75c")
    for place, name in enumerate(chart.columns):
        body += _head(name, LABELS + place * width, width)
    for number, (name, cells) in enumerate(chart.rows):
        top = _HEAD + number * _ROW
        body += label(name, top + (_ROW - _GAP) / 2)
        for place, cell in enumerate(cells):
            body += _cell(cell, LABELS + place * width, top, width - _GAP, key)
    return body, _HEAD + len(chart.rows) * _ROW


def _head(name: str, left: float, width: float) -> str:
    lines = cut(name, width - _GAP, size=13, lines=3)
    top = _HEAD - 10 - (len(lines) - 1) * 15
    return "".join(text(left, top + place * 15, one, size=13, bold=True) for place, one in enumerate(lines))


def _cell(cell: Cell, left: float, top: float, width: float, key: str) -> str:
    fill = _FILLS.get(cell.value, f"url(#{key}-old)")
    dashed: dict[str, str | float] = {"stroke_dasharray": "4 3"} if cell.value == "none" else {}
    drawn = box(left, top, width, _ROW - _GAP, fill, stroke=QUIET, **dashed)
    plate = box(left + 5, top + 4, width - 10, _ROW - _GAP - 8, WARM) if cell.value == "old" else ""
    word = text(left + _WORD, top + 18, f"{cell.word} {cell.number:,}", size=13, bold=True)
    below = text(left + _WORD, top + 34, cell.below, size=12) if cell.below else ""
    return drawn + plate + _signs(cell.value, left + 10, top + 13.5) + word + below


def _signs(value: str, x: float, y: float) -> str:
    """One dot for one passage, two for several, a ring for none, a diamond for old evidence."""
    if value == "old":
        return element("path", d=f"M{x - 6:.1f} {y:.1f}l6 -6l6 6l-6 6z", fill=PAPER, stroke=INK, stroke_width=1.5)
    if not _DOTS.get(value):
        return element("circle", cx=x, cy=y, r=4.0, fill=PAPER, stroke=INK, stroke_width=1.5)
    dots = (element("circle", cx=x + 10.5 * place, cy=y, r=4.0) for place in range(_DOTS[value]))
    return "".join(dots)

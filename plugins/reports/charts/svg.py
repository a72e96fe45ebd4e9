"""The few elements that the charts are drawn with. Text and attributes are escaped here and nowhere else."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Final

WIDTH: Final = 760
"""Width of every chart in its own units; at this width on a page, text has its full size."""

LABELS: Final = 220
"""Width of the column of labels at the left."""

INK, QUIET, LINE, PAPER = "#0b0c0c", "#484949", "#b1b4b6", "#ffffff"
STRONG, LIGHT, WARM, AGAINST, COOL = "#8cc7ac", "#dcefe6", "#f7e3ae", "#e8a59a", "#d5dde5"
"""Fills; ink on each of them has a contrast of more than 7 to 1, and no meaning hangs on them alone."""

_LETTER: Final = 0.58
"""Width of an average letter in parts of the size; labels are cut by it, a little too early rather than too late."""


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return an element around `content`, which is already SVG; `_` in the name of an attribute stands for `-`."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, *, size: float = 14, anchor: str = "start", bold: bool = False) -> str:
    """Return a line of text; `anchor` is `start`, `middle` or `end`."""
    look: dict[str, str | float] = {"font_weight": "600"} if bold else {}
    return element("text", escape(words, quote=False), x=x, y=y, font_size=size, text_anchor=anchor, **look)


def box(x: float, y: float, width: float, height: float, fill: str, **look: str | float) -> str:
    """Return a rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **look)


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = LINE, **look: str | float) -> str:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **look)


def cut(words: str, width: float, *, size: float = 14, lines: int = 2) -> list[str]:
    """Return words in at most so many lines of a width; the last ends in `…` where there was more."""
    letters = max(int(width / (size * _LETTER)), 4)
    return textwrap.wrap(words, letters, max_lines=lines, placeholder="…") or [""]


def label(words: str, middle: float, *, width: float = LABELS - 14, size: float = 14) -> str:
    """Return the label of a row, in up to two lines around its middle."""
    lines = cut(words, width, size=size)
    top = middle + size * 0.35 - (len(lines) - 1) * size * 0.6
    return "".join(text(0, top + place * size * 1.2, one, size=size) for place, one in enumerate(lines))


def stripes(name: str, ground: str, ink: str = INK) -> str:
    """Return the definition of a striped fill, to be used as `url(#name)`."""
    across = line(0, 0, 0, 7, ink, stroke_width=1.6)
    ground_box = box(0, 0, 7, 7, ground)
    pattern = element(
        "pattern",
        ground_box + across,
        id=name,
        width=7.0,
        height=7.0,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def picture(body: str, height: float, *, key: str, title: str, description: str) -> str:
    """Return the whole picture, named and described for who cannot see it. `key` must be unique on the page."""
    named = element("title", escape(title, quote=False), id=f"{key}-title")
    named += element("desc", escape(description, quote=False), id=f"{key}-desc")
    return element(
        "svg",
        named + body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family="system-ui, -apple-system, 'Segoe UI', Arial, sans-serif",
        fill=INK,
    )

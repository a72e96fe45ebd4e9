"""Bars: two sides of a middle line, or one number a row. The number stands beside each bar."""

from __future__ import annotations

from typing import Final

from .svg import AGAINST, COOL, INK, LABELS, STRONG, WIDTH, box, label, line, stripes, text
from .values import Bar, Bars, Sides

_HEAD: Final = 32
_ROW: Final = 42
_BAR: Final = 22
_NUMBER: Final = 52
"""Room for a number beside the longest bar."""


def sides(chart: Sides, key: str) -> tuple[str, float]:
    """Return the body of the picture and its height."""
    most = max((value for _, left, right in chart.rows for value in (left, right)), default=0)
    middle = LABELS + (WIDTH - LABELS) / 2
    unit = ((WIDTH - LABELS) / 2 - _NUMBER) / max(most, 1)
    bottom = _HEAD + len(chart.rows) * _ROW
    body = stripes(f"{key}-left", AGAINST, "#8a1f11")
    body += text(middle - 10, _HEAD - 12, chart.left, size=13, anchor="end", bold=True)
    body += text(middle + 10, _HEAD - 12, chart.right, size=13, bold=True)
    for number, (name, left, right) in enumerate(chart.rows):
        top = _HEAD + number * _ROW + (_ROW - _BAR) / 2
        body += label(name, top + _BAR / 2)
        body += _bar(middle - left * unit, top, left * unit, f"url(#{key}-left)")
        body += _bar(middle, top, right * unit, STRONG)
        body += text(middle - left * unit - 7, top + 15, f"{left:,}", size=13, anchor="end")
        body += text(middle + right * unit + 7, top + 15, f"{right:,}", size=13)
    return body + line(middle, _HEAD - 4, middle, bottom, INK, stroke_width=1.5), bottom + 4


def bars(chart: Bars, key: str) -> tuple[str, float]:
    """Return the body of the picture and its height."""
    most = max((row.number for row in chart.rows), default=0)
    unit = (WIDTH - LABELS - _NUMBER) / max(most, 1)
    body = stripes(f"{key}-marked", COOL, "#505a5f")
    body += _legend(chart, key)
    for number, row in enumerate(chart.rows):
        top = _HEAD + number * _ROW + (_ROW - _BAR) / 2
        body += _named_bar(row, top, unit, f"url(#{key}-marked)" if row.marked else STRONG)
    bottom = _HEAD + len(chart.rows) * _ROW
    return body + line(LABELS, _HEAD - 4, LABELS, bottom, INK, stroke_width=1.5), bottom + 4


def _legend(chart: Bars, key: str) -> str:
    half = LABELS + (WIDTH - LABELS) / 2
    body = box(LABELS, 4, 18, 14, STRONG, stroke=INK) + text(LABELS + 25, 16, chart.plain, size=13)
    return body + box(half, 4, 18, 14, f"url(#{key}-marked)", stroke=INK) + text(half + 25, 16, chart.marked, size=13)


def _named_bar(row: Bar, top: float, unit: float, fill: str) -> str:
    length = row.number * unit
    return (
        label(row.label, top + _BAR / 2)
        + _bar(LABELS, top, length, fill)
        + text(LABELS + length + 7, top + 15, f"{row.number:,}", size=13)
    )


def _bar(left: float, top: float, length: float, fill: str) -> str:
    return box(left, top, length, _BAR, fill, stroke=INK) if length else ""

"""The age strip: days on a time axis, with the day before which they are too long ago, and the day of the report."""

from __future__ import annotations

from datetime import date
from typing import Final

from .svg import INK, LABELS, PAPER, QUIET, WARM, WIDTH, box, element, label, line, text
from .values import AgeStrip, Point, StripRow

_HEAD: Final = 46
_ROW: Final = 42
_FOOT: Final = 30
_YEARS: Final = 8
"""Days longer ago than so many years stand at the left edge, as an arrow."""

_RIGHT: Final = WIDTH - 14


class _Axis:
    """From days to places."""

    def __init__(self, chart: AgeStrip) -> None:
        self.last = date.fromisoformat(chart.as_of)
        given = [point.day for row in chart.rows for point in row.points] + [row.limit for row in chart.rows]
        earliest = min((date.fromisoformat(day) for day in given if day), default=self.last)
        self.first = date(max(min(earliest.year, self.last.year - 1), self.last.year - _YEARS), 1, 1)

    def place(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return LABELS + 14 + min(max(share, 0), 1) * (_RIGHT - LABELS - 14)

    @property
    def years(self) -> list[int]:
        every = 1 if self.last.year - self.first.year < 6 else 2
        return list(range(self.first.year, self.last.year + 1, every))


def age_strip(chart: AgeStrip) -> tuple[str, float]:
    """Return the body of the picture and its height."""
    axis = _Axis(chart)
    bottom = _HEAD + len(chart.rows) * _ROW
    body = ""
    for number, row in enumerate(chart.rows):
        body += _ground(row, axis, _HEAD + number * _ROW)
    for year in axis.years:
        body += line(axis.place(date(year, 1, 1)), _HEAD, axis.place(date(year, 1, 1)), bottom + 5)
        body += text(axis.place(date(year, 1, 1)), bottom + 20, str(year), size=12.5, anchor="middle")
    body += line(axis.place(axis.last), _HEAD - 6, axis.place(axis.last), bottom, INK, stroke_width=2.0)
    body += text(WIDTH, _HEAD - 14, "Date of this report", size=12.5, anchor="end", bold=True)
    body += text(LABELS + 14, _HEAD - 14, "Shaded: too old", size=12.5)
    for number, row in enumerate(chart.rows):
        body += _row(row, axis, _HEAD + number * _ROW)
    return body, bottom + _FOOT


def _ground(row: StripRow, axis: _Axis, top: float) -> str:
    limit = axis.place(date.fromisoformat(row.limit)) if row.limit else LABELS + 14
    shaded = box(LABELS + 14, top, limit - LABELS - 14, _ROW, WARM) if row.limit else ""
    return shaded + line(LABELS + 14, top + _ROW, _RIGHT, top + _ROW)


def _row(row: StripRow, axis: _Axis, top: float) -> str:
    middle = top + _ROW / 2
    body = label(row.label, middle)
    if row.limit:
        limit = axis.place(date.fromisoformat(row.limit))
        body += line(limit, top, limit, top + _ROW, QUIET, stroke_width=2.0, stroke_dasharray="5 3")
    if not row.points:
        return body + text(LABELS + 22, middle + 4.5, row.instead, size=12.5)
    return body + "".join(_point(point, axis, middle) for point in sorted(set(row.points)))


def _point(point: Point, axis: _Axis, y: float) -> str:
    day = date.fromisoformat(point.day)
    x = axis.place(day)
    if day < axis.first:
        return element("path", d=f"M{x:.1f} {y:.1f}l10 -6v12z", fill=PAPER, stroke=INK, stroke_width=1.6)
    if point.old:
        return element("path", d=f"M{x - 7:.1f} {y:.1f}l7 -7l7 7l-7 7z", fill=PAPER, stroke=INK, stroke_width=1.6)
    return element("circle", cx=x, cy=y, r=6.0, fill="#00703c", stroke=PAPER)

"""What a chart shows, without any of its looks. All text is raw: drawing escapes it."""

from __future__ import annotations

from typing import TypeAlias

from checker import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """
    A cell of a heat map. `value` decides its look: `none`, `one`, `several` or `old`; `word` says it, beside the
    number; `below` stands under both.
    """

    value: str
    word: str
    number: int
    below: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatMap:
    """Rows of named cells under named columns; every row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Point:
    """A day (ISO) on a time axis, and whether it is too long ago."""

    day: str
    old: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class StripRow:
    """
    The days of one row. `limit` is the day before which they are too long ago; empty where there is no one limit.

    `instead` stands in a row without points.
    """

    label: str
    points: tuple[Point, ...]
    limit: str = ""
    instead: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AgeStrip:
    """Rows of days before and up to `as_of` (ISO)."""

    as_of: str
    rows: tuple[StripRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """Two numbers a row, drawn to both sides of a middle line; `left` and `right` name them."""

    left: str
    right: str
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One number with its name; `marked` bars are drawn with stripes."""

    label: str
    number: int
    marked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bars:
    """Numbers side by side; `plain` and `marked` name the two looks."""

    plain: str
    marked: str
    rows: tuple[Bar, ...]


Drawing: TypeAlias = HeatMap | AgeStrip | Sides | Bars

"""Charts of a report as SVG: values in, text out. No scripts, nothing from elsewhere, the same values the same bytes."""

from __future__ import annotations

from .drawing import drawn as drawn
from .values import AgeStrip as AgeStrip
from .values import Bar as Bar
from .values import Bars as Bars
from .values import Cell as Cell
from .values import Drawing as Drawing
from .values import HeatMap as HeatMap
from .values import Point as Point
from .values import Sides as Sides
from .values import StripRow as StripRow

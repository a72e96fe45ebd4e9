"""Charts of a report as SVG: values in, text out, the same values the same bytes. No scripts, nothing loaded."""

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

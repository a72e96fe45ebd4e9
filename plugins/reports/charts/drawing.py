"""From the values of any chart to its picture."""

from __future__ import annotations

from .age_strip import age_strip
from .bars import bars, sides
from .heat_map import heat_map
from .svg import picture
from .values import AgeStrip, Bars, Drawing, HeatMap, Sides


def drawn(chart: Drawing, *, key: str, title: str, description: str) -> str:
    """Return a chart as an `svg` element. `key` begins all ids in it and must be unique on the page."""
    body, height = _body(chart, key)
    return picture(body, height, key=key, title=title, description=description)


def _body(chart: Drawing, key: str) -> tuple[str, float]:
    match chart:
        case HeatMap():
            return heat_map(chart, key)
        case AgeStrip():
            return age_strip(chart)
        case Sides():
            return sides(chart, key)
        case Bars():
            return bars(chart, key)

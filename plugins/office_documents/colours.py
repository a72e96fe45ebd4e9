"""Names for colours, so that what a cell says by its colour alone can be told in words."""

from __future__ import annotations

import re
from colorsys import rgb_to_hsv

_HEX = re.compile(r"#?([0-9a-fA-F]{6})$")
_FEWEST_SATURATION, _FEWEST_BRIGHTNESS = 0.35, 0.35
_HUES = ((15, "red"), (48, "amber"), (68, "yellow"), (165, "green"), (345, ""), (361, "red"))
"""Degrees up to which a hue has this name. Blue and its neighbours rate nothing, so they have none."""
_WHITE = 0xF5


def rating_colour(value: str) -> str:
    """Return `red`, `amber`, `yellow` or `green` for a strong colour such as `FF0000` or `#00b050`; else empty."""
    found = _HEX.match(value)
    if not found:
        return ""
    hue, saturation, brightness = rgb_to_hsv(*(part / 255 for part in bytes.fromhex(found.group(1))))
    if saturation < _FEWEST_SATURATION or brightness < _FEWEST_BRIGHTNESS:
        return ""
    return next(name for limit, name in _HUES if hue * 360 < limit)


def is_white(value: str) -> bool:
    """Whether text of this colour cannot be seen on a white page."""
    found = _HEX.match(value)
    return found is not None and min(bytes.fromhex(found.group(1))) >= _WHITE

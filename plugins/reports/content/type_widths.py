"""How wide words stand in the paper's type, near enough to know how many lines they take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_WIDTHS: Final = {
    sign: width
    for signs, width in {
        "ijl'|": 0.222,
        " !.,:;/\\[]ftI·": 0.278,
        "()r-“”‘’`*": 0.345,
        "cksvxyzJ": 0.5,
        "ABEKPSVXY&TFLZ": 0.667,
        "wCDHNRU": 0.722,
        "GOQ": 0.778,
        "mM": 0.833,
        "%W…→@": 1.0,
    }.items()
    for sign in signs
}
"""Signs by their width, as parts of the height of the type; those of sans-serif types differ by little."""

_USUAL: Final = 0.556
_SQUARE: Final = 0x2E80
"""First of the signs, such as those of Chinese, that are as wide as they are high."""

_BOLD: Final = 1.07


def width_of(word: str, *, bold: bool = False) -> float:
    """Return the width of a word in heights of its type."""
    width = sum(1.0 if ord(sign) >= _SQUARE else _WIDTHS.get(sign, _USUAL) for sign in word)
    return width * _BOLD if bold else width


def lines_of(words: Iterator[tuple[str, bool]], room: float) -> int:
    """Return on how many lines words stand, each with whether it is bold; `room` is in heights of the type."""
    lines, at = 1, 0.0
    for word, bold in words:
        width = width_of(word, bold=bold)
        at += width_of(" ") if at else 0.0
        if at and at + width > room:
            lines, at = lines + 1, 0.0
        lines += int(width // room)
        at += width % room
    return lines

"""Tables as aligned text and as Markdown. Knows nothing of what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .intervals import Measured

NOT_MEASURED = "not measured"
FEW = 10
"""Figures that rest on fewer sentences or statuses than this are marked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns. The first column is words, the others are figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_text(self) -> str:
        """Return the table with its columns aligned."""
        lines = (self.columns, *self.rows)
        widths = [max(len(line[place]) for line in lines) for place in range(len(self.columns))]
        return "\n".join(_aligned(line, widths).rstrip() for line in lines)

    def as_markdown(self) -> str:
        """Return the table in Markdown."""
        rule = ["---", *["---:"] * (len(self.columns) - 1)]
        lines = (self.columns, rule, *self.rows)
        return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [line[0].ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
    return "  ".join(cells)


def figure(value: float | None) -> str:
    """Return a figure with two places, or that it was not measured."""
    return NOT_MEASURED if value is None else f"{value:.2f}"


def difference(value: float | None) -> str:
    """Return a difference with its sign."""
    return NOT_MEASURED if value is None else f"{value:+.2f}"


def with_interval(one: Measured, *, signed: bool = False) -> str:
    """Return a figure with its interval."""
    show = difference if signed else figure
    if one.value is None or one.low is None or one.high is None:
        return show(one.value)
    return f"{show(one.value)} ({show(one.low)} to {show(one.high)})"


def number(n: int) -> str:
    """Return what a figure rests on, marked with a star where it is little."""
    return f"{n}*" if 0 < n < FEW else str(n)

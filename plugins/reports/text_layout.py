"""Lays text out in columns of a terminal: wrapped lines and tables that never exceed a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

_GAP = "  "
_NARROWEST = 6
_LONGEST_WORD = 16


def wrapped(text: str, width: int, *, first: str = "", then: str = "") -> list[str]:
    """Return `text` in lines of at most `width` characters; words that are too long are cut."""
    lines = textwrap.wrap(text, max(width, 10), initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
    return lines or [first.rstrip()]


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """
    Yield the lines of a table, its cells wrapped.

    Where the width is too small for the columns, each row becomes a list of `head: cell`.
    """
    columns = list(zip(head, *rows, strict=True))
    widths = _widths(columns, width)
    if any(one < _NARROWEST and one < max(map(len, column)) for one, column in zip(widths, columns, strict=True)):
        yield from _stacked(head, rows, width)
        return
    yield from _row(head, widths)
    yield _GAP.join("-" * one for one in widths)
    tall = any(len(cell) > one for row in rows for cell, one in zip(row, widths, strict=True))
    for position, row in enumerate(rows):
        if tall and position:
            yield ""
        yield from _row(row, widths)


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """Share the width out: the widest column gives way first, and no column cuts its words while another has room."""
    widths = [max(map(len, column)) for column in columns]
    floors = [
        min(_LONGEST_WORD, max(len(word) for cell in column for word in [*cell.split(), ""])) for column in columns
    ]
    too_wide = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for _ in range(too_wide):
        can_give = [one if one > floor else 0 for one, floor in zip(widths, floors, strict=True)]
        giving = can_give if any(can_give) else widths
        widths[giving.index(max(giving))] -= 1
        if max(widths) < 2:
            break
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [textwrap.wrap(cell, one, break_on_hyphens=False) for cell, one in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(part.ljust(one) for part, one in zip(line, widths, strict=True)).rstrip()


def _stacked(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for row in rows:
        for name, cell in zip(head, row, strict=True):
            yield from wrapped(f"{name}: {cell}", width, then=_GAP)
        yield ""

"""The addresses that lie behind cells of a spreadsheet file: a cell that shows "Minutes" may lead to a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker import Block, Link

from .parts import Parts

_LINK = re.compile(rb"<(?:[A-Za-z]\w*:)?hyperlink\s[^<>]*>")
_ONE_CELL = re.compile(rb'\bref="([A-Z]{1,3}[0-9]{1,7})(?::[^"]*)?"')
_ID = re.compile(rb'\b(?:\w+:)?id="([^"]{1,300})"')
_MOST = 20_000

CellLink = tuple[str, str, str]
"""Sheet, cell ("B7") and address."""


def links_of(parts: Parts, part: str, xml: bytes, sheet: str) -> Iterator[CellLink]:
    """Yield the links of a sheet that lead out of the file; of one behind several cells, the first of them."""
    if b"hyperlink" not in xml:
        return
    addresses = parts.addresses(part)
    for found in _LINK.finditer(xml):
        cell, number = _ONE_CELL.search(found[0]), _ID.search(found[0])
        target = addresses.get(number[1].decode("utf-8", "replace"), "#") if number else "#"
        if cell and not target.startswith("#"):  # a place in the same file
            yield sheet, cell[1].decode(), target


def placed(links: Sequence[CellLink], blocks: Sequence[Block]) -> tuple[Link, ...]:
    """Return the links where their cells stand in the text; those of cells that are in no block are left out."""
    if not links:
        return ()
    behind = {(sheet, cell): target for sheet, cell, target in links[:_MOST]}
    return tuple(
        Link(start=block.start, end=block.end, target=behind[where])
        for block in blocks
        if (where := (block.sheet or "", block.cell or "")) in behind
    )

"""The addresses that lie behind cells of a spreadsheet file: a cell that shows "Minutes" may lead to a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker import Block, Link

from .parts import Parts

_LINK = re.compile(rb"""<(?:[A-Za-z]\w*:)?hyperlink\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")
_ATTRIBUTE = re.compile(rb"""\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_FIRST_CELL = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(?=:|$)")
_ELSEWHERE = re.compile(r"#|(?!https?:|file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""How a target begins that is a place in the same file, or no page and no file: `mailto:`, `tel:`."""
_MOST = 20_000

CellLink = tuple[str, str, str]
"""Sheet, cell ("B7") and address."""


def links_of(parts: Parts, part: str, xml: bytes, sheet: str) -> Iterator[CellLink]:
    """
    Yield the links of a sheet that lead to files or pages; of one behind several cells, the first of them.

    Addresses of letters, calls and the like lead to no evidence and are left out.
    """
    if b"hyperlink" not in xml:
        return
    addresses = parts.addresses(part)
    for found in _LINK.finditer(xml):
        given = dict(_attributes(found[0]))
        cell, target = _FIRST_CELL.match(given.get("ref", "")), addresses.get(given.get("id", ""), "")
        if cell and target and not _ELSEWHERE.match(target):
            yield sheet, cell[0], target


def _attributes(element: bytes) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element as it was written: names without prefix, in either kind of quotes."""
    for name, one, other in _ATTRIBUTE.findall(element):
        yield name.decode("utf-8", "replace"), (one or other).decode("utf-8", "replace")


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

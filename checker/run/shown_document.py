"""A document as it may be shown, and what was masked in it. Masked here, before anything is made of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.document import Block, Document
from checker.domain.sharing import MOST_PLACES, MaskedPlace
from checker.text.masking import MASK, Masker
from checker.values import replace

_IN_NAME = "personal data in a name"


def shown(document: Document, masker: Masker) -> Document:
    """Return the document without personal data in its text, headings, sheets, metadata, links or hidden matter."""
    paths = {block.heading_path: tuple(map(masker.mask, block.heading_path)) for block in document.blocks}
    sheets = {block.sheet: masker.mask_name(block.sheet) if block.sheet else None for block in document.blocks}
    return replace(
        document,
        text=masker.mask(document.text),
        blocks=tuple(
            replace(block, heading_path=paths[block.heading_path], sheet=sheets[block.sheet])
            for block in document.blocks
        ),
        metadata={key: masker.mask(value) for key, value in document.metadata.items()},
        hidden=tuple(
            replace(one, place=masker.mask_name(one.place), text=masker.mask(one.text)) for one in document.hidden
        ),
        links=tuple(replace(one, target=masker.mask_name(one.target)) for one in document.links),
        reason=masker.mask(document.reason),
    )


def masked_places(document: Document, masker: Masker) -> tuple[MaskedPlace, ...]:
    """
    Return every place of a document, as it was read, where personal data is masked: text first, then the rest.

    What is in its name is masked already and known by the marks alone.
    """
    return (
        *_in_text(document, masker),
        *(MaskedPlace(kind=_IN_NAME, place="file name") for _ in range(MASK in document.name)),
        *_in_sheets(document, masker),
        *_in_metadata(document, masker),
        *_in_hidden(document, masker),
    )


def counted(places: Sequence[MaskedPlace]) -> Mapping[str, int]:
    """Return how many there are of each kind."""
    return dict(sorted(Counter(one.kind for one in places).items()))


def first_of_each(places: Sequence[MaskedPlace]) -> tuple[MaskedPlace, ...]:
    """Return the first few places of each kind."""
    times: Counter[str] = Counter()
    kept = []
    for one in places:
        times[one.kind] += 1
        if times[one.kind] <= MOST_PLACES:
            kept.append(one)
    return tuple(kept)


def _in_text(document: Document, masker: Masker) -> Iterator[MaskedPlace]:
    starts = [block.start for block in document.blocks]
    for one in masker.find(document.text):
        at = bisect_right(starts, one.start) - 1
        yield MaskedPlace(kind=one.kind, place=_place(document, document.blocks[at] if at >= 0 else None, one.start))


def _place(document: Document, block: Block | None, start: int) -> str:
    if block and block.cell:
        return f"{block.sheet}!{block.cell}" if block.sheet else f"cell {block.cell}"
    if block and block.page:
        return f"page {block.page}"
    first = block.start if block and block.line else 0
    return f"line {(block.line if block and block.line else 1) + document.text.count(chr(10), first, start)}"


def _in_sheets(document: Document, masker: Masker) -> Iterator[MaskedPlace]:
    for sheet in sorted({block.sheet for block in document.blocks if block.sheet}):
        for _ in masker.find_in_name(sheet):
            yield MaskedPlace(kind=_IN_NAME, place="name of a sheet")


def _in_metadata(document: Document, masker: Masker) -> Iterator[MaskedPlace]:
    """What front matter says stands in the text too and is told there."""
    for value in document.metadata.values():
        if value not in document.text:
            for one in masker.find(value):
                yield MaskedPlace(kind=one.kind, place="the file's properties")


def _in_hidden(document: Document, masker: Masker) -> Iterator[MaskedPlace]:
    for hidden in document.hidden:
        for one in masker.find(hidden.text):
            yield MaskedPlace(kind=one.kind, place=f"{hidden.kind}, {masker.mask_name(hidden.place)}".rstrip(", "))

"""
Looks into lines that were drawn in several strokes: cuts them at wide gaps, for what stands on one height may belong to
several cells; mends those that were only interrupted; tells raised numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double

import pypdfium2.raw as pdfium

from .lines import RAISED, Line, Page, Places
from .opening import Handle

_WIDE = 1.0
"""A gap between cells, in sizes of the letters; the blanks of a justified line are narrower."""
_SAME_HEIGHT = 0.3
_BATCH = 6
_RAISED_BY = 0.15
_LABEL = re.compile(r"[^\w\s]{1,2}|o|(?:\d+\.)*\d{1,3}[.)]?|\(?[a-zA-Z]{1,4}[.)]|[ivxIVX]+[.)]?|[A-Z]")
_WORD_START = re.compile(r"(?<=\s)\S")
_MARK = re.compile(r"(?<=[a-zA-Z.,;:!?)”’\"'])\d{1,3}(?!\w)")
_OPENING_MARK = re.compile(r"(\d{1,3}) ?(?=[^\W\d]|[“\"‘(£])")


def with_strokes_read(page: Page, text_page: Handle) -> None:
    """Put the page's lines right, where there are more strokes than lines."""
    extra = pdfium.FPDFText_CountRects(text_page, 0, -1) - len(page.lines) if page.lines else 0
    if extra <= 0 and not any(line.leads_on for line in page.lines):
        return
    places = Places(text_page)
    lines: list[Line] = []
    for batch in _batches(page.lines):
        if not _has_strokes(text_page, batch) and not any(line.leads_on for line in batch):
            lines += batch
            continue
        for line in batch:
            if lines and _goes_on(text_page, lines[-1], line):
                lines[-1] = lines[-1]._replace(text=f"{lines[-1].text}{' ' if line.leads_on else ''}{line.text}")
            else:
                lines += (piece for piece in _pieces(text_page, places, line, page.scale) if piece.text)
    page.lines = lines


def _batches(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines a few at a time: most few have nothing to look into, and are passed over together."""
    return (lines[start : start + _BATCH] for start in range(0, len(lines), _BATCH))


def _has_strokes(text_page: Handle, lines: Sequence[Line]) -> bool:
    length = lines[-1].at + len(lines[-1].text) - lines[0].at
    strokes: int = pdfium.FPDFText_CountRects(text_page, lines[0].at, length)
    return strokes > len(lines)


def _goes_on(text_page: Handle, before: Line, line: Line) -> bool:
    """Whether a line is the rest of the one before, on the same height and close by."""
    if abs(line.y - before.y) > _SAME_HEIGHT * line.size or line.x <= before.x:
        return False
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, line.at - (4 if line.leads_on else 3), byref(box))
    gap: float = line.x - box.right
    return box.left > before.x and gap < _WIDE * line.size


def _pieces(text_page: Handle, places: Places, line: Line, scale: float) -> list[Line]:
    """Return the line in parts, or the line alone; a bullet or a number stays with what it labels."""
    count = pdfium.FPDFText_CountRects(text_page, line.at, len(line.text))
    if count < 2:
        return [line]
    edges = list(_edges(text_page, count, _WIDE * line.size))
    line = _with_raised_numbers(places, line, scale)
    cuts = [cut for edge in edges if (cut := _word_at(places, line, edge))]
    if cuts and _LABEL.fullmatch(line.text[: cuts[0]].strip()):
        cuts = cuts[1:]
    if not cuts:
        return [line]
    return [
        line._replace(
            text=line.text[start:end].strip(), x=places.origin(line.at + start)[0], at=line.at + start, piece=n
        )
        for n, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(line.text)], strict=True), 1)
    ]


def _edges(text_page: Handle, count: int, wide: float) -> Iterator[float]:
    """Yield the left edges of what stands behind a wide gap. Speaks of the rectangles that were counted last."""
    left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
    places = byref(left), byref(top), byref(right), byref(bottom)
    before = None
    for index in range(count):
        pdfium.FPDFText_GetRect(text_page, index, *places)
        if before is not None and left.value - before > wide:
            yield left.value
        before = right.value


def _word_at(places: Places, line: Line, edge: float) -> int:
    """Return where in the line the word begins that stands at an edge; 0 if none does."""
    for word in _WORD_START.finditer(line.text):
        x, _ = places.origin(line.at + word.start())
        if x >= edge - 0.3 * line.size:
            return word.start() if x <= edge + line.size else 0
    return 0


def _with_raised_numbers(places: Places, line: Line, scale: float) -> Line:
    """Return the line with the numbers of footnotes written as raised ones; its size is then that of its words."""
    if opening := _OPENING_MARK.match(line.text):
        _, y = places.origin(line.at + opening.end())
        size = places.size(line.at + opening.end(), scale)
        if line.y > y + _RAISED_BY * size:
            text = opening[1].translate(RAISED) + line.text[opening.end(1) :]
            line = line._replace(text=text, y=y, size=size)
    for mark in _MARK.finditer(line.text):
        _, y = places.origin(line.at + mark.start())
        if line.y + _RAISED_BY * line.size < y < line.y + line.size:
            text = line.text[: mark.start()] + mark[0].translate(RAISED) + line.text[mark.end() :]
            line = line._replace(text=text)
    return line

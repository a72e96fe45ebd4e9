"""The lines of a page with their places, as PDFium gives them: in the order in which the file draws them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import (
    POINTER,
    PYFUNCTYPE,
    addressof,
    byref,
    c_double,
    c_int,
    c_ushort,
    c_void_p,
    cast,
    create_string_buffer,
)
from math import hypot
from typing import NamedTuple

import pypdfium2.raw as pdfium

from checker import dataclass, field

from .opening import Handle

HYPHEN_AT_LINE_END = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line, of which it makes one line with the next."""

BULLETS = frozenset("•●▪◦‣■□➢✓✔⁃·") | {chr(code) for code in range(0xF000, 0xF100)}
"""Signs before the items of a list; the last ones are those of symbol fonts."""
_SAMPLES = 8
_GIBBERISH = 0.2
_NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uefff]")
_ORIGIN = PYFUNCTYPE(c_int, c_void_p, c_int, c_void_p, c_void_p)(
    cast(pdfium.FPDFText_GetCharOrigin, c_void_p).value or 0
)
_SIZE = PYFUNCTYPE(c_double, c_void_p, c_int)(cast(pdfium.FPDFText_GetFontSize, c_void_p).value or 0)
"""PDFium's functions that every line asks, with addresses for pointers: half the time a call."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_NUMBERS, _CLOSING, _ENDS_SENTENCE = "⁰¹²³⁴⁵⁶⁷⁸⁹", "'\"’”)]", frozenset(".!?:;")


class Line(NamedTuple):
    """
    A line, or one cell's part of it. A tuple, for there are thousands.

    Lengths are in points. `x` is where it begins and `y` the height that its letters stand on, from the page's lower
    left corner. `size` is that of its letters. `at` is the number of its first character on the page. `piece` counts
    the parts of a line with wide gaps from 1; a line without is 0. `leads_on`: a blank stands before it, so that it may
    go on with the line before.
    """

    text: str
    x: float
    y: float
    size: float
    page: int
    at: int
    piece: int = 0
    leads_on: bool = False


@dataclass(kw_only=True, slots=True)
class Page:
    """
    A page as read: `number` counts from 1, `height` is in points. `is_drawn_on`: there is anything on it at all.
    `scale` is by how much the page enlarges its letters; 0 if not all alike.
    """

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    scale: float = 1.0
    is_drawn_on: bool = False


class Places:
    """Asks PDFium where the characters of a page are."""

    def __init__(self, text_page: Handle) -> None:
        self._text_page, self._address = text_page, cast(text_page, c_void_p).value
        self._x, self._y, self._matrix = c_double(), c_double(), pdfium.FS_MATRIX()
        self._at_x, self._at_y = addressof(self._x), addressof(self._y)

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character begins and stands."""
        _ORIGIN(self._address, at, self._at_x, self._at_y)
        return self._x.value, self._y.value

    def size(self, at: int, scale: float) -> float:
        """Return the size of a character; `scale` is the page's, 0 to look it up."""
        size: float = _SIZE(self._address, at)
        return size * (scale or self.scale(at))

    def scale(self, at: int) -> float:
        """Return by how much a character is enlarged beyond the size of its font."""
        pdfium.FPDFText_GetMatrix(self._text_page, at, byref(self._matrix))
        return hypot(self._matrix.c, self._matrix.d) or 1.0


def read_lines(page: Handle, text_page: Handle, number: int) -> Page:
    """Return the page's lines as drawn; empty ones are left out."""
    text, is_plain = _text_of(text_page)
    places = Places(text_page)
    found = Page(number=number, height=pdfium.FPDF_GetPageHeightF(page), scale=_scale(places, len(text)))
    append, index_of = found.lines.append, _index_of(text_page, is_plain)
    origin, size_of, scale = places.origin, places.size, found.scale
    at = 0
    for row in text.split("\r\n"):
        if words := row.strip():
            leads_on = row[0] == " "
            index = index_of(at + len(row) - len(row.lstrip()) if leads_on else at)
            x, y = origin(index)
            is_labelled = words[0] in BULLETS and len(words) > 2  # a bullet may be larger than its words
            size = size_of(index + 2 if is_labelled else index, scale)
            line = Line(words, x, y, size, number, index, 0, leads_on)
            if HYPHEN_AT_LINE_END in words:
                found.lines += _parts_at_hyphens(line, places, scale)
            else:
                append(line)
        at += len(row) + 2
    _turn(found, page)
    return found


def _parts_at_hyphens(line: Line, places: Places, scale: float) -> Iterator[Line]:
    """
    Yield the lines, each with its own place and size, of which PDFium made one at hyphens. Not all belong together: a
    footnote can be among them.
    """
    start = 0
    for mark in re.finditer(HYPHEN_AT_LINE_END, line.text[:-1]):
        yield line._replace(text=f"{line.text[start : mark.start()]}-", at=line.at + start)
        start = mark.end()
        x, y = places.origin(line.at + start)
        line = line._replace(x=x, y=y, size=places.size(line.at + start, scale))
    yield line._replace(text=line.text[start:].replace(HYPHEN_AT_LINE_END, "-"), at=line.at + start)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence, or an introduction to a list, does."""
    return text.rstrip(_RAISED_NUMBERS).rstrip(_CLOSING)[-1:] in _ENDS_SENTENCE


def _text_of(text_page: Handle) -> tuple[str, bool]:
    """Return the page's text, and whether its letters and the page's characters have the same numbers."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return "", True
    buffer = create_string_buffer(2 * count + 2)
    written = pdfium.FPDFText_GetText(text_page, 0, count, cast(buffer, POINTER(c_ushort)))
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    return ("", True) if _is_gibberish(text) else (text, len(text) == count)


def _is_gibberish(text: str) -> bool:
    """Whether many signs are no letters at all: the fonts do not say which letters theirs are."""
    return len(_NO_LETTER.findall(text)) > _GIBBERISH * len(text)


def _index_of(text_page: Handle, is_plain: bool) -> Callable[[int], int]:
    if is_plain:
        return int
    return lambda at: max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at))


def _scale(places: Places, count: int) -> float:
    """Return the scale of all letters, judged by a few of them; 0 if they are not alike."""
    scales = {round(places.scale(at), 3) for at in range(0, count, max(1, count // _SAMPLES))}
    return scales.pop() if len(scales) == 1 else 0.0


def _turn(found: Page, page: Handle) -> None:
    """Put the lines of a turned page where its reader sees them."""
    quarters = pdfium.FPDFPage_GetRotation(page)
    if not quarters:
        return
    width, height = pdfium.FPDF_GetPageWidthF(page), found.height
    for number, line in enumerate(found.lines):
        if quarters == 1:
            x, y = line.y, height - line.x
        elif quarters == 3:
            x, y = width - line.y, line.x
        else:
            x, y = width - line.x, height - line.y
        found.lines[number] = line._replace(x=x, y=y)

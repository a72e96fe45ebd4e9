"""Finds words that are white on nothing: a reader of the page does not see them, a search does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint

import pypdfium2.raw as pdfium

from checker import HiddenMatter

from .lines import Page, Places
from .opening import Handle

_WHITE = 250
_MOST_OBJECTS = 5_000
_LONGEST = 300

Box = tuple[float, float, float, float]


def white_words(found: Page, page: Handle, text_page: Handle) -> Iterator[HiddenMatter]:
    """
    Yield the white words of lines that end in white, where no picture or colour is behind them. They stay in the text:
    whether a reader sees them is not quite certain. Lines that only begin in white are not looked for: it costs time.
    """
    is_white = _asking_for_white(text_page)
    lines = [line for line in found.lines if is_white(line.at + len(line.text) - 1)]
    if not lines:
        return
    places, behind = Places(text_page), list(_coloured(page))
    for line in lines:
        places_of_white = [place for place in range(len(line.text)) if is_white(line.at + place)]
        x, y = places.origin(line.at + places_of_white[0])
        if not any(_holds(box, x, y, line.size) for box in behind):
            words = "".join(line.text[place] for place in places_of_white)
            yield HiddenMatter(kind="white text", place=f"page {found.number}", text=words.strip()[:_LONGEST])


def _asking_for_white(text_page: Handle) -> Callable[[int], bool]:
    """Return what tells whether a character is white; a blank that PDFium added has no colour."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pointers = byref(red), byref(green), byref(blue), byref(alpha)
    ask = pdfium.FPDFText_GetFillColor

    def is_white(at: int) -> bool:
        known = ask(text_page, at, *pointers)
        return bool(known and red.value >= _WHITE and green.value >= _WHITE and blue.value >= _WHITE)

    return is_white


def _coloured(page: Handle) -> Iterator[Box]:
    """Yield where pictures and filled shapes stand; of very many objects the first 5,000."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        if not _has_colour(thing):
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
            yield left.value, bottom.value, right.value, top.value


def _has_colour(thing: Handle) -> bool:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return bool(kind != pdfium.FPDF_PAGEOBJ_TEXT)
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(thing, byref(fill), byref(stroke))
    if fill.value == pdfium.FPDF_FILLMODE_NONE:
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    known = pdfium.FPDFPageObj_GetFillColor(thing, byref(red), byref(green), byref(blue), byref(alpha))
    return not known or min(red.value, green.value, blue.value) < _WHITE


def _holds(box: Box, x: float, y: float, size: float) -> bool:
    left, bottom, right, top = box
    return left - size <= x <= right and bottom - size <= y <= top

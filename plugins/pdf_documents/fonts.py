"""Tells which short lines are set in bold letters, by the name and weight of their font."""

from __future__ import annotations

import re
from ctypes import byref, c_int, create_string_buffer

import pypdfium2.raw as pdfium

from .lines import Line, Page
from .opening import Handle

_LONGEST = 110
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi(?!.*ital$)", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_SPACE = 128


def bold_lines(page: Page, text_page: Handle) -> frozenset[int]:
    """Return the places (`Line.at`) of the lines that are bold and may be a heading or a part of one."""
    buffer, flags = create_string_buffer(_NAME_SPACE), c_int()
    bold = []
    after = (*page.lines[1:], None)
    for line, following in zip(page.lines, after, strict=False):
        if _may_be_heading(line) and not (following and following.text[:1].islower()):
            length = pdfium.FPDFText_GetFontInfo(text_page, line.at, buffer, _NAME_SPACE, byref(flags))
            named = _BOLD_NAME.search(buffer.raw[: min(length, _NAME_SPACE)]) is not None
            if named or pdfium.FPDFText_GetFontWeight(text_page, line.at) >= _BOLD_WEIGHT:
                bold.append(line.at)
    return frozenset(bold)


def _may_be_heading(line: Line) -> bool:
    """Whether a line is short, and neither a sentence nor the rest of one."""
    text = line.text
    return len(text) <= _LONGEST and text[-1] not in ".,;" and not text[0].islower() and not line.piece

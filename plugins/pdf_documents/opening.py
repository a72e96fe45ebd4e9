"""Opens a PDF file with PDFium, and says in plain words why one cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from checker import UnreadableError

from .salvage import with_a_list_of_pages

Handle = Any
"""A pointer that PDFium gave; it has no type that could be checked."""

_PROTECTED = "It is protected with a password. Save a copy without the password."
_DAMAGED = "It is damaged or cut off, and no page could be read. Save it as PDF again."
_HOW = {pdfium.FPDF_ERR_PASSWORD: _PROTECTED, pdfium.FPDF_ERR_SECURITY: _PROTECTED}
_TAIL = 2048


@contextmanager
def opened(data: bytes) -> Iterator[Handle]:
    """Open a PDF file, of a damaged one what is left. `UnreadableError` if it needs a password or nothing is left."""
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle and (reason := _HOW.get(pdfium.FPDF_GetLastError())):
        raise UnreadableError(reason)
    if not handle and (mended := with_a_list_of_pages(data)):
        data = mended  # PDFium reads from these bytes for as long as the file is open
        handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise UnreadableError(_DAMAGED)
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


@contextmanager
def opened_page(document: Handle, number: int) -> Iterator[tuple[Handle, Handle] | None]:
    """Open the page with this index, and its text; `None` if the page is damaged."""
    page = pdfium.FPDF_LoadPage(document, number)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text) if text else None
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def is_cut_off(data: bytes) -> bool:
    """Whether the mark is missing that ends every whole file; PDFium then finds what pages it can."""
    return b"%%EOF" not in data[-_TAIL:]

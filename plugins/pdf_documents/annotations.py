"""What lies over a page: links, comments, fields of forms."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import POINTER, byref, c_ulong, c_ushort, cast, create_string_buffer

import pypdfium2.raw as pdfium

from checker import HiddenMatter, dataclass

from .opening import Handle

_MOST = 2_000
_LONGEST = 300
_INSET = 0.25
"""Of a link's height: what is left of it holds its own line alone."""
_COMMENTS = {
    pdfium.FPDF_ANNOT_TEXT: "comment",
    pdfium.FPDF_ANNOT_FREETEXT: "comment",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "comment",
    pdfium.FPDF_ANNOT_UNDERLINE: "comment",
    pdfium.FPDF_ANNOT_STRIKEOUT: "comment",
    pdfium.FPDF_ANNOT_CARET: "comment",
    pdfium.FPDF_ANNOT_STAMP: "comment",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """Words of a page that lead somewhere, as far as they can be told; `page` from 1."""

    page: int
    words: str
    target: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Overlay:
    """What lies over one page."""

    anchors: tuple[Anchor, ...] = ()
    hidden: tuple[HiddenMatter, ...] = ()


def read_overlay(document: Handle, page: Handle, text_page: Handle, number: int) -> Overlay:
    """Return links, comments and filled-in fields of a page; of very many the first 2,000."""
    anchors: list[Anchor] = []
    hidden: list[HiddenMatter] = []
    for annotation in _annotations(page):
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_LINK:
            anchors += _anchor(document, annotation, text_page, number)
        elif kind in _COMMENTS:
            hidden += _matter(_COMMENTS[kind], number, _value(annotation, b"Contents"))
        elif kind == pdfium.FPDF_ANNOT_WIDGET:
            hidden += _matter("form field", number, _field_text(annotation))
    return Overlay(anchors=tuple(anchors), hidden=tuple(hidden))


def _annotations(page: Handle) -> Iterator[Handle]:
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        if annotation := pdfium.FPDFPage_GetAnnot(page, index):
            try:
                yield annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _matter(kind: str, number: int, text: str) -> Iterator[HiddenMatter]:
    if text:
        yield HiddenMatter(kind=kind, place=f"page {number}", text=text[:_LONGEST])


def _field_text(annotation: Handle) -> str:
    """Return a field's name and what was filled in; nothing for an empty one."""
    value = _value(annotation, b"V")
    name = _value(annotation, b"TU") or _value(annotation, b"T")
    return f"{name}: {value}" if name and value else value


def _value(annotation: Handle, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, _as_wide(buffer), length)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").replace("\0", "").split())


def _anchor(document: Handle, annotation: Handle, text_page: Handle, number: int) -> Iterator[Anchor]:
    target = _target(document, pdfium.FPDFAnnot_GetLink(annotation))
    box = pdfium.FS_RECTF()
    if target and pdfium.FPDFAnnot_GetRect(annotation, byref(box)):
        inset = _INSET * (box.top - box.bottom)  # letters of the lines above and below reach into it
        place = box.left, box.top - inset, box.right, box.bottom + inset
        length = pdfium.FPDFText_GetBoundedText(text_page, *place, None, 0)
        buffer = create_string_buffer(2 * length + 2)
        pdfium.FPDFText_GetBoundedText(text_page, *place, _as_wide(buffer), length)
        words = buffer.raw[: 2 * length].decode("utf-16-le", "replace").replace("\0", "")
        yield Anchor(page=number, words=" ".join(words.split()), target=target)


def _target(document: Handle, link: Handle) -> str:
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = c_ulong(pdfium.FPDFAction_GetURIPath(document, action, None, 0)).value
    buffer = create_string_buffer(length + 1)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _as_wide(buffer: Handle) -> Handle:
    return cast(buffer, POINTER(c_ushort))

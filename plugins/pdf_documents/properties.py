"""What a PDF file says of itself: properties, outline, tags; and the files that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import POINTER, byref, c_ulong, c_ushort, cast, create_string_buffer

import pypdfium2.raw as pdfium

from checker import Member

from .headings import OutlineEntry
from .opening import Handle

_PROPERTIES = {"Title": "title", "Subject": "subject", "Keywords": "keywords"}
_DATES = {"CreationDate": "created", "ModDate": "modified"}
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(
    r"^microsoft (?:word|powerpoint|excel) - "
    r"|\.(?:docx?|html?|od[tsp]|pptx?|xlsx?|pdf|indd|rtf)$"
    r"|^\(?(?:untitled|anonymous|unspecified)",
    re.IGNORECASE,
)
"""What programs write where nobody gave a title."""
_MOST_ENTRIES, _DEEPEST = 5_000, 9
_MOST_MEMBERS, _LARGEST_MEMBERS = 200, 100_000_000
_TOO_LARGE = "It is too large to be taken out of the file that holds it."
_NO_DATA = "It could not be taken out of the file that holds it."


def read_metadata(document: Handle) -> dict[str, str]:
    """
    Return title, subject, keywords, dates and whether the file is tagged (`tagged`: `yes` or `no`).

    What programs write there of their own accord is left out; the author is too: reports do not name
    people.
    """
    stated = {name: _property(document, key) for key, name in _PROPERTIES.items()}
    found = {name: value for name, value in stated.items() if not _NO_TITLE.search(value)}
    for key, name in _DATES.items():
        date = _DATE.match(_property(document, key))
        found[name] = "-".join(date.groups()) if date else ""
    found["tagged"] = "yes" if pdfium.FPDFCatalog_IsTagged(document) else "no"
    return {name: value for name, value in sorted(found.items()) if value}


def _property(document: Handle, key: str) -> str:
    length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
    buffer = create_string_buffer(length + 2)
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, length)
    return " ".join(_wide(buffer.raw).split())


def _wide(data: bytes) -> str:
    return data[: len(data) // 2 * 2].decode("utf-16-le", "replace").split("\0", 1)[0]


def read_outline(document: Handle) -> tuple[OutlineEntry, ...]:
    """Return the entries of the outline that lead to a page; of very many the first 5,000."""
    found: list[OutlineEntry] = []
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    seen = 0
    while waiting and seen < _MOST_ENTRIES:
        entry, level = waiting.pop()
        if not entry:
            continue
        seen += 1
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, entry), level))
        if level < _DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, entry), level + 1))
        found += _entry(document, entry, level)
    return tuple(found)


def _entry(document: Handle, entry: Handle, level: int) -> Iterator[OutlineEntry]:
    target = pdfium.FPDFBookmark_GetDest(document, entry)
    page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
    if page < 0:
        return
    length = pdfium.FPDFBookmark_GetTitle(entry, None, 0)
    buffer = create_string_buffer(length + 2)
    pdfium.FPDFBookmark_GetTitle(entry, buffer, length)
    yield OutlineEntry(words=_wide(buffer.raw), level=level, page=page + 1)


def read_members(document: Handle) -> tuple[Member, ...]:
    """Return the files that are attached, up to 200 and 100 MB in all."""
    members: list[Member] = []
    left = _LARGEST_MEMBERS
    for index in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), _MOST_MEMBERS)):
        member = _member(pdfium.FPDFDoc_GetAttachment(document, index), index, left)
        left -= len(member.data)
        members.append(member)
    return tuple(members)


def _member(attachment: Handle, index: int, most: int) -> Member:
    length = pdfium.FPDFAttachment_GetName(attachment, None, 0)
    buffer = create_string_buffer(length + 2)
    pdfium.FPDFAttachment_GetName(attachment, cast(buffer, POINTER(c_ushort)), length)
    name = _wide(buffer.raw) or f"attachment-{index + 1}"
    size = c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, byref(size)):
        return Member(name=name, problem=_NO_DATA)
    if size.value > most:
        return Member(name=name, problem=_TOO_LARGE)
    data = create_string_buffer(max(size.value, 1))
    pdfium.FPDFAttachment_GetFile(attachment, data, size.value, byref(size))
    return Member(name=name, data=data.raw[: size.value])

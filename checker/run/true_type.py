"""What a file certainly is by its content, whatever its name says. Where that is not certain, nothing is claimed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from checker.values import dataclass

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+)?html\b", re.I | re.S
)
_LARGEST_LOOKED_INTO = 10_000
"""Archives with more entries than this are not looked into."""
_LONGEST_MIME_TYPE = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class TrueType:
    """A type of file: the suffix that fits it, what it is called, and other suffixes of the same family."""

    suffix: str
    called: str
    family: frozenset[str]


def _of(suffix: str, called: str, *others: str) -> TrueType:
    return TrueType(suffix=suffix, called=called, family=frozenset({suffix, *others}))


_PDF = _of(".pdf", "a PDF file")
_HTML = _of(".html", "a web page", ".htm", ".xhtml", ".mht", ".mhtml")
_ZIP = _of(".zip", "a zip archive")
_BY_PART = {
    "word/document.xml": _of(".docx", "a Word file", ".docm", ".dotx", ".dotm"),
    "xl/workbook.xml": _of(".xlsx", "an Excel file", ".xlsm", ".xltx", ".xltm"),
    "ppt/presentation.xml": _of(".pptx", "a PowerPoint file", ".pptm", ".ppsx", ".potx"),
}
_BY_MIME_TYPE = {
    b"application/vnd.oasis.opendocument.text": _of(".odt", "an OpenDocument text", ".ott"),
    b"application/vnd.oasis.opendocument.spreadsheet": _of(".ods", "an OpenDocument spreadsheet", ".ots"),
    b"application/vnd.oasis.opendocument.presentation": _of(".odp", "an OpenDocument presentation", ".otp"),
}


def true_type(data: bytes) -> TrueType | None:
    """Return what the bytes certainly are, or `None`."""
    if data.startswith(b"%PDF-"):
        return _PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return _HTML if _PAGE.match(data[:2_000]) else None


def _zipped(data: bytes) -> TrueType | None:
    from zipfile import BadZipFile, ZipFile  # costs time, and many runs see no archive
    from zlib import error as damaged_error

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _LARGEST_LOOKED_INTO:
                return None
            if "mimetype" in names and (info := archive.getinfo("mimetype")).file_size < _LONGEST_MIME_TYPE:
                return _BY_MIME_TYPE.get(_content(archive, info).strip())
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, damaged_error):
        return None
    office = next((_BY_PART[part] for part in _BY_PART if part in names), None)
    # An archive of Office's kind that is none of these (a drawing, a binary workbook) is not opened as a plain zip.
    return office if office or "[Content_Types].xml" in names else _ZIP


def _content(archive: ZipFile, info: ZipInfo) -> bytes:
    """Return a small entry; empty if it is packed in a way that `zipfile` unpacks without a limit."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return b""
    with archive.open(info) as file:
        return file.read(_LONGEST_MIME_TYPE)

"""Which reader an office file needs, decided by what it holds, and plain words for what is no such file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from checker import Document, Source, UnreadableError

from . import open_document, slides, word
from .package import DAMAGED, OfficePackage
from .suffixes import SLIDES, WORD
from .xml_stream import BrokenPartError

Read: TypeAlias = Callable[[str, OfficePackage], Document]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"<?xml", "an XML file"),
    (b"<", "a web page"),
)
_PROTECTED = "It is protected with a password. Save a copy without the password."
_OPEN_READERS: dict[str, Read] = {
    "application/vnd.oasis.opendocument.text": open_document.read_text,
    "application/vnd.oasis.opendocument.presentation": open_document.read_presentation,
    "application/vnd.oasis.opendocument.spreadsheet": open_document.read_spreadsheet,
}


def refuse_other_formats(source: Source) -> None:
    """Raise `UnreadableError` with what to do for anything that is no zip."""
    data = source.data
    if data.startswith(_OLE):
        raise UnreadableError(_PROTECTED if _ENCRYPTED in data else _old_format(source.suffix))
    if not data.strip(b"\0"):
        msg = (
            "The file is empty."
            if not data
            else "It holds nothing but zeros: its copy was not finished. Copy it again."
        )
        raise UnreadableError(msg)
    if not data.startswith(b"PK"):
        what = next((name for start, name in _OTHERS if data.lstrip().startswith(start)), "something else")
        msg = (
            f"It is no {_family(source.suffix)}: it seems to be {what}. Give it the suffix that fits, or save it anew."
        )
        raise UnreadableError(msg)


def reader_of(package: OfficePackage, suffix: str, *, every_cell: bool = False) -> Read:
    """
    Return the reader for what a package holds, whatever suffix of the family the file has.

    `every_cell`: each cell of a sheet is wanted as a block, however many there are.
    """
    if _is_encrypted(package):
        raise UnreadableError(_PROTECTED)
    main = package.related("").get("officeDocument", "")
    if main.startswith("xl/") or (not main and package.names("xl/")):
        msg = f"It is no {_family(suffix)} but an Excel workbook. Give it the suffix .xlsx."
        raise UnreadableError(msg)
    if main.startswith("ppt/") or package.names("ppt/"):
        return slides.read_slides
    if main or package.names("word/"):
        return word.read_word
    kind = _open_document_kind(package)
    if kind in _OPEN_READERS:
        read = _OPEN_READERS[kind]
        return partial(open_document.read_spreadsheet, every_cell=True) if every_cell and _is_sheet(read) else read
    msg = f"It is no {_family(suffix)}. Open it in the program that made it and save it anew."
    raise UnreadableError(DAMAGED if package.is_cut_off else msg)


def _is_sheet(read: Read) -> bool:
    return read is open_document.read_spreadsheet


def _open_document_kind(package: OfficePackage) -> str:
    try:
        kind = package.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in package else ""
    except BrokenPartError:
        return ""
    return kind.removesuffix("-template")


def _is_encrypted(package: OfficePackage) -> bool:
    manifest = "META-INF/manifest.xml"
    try:
        return manifest in package and b"encryption-data" in package.read(manifest)
    except BrokenPartError:
        return False


def _family(suffix: str) -> str:
    if suffix in WORD:
        return "Word file"
    return "PowerPoint file" if suffix in SLIDES else "OpenDocument file"


def _old_format(suffix: str) -> str:
    if suffix in SLIDES:
        return "It is in the old PowerPoint format. Open it in PowerPoint and save it as .pptx."
    if suffix in WORD:
        return "It is in the old Word format. Open it in Word and save it as .docx."
    return "It is in an old Microsoft format. Open it in the program that made it and save it as .docx, .pptx or .xlsx."

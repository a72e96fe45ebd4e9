"""Reader for Word files (.docx and its kin), straight from the zip with a streaming parser."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl

from .package import OfficePackage
from .word import read_word

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_OLD_WORD = frozenset({".doc", ".dot"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "a PDF file"), (b"{\\rtf", "a rich text (RTF) file"), (b"<", "a web page or XML file"))


@hookimpl
def checker_read_document(source: Source) -> Document | None:
    """Read Word files; for the old `.doc` format say what to do."""
    if source.suffix not in _WORD | _OLD_WORD:
        return None
    _refuse_other_formats(source)
    with OfficePackage(source.data) as package:
        return read_word(source.name, package)


def _refuse_other_formats(source: Source) -> None:
    data = source.data
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            msg = "It is protected with a password. Save a copy without the password."
            raise UnreadableError(msg)
        msg = "It is in the old Word format. Open it in Word and save it as .docx."
        raise UnreadableError(msg)
    if not data.startswith(b"PK"):
        what = next((name for start, name in _OTHERS if data.lstrip().startswith(start)), "something else")
        msg = f"It is not a Word file: it seems to be {what}. Give it the suffix that fits, or save it as .docx."
        raise UnreadableError(msg)

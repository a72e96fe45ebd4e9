"""Records of documents of which nothing could be marked: they could not be read, or only hold others."""

from __future__ import annotations

from types import TracebackType

from checker.domain.assessment import DocumentRecord
from checker.domain.document import Document, ReadStatus, Recognised, Source
from checker.errors import UnreadableError
from checker.run.marked_document import MarkedDocument
from checker.run.records import container_record, unread_record
from checker.run.shown_document import shown
from checker.text.masking import Masker

_FAULT = (
    "The checker itself failed on it ({what}): that is a fault of the checker and not of the file. Please report it, "
    "and save the file in another form meanwhile."
)
_NO_MEMORY = "There was not enough memory for it. Close other programs, or split it."


def not_loaded(name: str, size: int, error: Exception) -> MarkedDocument:
    """Return a file whose bytes could not be had, with the reason."""
    reason = str(error) if isinstance(error, UnreadableError) else _reason_of(error)
    failed = Document(name=name, status=ReadStatus.FAILED, reason=reason)
    return unread(failed, Source(name=name, data=b"", sha256=""), size)


def of_fault(source: Source, error: Exception) -> MarkedDocument:
    """Return a file on which our own code failed: what happened and where, without words of the file."""
    failed = Document(name=source.name, status=ReadStatus.FAILED, reason=_reason_of(error))
    return unread(failed, source, len(source.data))


def _reason_of(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return _NO_MEMORY
    return _FAULT.format(what=f"{type(error).__name__}{_place_of(error.__traceback__)}")


def _place_of(trace: TracebackType | None) -> str:
    """Return our innermost line on the way of an error: the same on every computer."""
    place = ""
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        place = f" in {module}, line {trace.tb_lineno}" if module.startswith("checker.") else place
        trace = trace.tb_next
    return place


def unread(document: Document, source: Source, size: int) -> MarkedDocument:
    """Return a document that could not be read, with the reason that it has."""
    return _unmarked(document, unread_record(document, source, size))


def only_container(document: Document, source: Source, masker: Masker) -> MarkedDocument:
    """Return a container without a text of its own: what it says is said by its members."""
    return _unmarked(shown(document, masker), container_record(document, source, masker))


def _unmarked(document: Document, record: DocumentRecord) -> MarkedDocument:
    return MarkedDocument(document=document, recognised=Recognised(), sentences=(), passages=(), record=record)

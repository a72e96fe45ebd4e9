"""The record that stays of a document when its text is gone: what it is, what was found in it, what was masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.domain.assessment import DocumentRecord, ExpectationStatus
from checker.domain.document import Document, ReadStatus, Recognised, Source
from checker.domain.evidence import Passage
from checker.domain.register import Tags
from checker.run.shown_document import counted, first_of_each, masked_places
from checker.text.masking import Masker, masker_of
from checker.values import dataclass, replace

_NOT_RECOGNISED_KEPT = 5


def unread_record(document: Document, source: Source, size: int) -> DocumentRecord:
    """Return the record of a file that could not be read: nothing that it may hold is told."""
    emptied = replace(document, text="", metadata={}, hidden=(), status=ReadStatus.FAILED)
    record = _as_read(emptied, source, masker_of(()))
    return replace(record, size=size, kind_reason="It could not be read.")


def container_record(document: Document, source: Source, masker: Masker) -> DocumentRecord:
    """Return the record of a container without a text of its own: what it says is said by its members."""
    count = len(document.members)
    reason = f"It holds {count:,} {'file' if count == 1 else 'files'}, each read as a document of its own."
    return replace(_as_read(document, source, masker), kind_reason=reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What was found in a document: its date, the tags it was given, its passages and what they say together."""

    date: str
    tags: Tags
    passages: Sequence[Passage]
    statuses: dict[str, ExpectationStatus]


def marked_record(
    document: Document, source: Source, recognised: Recognised, found: Found, masker: Masker
) -> DocumentRecord:
    """Return the record of a document that was marked; it is given as it was read, and shown masked."""
    countable = [passage for passage in found.passages if passage.countable]
    missed = [passage for passage in countable if not passage.own_words]
    return replace(
        _as_read(document, source, masker),
        reason=masker.mask(document.reason),
        kind=recognised.kind,
        kind_reason=masker.mask(recognised.kind_reason),
        title=masker.mask(recognised.title),
        council=masker.mask(recognised.council),
        statement=recognised.statement,
        published_score=recognised.published_score,
        date=found.date,
        tags=found.tags,
        sentences=len(countable),
        recognised=len(countable) - len(missed),
        statuses=found.statuses,
        not_recognised=tuple(missed[:_NOT_RECOGNISED_KEPT]),
    )


def _as_read(document: Document, source: Source, masker: Masker) -> DocumentRecord:
    masked = masked_places(document, masker)
    return DocumentRecord(
        name=document.name,
        sha256=source.sha256,
        size=len(source.data),
        status=document.status,
        reason=document.reason,
        reader=document.reader,
        hidden=dict(sorted(Counter(item.kind for item in document.hidden).items())),
        masked=counted(masked),
        masked_at=first_of_each(masked),
    )

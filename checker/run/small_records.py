"""Records of documents in little memory: a run holds one for each document to its end."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern

from checker.domain.assessment import ExpectationStatus
from checker.domain.pack import RuleBook
from checker.domain.packed_statuses import PackedStatuses
from checker.domain.register import Tags
from checker.run.marked_document import DocumentFacts
from checker.values import replace

_NO_TAGS = Tags()
_NONE: Mapping[str, int] = {}


class SmallRecords:
    """Makes records small: what many of them say alike they share, and statuses take a few bytes each."""

    def __init__(self, book: RuleBook) -> None:
        self._expectations = tuple(sorted(one.id for one in book.expectations))

    def made(self, facts: DocumentFacts) -> DocumentFacts:
        """Return facts whose record says the same in less memory."""
        record = facts.record
        small = replace(
            record,
            statuses=PackedStatuses.of(record.statuses, ExpectationStatus, self._expectations),
            tags=record.tags if record.tags != _NO_TAGS else _NO_TAGS,
            hidden=record.hidden or _NONE,
            masked=record.masked or _NONE,
            reason=intern(record.reason),
            reader=intern(record.reader),
            kind_reason=intern(record.kind_reason),
            council=intern(record.council),
            statement=intern(record.statement),
            date=intern(record.date),
        )
        return replace(facts, record=small)

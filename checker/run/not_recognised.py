"""Sentences that no expectation recognised: of all documents only those are held that the report can show."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from operator import itemgetter

from checker.domain.assessment import DocumentRecord
from checker.domain.evidence import Passage
from checker.stages.gap_report import MOST_NOT_RECOGNISED
from checker.values import dataclass, field, replace

_Ranked = tuple[tuple[int, str, int], Passage]


@dataclass(slots=True)
class NotRecognised:
    """Takes them from the records of a run, one after the other, and gives back the few that can be shown."""

    _few: list[_Ranked] = field(default_factory=list)

    def taken_from(self, record: DocumentRecord) -> DocumentRecord:
        """Return the record without them."""
        for rank, passage in enumerate(record.not_recognised):
            insort(self._few, ((rank, passage.document, passage.start), passage), key=itemgetter(0))
        del self._few[MOST_NOT_RECOGNISED:]
        return replace(record, not_recognised=()) if record.not_recognised else record

    def given_back(self, records: Iterable[DocumentRecord]) -> list[DocumentRecord]:
        """Return the records, each with those of its own that can be shown."""
        own: dict[str, list[Passage]] = {}
        for _, passage in self._few:
            own.setdefault(passage.document, []).append(passage)
        return [
            replace(record, not_recognised=tuple(own[record.name])) if record.name in own else record
            for record in records
        ]

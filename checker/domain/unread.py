"""What was not read, in words: the doubt that stands beside every absence."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus


def unread_in_words(documents: Sequence[DocumentRecord]) -> str:
    """Return how many files could not be read, or only in part, as a sentence; empty where all were read."""
    total = len(documents)
    failed = sum(1 for record in documents if record.status is ReadStatus.FAILED)
    partial = sum(1 for record in documents if record.status is ReadStatus.PARTIAL)
    files = f"{total} {'file' if total == 1 else 'files'}"
    told = [f"{failed} of {files} could not be read"] if failed else []
    told += [f"{partial} of {files} could be read only in part"] if partial else []
    return "; ".join(told) + "." if told else ""

"""
Keeps the sentences of a run on disk until the passages format writes them, so that memory does not grow with them.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.assessment import DocumentRecord, ExpectationStatus
from checker.domain.document import ReadStatus
from checker.domain.evidence import Passage
from checker.domain.pack import RuleBook
from checker.values import dataclass


class SentenceSpool:
    """Lines of all documents in order; the file has no name and goes with the process."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 (closed, it is gone)
        self._counts: list[tuple[str, int]] = []
        self._statuses: dict[str, Mapping[str, ExpectationStatus]] = {}

    def add(self, document: str, lines: Sequence[str], statuses: Mapping[str, ExpectationStatus]) -> None:
        """Add the sentences of one document and what it alone says; a copy of another says what that says."""
        self._counts.append((document, len(lines)))
        self._statuses[document] = statuses
        self._file.writelines(line + "\n" for line in lines)

    def items(
        self, records: Mapping[str, DocumentRecord], book: RuleBook, scope: Sequence[str]
    ) -> Iterator[dict[str, object]]:
        """Yield every sentence, and for each document and statement in scope the statuses of its expectations."""
        self._file.flush()
        self._file.seek(0)
        names = short_names([name for name, _ in self._counts])
        every = [(one.statement, one.id) for one in book.expectations]
        asked = {statement: [id_ for of, id_ in every if of == statement] for statement in scope}
        for name, count in self._counts:
            for _ in range(count):
                yield {"doc": names[name], **json.loads(self._file.readline())}
            read = records[name].status is not ReadStatus.FAILED
            missing = ExpectationStatus.ABSENT if read else ExpectationStatus.NOT_ASSESSED
            for statement, expectations in asked.items():
                if expectations:
                    status = {key: self._statuses[name].get(key, missing).value for key in expectations}
                    yield {"doc": names[name], "statement": statement, "status": status}


@dataclass(frozen=True, slots=True)
class SpooledSentences:
    """The sentences of a finished run: call it to go through them."""

    spool: SentenceSpool
    records: Mapping[str, DocumentRecord]
    book: RuleBook
    scope: tuple[str, ...]

    def __call__(self) -> Iterator[Mapping[str, object]]:
        """Yield them from the beginning."""
        return self.spool.items(self.records, self.book, self.scope)


def sentence_lines(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the place and marks of each sentence as a line of JSON, without its text."""
    return tuple(
        json.dumps(
            {
                "start": passage.start,
                "end": passage.end,
                "expectations": list(passage.expectations),
                "polarity": passage.polarity.value,
                "voice": passage.voice,
                "impact": passage.impact,
                "certainty": passage.certainty.value,
            },
            ensure_ascii=False,
        )
        for passage in passages
    )


def short_names(names: Sequence[str]) -> dict[str, str]:
    """
    Return the file name without suffix for each name; the full name for all that would share it, also with the full
    name of another.
    """
    short = {name: _stem(name) for name in names}
    times = Counter(short.values())
    full = set(names)
    return {
        name: stem if times[stem] == 1 and (stem == name or stem not in full) else name for name, stem in short.items()
    }


def _stem(name: str) -> str:
    last = name.rsplit("/", 1)[-1]
    return last.rsplit(".", 1)[0] if "." in last[1:] else last

"""Every file: what it is, how far it was read, and for how much it speaks."""

from __future__ import annotations

from checker import DocumentRecord, ExpectationStatus, in_words

from ..content.lookup import Lookup
from ..wording import READ_WORDS, kind, plain
from .table import Cell, Column, Sheet

_COLUMNS = (
    Column(heading="File", width=44),
    Column(heading="Read", width=14),
    Column(heading="Title", width=36),
    Column(heading="Kind", width=20),
    Column(heading="Why this kind", width=32),
    Column(heading="Council", width=24),
    Column(heading="Its own date", width=18),
    Column(heading="Quality statement", width=24),
    Column(heading="Sentences", width=11),
    Column(heading="Recognised", width=11),
    Column(heading="Expectations it supports", width=13),
    Column(heading="Both ways", width=10),
    Column(heading="Only shortfalls", width=11),
    Column(heading="What was wrong", width=36),
    Column(heading="SHA-256", width=66, printed=False),
)
_NOTE = "Expectations are counted by what each file alone says of them. The SHA-256 tells whether a file has changed."
_COUNTED = (ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED, ExpectationStatus.SHORTFALL)


def evidence_sheet(look: Lookup) -> Sheet:
    """Return the sheet, by name of the file."""
    rows = (_row(record, look) for record in look.report.documents)
    return Sheet(name="Evidence index", title="Evidence index", note=_NOTE, columns=_COLUMNS, rows=rows)


def _row(record: DocumentRecord, look: Lookup) -> tuple[Cell, ...]:
    statuses = list(record.statuses.values())
    return (
        plain(record.name),
        READ_WORDS[record.status],
        plain(record.title),
        kind(record),
        plain(record.kind_reason),
        plain(record.council),
        in_words(record.date),
        look.titles.get(record.statement, plain(record.statement)),
        record.sentences,
        record.recognised,
        *(statuses.count(status) for status in _COUNTED),
        plain(record.reason),
        record.sha256,
    )

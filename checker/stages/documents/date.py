"""The date of a document as it states it itself. Part of the stage `documents`."""

from __future__ import annotations

import re
from datetime import date

from checker.dates import find_periods, parse_period
from checker.domain.document import BlockKind, Document, Recognised
from checker.domain.evidence import Period

_KEYS = (
    *("as_at", "date", "document_date", "published", "publication_date", "date_published", "issued", "dated"),
    *("approved", "adopted", "reviewed", "last_reviewed", "updated", "period", "year"),
    *("dc_date", "dcterms_date", "dcterms_issued", "dc_date_issued", "article_published_time"),
)
_DATE_LINE = re.compile(
    r"(?:date(?: of (?:meeting|(?:the|this|our) [a-z -]{4,30}))?|finalised|written|"
    r"agreed|prepared|correct|completed|submitted|signed off|published|"
    r"issued|approved|adopted|as at|updated|last updated|last reviewed|"
    r"(?:meeting )?held on|dated)"
    r"\s*:?\s*(?:on\s+|in\s+)?(.{4,40})$",
    re.IGNORECASE,
)
_FIRST_BLOCKS = 8
_LONGEST_LINE = 80
_LOOKED_AT = 200
_NEARLY_A_YEAR, _A_YEAR = 360, 366


def document_date(document: Document, recognised: Recognised) -> str:
    """
    Return the date (ISO) that a document states: in its metadata, its title, or a line near its start; else empty.

    A year in the title ("Self-assessment 2026") says less than a line that names a day.

    A month or year counts with its last day; a longer period, such as a strategy's "2023-28", with its first. What the
    file system or the program that saved the file says of dates is never used.
    """
    for key in _KEYS:
        period = parse_period(document.metadata.get(key, ""))
        if period:
            return _day(period)
    in_title = find_periods(recognised.title)
    precise = [period for period in in_title if _days(period) < _NEARLY_A_YEAR]
    if precise:
        return _day(precise[-1])
    in_line = next((day for line in _first_lines(document) if (day := _day_of_line(line))), "")
    return in_line or (_day(in_title[-1]) if in_title else "")


def _first_lines(document: Document) -> list[str]:
    """Return the first short lines; of a longer block its first sentence, which may be the one with the date."""
    blocks = [block for block in document.blocks if block.kind not in (BlockKind.METADATA, BlockKind.CONTENTS)]
    texts = (document.text[block.start : min(block.end, block.start + _LOOKED_AT)] for block in blocks[:_FIRST_BLOCKS])
    lines = (text if len(text) <= _LONGEST_LINE else text.partition(". ")[0] for text in texts)
    return [line.strip(" *_#") for line in lines if len(line) <= _LONGEST_LINE]


def _day_of_line(line: str) -> str:
    labelled = _DATE_LINE.match(line)
    period = parse_period(labelled.group(1).strip(" *_") if labelled else line)
    return _day(period) if period else ""


def _day(period: Period) -> str:
    return period.start if _days(period) > _A_YEAR else period.end


def _days(period: Period) -> int:
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days

"""The date of a document as it states it itself. Part of the stage `documents`."""

from __future__ import annotations

import re
from datetime import date

from checker.dates import find_periods, parse_period
from checker.domain.document import BlockKind, Document, Recognised
from checker.domain.evidence import Period
from checker.text.late_patterns import late_pattern

_KEYS = (
    *("as_at", "date", "document_date", "published", "publication_date", "date_published", "issued", "dated"),
    *("approved", "adopted", "reviewed", "last_reviewed", "updated", "period", "year"),
    *("dc_date", "dcterms_date", "dcterms_issued", "dc_date_issued", "article_published_time"),
)
_THING = (
    r"(?:version|edition|draft|issue|revision|document|guide|guidance|policy|procedure|protocol|plan|strategy|report|paper|"
    r"self-assessment|framework|agreement|contract)"
)
_LABEL = (
    r"(?:date(?: of (?:meeting|(?:the|this|our) [a-z -]{4,30}))?|finalised|written|"
    r"agreed|prepared|produced|compiled|correct(?:\sas)?(?:\sat)?|completed|submitted|signed(?:\soff)?|published|revised|"
    r"issued|approved|adopted|ratified|endorsed|(?:position\s)?as at|(?:last\s)?(?:updated|edited|reviewed|revised)|"
    r"(?:meeting )?held on|dated)"
)
_DATE_LINE = re.compile(
    rf"(?:(?:(?:this|the|our|final)\s)?{_THING}\s?[\d.]{{0,6}}\s?(?:was\s|is\s|has\sbeen\s)?(?:first\s)?[\s,:;–—(-]{{0,4}})?"
    rf"{_LABEL}\s*:?\s*(?:on\s+|in\s+|at\s+)?(.{{4,100}})$",
    re.IGNORECASE,
)
_VERSION = late_pattern(r"(?:version|v|draft|edition|issue)\.?\s?[\d.]{1,6}\s?[|,;:–—-]\s?(.{4,40})$", re.IGNORECASE)
_ABOUT_ITSELF = re.compile(rf"\b(?:this|our)\s{_THING}\b|^(?:author|status|owner|version|v\d)", re.IGNORECASE)
_SOMEWHERE = late_pattern(rf"\b(?:{_LABEL}|position|correct)\b([^\d.;]{{0,40}}\d.*)$", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:review|due|expir|next|until)", re.IGNORECASE)
_WORDS_BEFORE = 40
_FIRST_BLOCKS = 8
_LONGEST_LINE = 120
_LOOKED_AT = 200
_NEARLY_A_YEAR, _A_YEAR = 360, 366


def document_date(document: Document, recognised: Recognised, as_of: str = "") -> str:
    """
    Return the date (ISO) that a document states: in its metadata, its title, or a line near its start; else empty.

    A year in the title ("Self-assessment 2026") says less than a line that names a day.

    A month or year counts with its last day, and one that is still running on the day of the assessment (`as_of`) with
    its first, as a longer period does, such as a strategy's "2023-28". What the file system or the program that saved
    the file says of dates is never used.
    """
    period = _stated(document, recognised)
    return _day(period, as_of) if period else ""


def _stated(document: Document, recognised: Recognised) -> Period | None:
    for key in _KEYS:
        period = parse_period(document.metadata.get(key, ""))
        if period:
            return period
    in_title = find_periods(recognised.title)
    precise = [period for period in in_title if _days(period) < _NEARLY_A_YEAR]
    if precise:
        return precise[-1]
    in_line = next((period for line in _first_lines(document) if (period := _period_of_line(line))), None)
    return in_line or (in_title[-1] if in_title else None)


def _first_lines(document: Document) -> list[str]:
    """Return the first short lines; of a longer block its first sentence, which may be the one with the date."""
    blocks = [block for block in document.blocks if block.kind not in (BlockKind.METADATA, BlockKind.CONTENTS)]
    texts = (document.text[block.start : min(block.end, block.start + _LOOKED_AT)] for block in blocks[:_FIRST_BLOCKS])
    lines = (text if len(text) <= _LONGEST_LINE else text.partition(". ")[0] for text in texts)
    return [line.strip(" *_#") for line in lines if len(line) <= _LONGEST_LINE]


def _period_of_line(line: str) -> Period | None:
    labelled = _DATE_LINE.match(line) or _VERSION.match(line)
    if not labelled and _ABOUT_ITSELF.search(line):
        labelled = _SOMEWHERE.search(line)
    if not labelled:
        return parse_period(line)
    words = labelled.group(1).strip(" *_()")
    return parse_period(words) or _behind_a_few_words(words)


def _behind_a_few_words(words: str) -> Period | None:
    """Return the first date of "by Cabinet on 18 June 2024", unless it says when something is due."""
    found = find_periods(words)
    if not found:
        return None
    before = words[: words.index(found[0].words)]
    far = len(before) > _WORDS_BEFORE or _NOT_YET.search(before)
    return None if far else found[0]


def _day(period: Period, as_of: str) -> str:
    running = period.start <= as_of < period.end
    return period.start if running or _days(period) > _A_YEAR else period.end


def _days(period: Period) -> int:
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days

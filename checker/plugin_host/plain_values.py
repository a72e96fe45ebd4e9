"""Values that can be shown, sorted and written by everybody: texts without half characters, days as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from checker.domain.document import Document, ReadStatus
from checker.text.late_patterns import late_pattern
from checker.values import replace

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HALF = late_pattern("[\ud800-\udfff]")
_INSTEAD = "\N{REPLACEMENT CHARACTER}"
_TOLD = "It holds {count}, of which a text cannot be made: � stands in {their} place."


def is_whole(text: str) -> bool:
    """Whether a text has no half characters (lone surrogates), which no file and no terminal can take."""
    if text.isascii():
        return True
    try:
        text.encode()  # looks at a long text much faster than a pattern does
    except UnicodeEncodeError:
        return False
    return True


def whole(text: str) -> str:
    """Return a text with `�` for every half character; its length stays."""
    return text if is_whole(text) else _HALF.sub(_INSTEAD, text)


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    """Whether a text is a day as `2026-01-31`."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def with_whole_texts(document: Document) -> Document:
    """
    Return a document whose texts can be written. Where its own text held half characters it is partial, and says so.

    They come from the file, so the reader is not refused for them: a declared encoding, an escape in front matter.
    """
    return _told(
        replace(
            document,
            text=whole(document.text),
            reason=whole(document.reason),
            metadata=_all_whole(document.metadata),
            hidden=tuple(replace(one, place=whole(one.place), text=whole(one.text)) for one in document.hidden),
            links=tuple(replace(one, target=whole(one.target)) for one in document.links),
        ),
        0 if is_whole(document.text) else len(_HALF.findall(document.text)),
    )


def _all_whole(metadata: Mapping[str, str]) -> Mapping[str, str]:
    return {whole(key): whole(value) for key, value in metadata.items()}


def _told(document: Document, lost: int) -> Document:
    if not lost:
        return document
    count = "half a character" if lost == 1 else f"{lost:,} half characters"
    told = _TOLD.format(count=count, their="its" if lost == 1 else "their")
    status = ReadStatus.PARTIAL if document.status is ReadStatus.OK else document.status
    return replace(document, status=status, reason=f"{document.reason} {told}".strip())

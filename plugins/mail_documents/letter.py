"""
From a saved letter to a document: subject, date, body, attachments.

A body that is written only in HTML is given on as a member, so that the reader of web pages reads it. Addresses are
never kept: of the sender only the domain stays.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, MessageError, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from html import escape
from itertools import islice

from checker import Document, ReadStatus, Source, UnreadableError

from .attachments import MOST_PARTS, Enclosed, attachments, content_text, parts_of
from .body import body_blocks

HEAD_LIMIT = 200_000
"""In bytes: what stands before a letter's text. To take a head apart takes time that grows faster than its length."""

_LONG_HEAD = "What stands before its text is longer than any letter's: it is damaged or not a letter."
_BOUND = re.compile(rb"\bboundary\s{0,9}=\s{0,9}\"?([^\s\";]{1,70})", re.IGNORECASE)
_MARKS_LOOKED_FOR = 20
_NOT_A_LETTER = "It is not a letter as mail programs save it: it has neither a sender nor a subject nor a date."
_TOO_MANY = f"It has more than {MOST_PARTS:,} parts: it is damaged or not meant to be read."
_CUT_OFF = "It is cut off: its last part has no end. Save it again from the mail program."
_BROKEN_BODY = "Its text could not be decoded in full: please compare it with the letter."


def read_letter(source: Source) -> Document:
    """Read a letter. Raises `UnreadableError` for what is none, and for one with parts beyond reason."""
    if _head_size(source.data) > HEAD_LIMIT:
        raise UnreadableError(_LONG_HEAD)
    if _has_too_many_bounds(source.data):
        raise UnreadableError(_TOO_MANY)
    try:
        message = message_from_bytes(source.data, policy=default)
        parts = parts_of(message)
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableError("It is damaged: its parts cannot be told apart. Save it again as .eml or PDF.") from error
    if not any(name in message for name in ("From", "Subject", "Date", "Received")):
        raise UnreadableError(_NOT_A_LETTER)
    if len(parts) > MOST_PARTS:
        raise UnreadableError(_TOO_MANY)
    return _document(source.name, message, attachments(parts), _broken(message, parts))


def _head_size(data: bytes) -> int:
    """Return how many bytes stand before the first empty line."""
    ends = [at for mark in (b"\n\n", b"\r\n\r\n", b"\r\r") if (at := data.find(mark)) >= 0]
    return min(ends, default=len(data))


def _has_too_many_bounds(data: bytes) -> bool:
    """Whether one of the first marks between parts stands there more often than parts are taken: told in no time."""
    marks = {found[1] for found in islice(_BOUND.finditer(data), _MARKS_LOOKED_FOR)}
    return any(data.count(b"\n--" + mark) > MOST_PARTS + 1 for mark in marks)


def _broken(message: EmailMessage, parts: list[EmailMessage]) -> str:
    """Return what is wrong with the letter's make-up if something of it is lost; else empty."""
    found = {type(defect) for part in (message, *parts) for defect in part.defects}
    return _CUT_OFF if found & {CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect} else ""


def _document(name: str, message: EmailMessage, enclosed: Enclosed, broken: str) -> Document:
    metadata = _metadata(message)
    members = enclosed.members
    # A part without headers is false, as anything that is empty: so each is compared with `None`.
    text, whole = content_text(enclosed.plain) if enclosed.plain is not None else ("", True)
    if not text.strip() and enclosed.page is not None:
        markup, whole = content_text(enclosed.page)
        members = (enclosed.as_page(_with_head(markup, metadata)), *members)
    if not text.strip() and not members:
        raise UnreadableError("It holds neither text nor attachments.")
    reason = " ".join(filter(None, (broken, "" if whole else _BROKEN_BODY)))
    is_forwarded = metadata.get("title", "").lower().startswith(("fw:", "fwd:"))
    return Document(
        name=name,
        text=text,
        blocks=body_blocks(text, is_forwarded=is_forwarded),
        metadata=metadata,
        hidden=enclosed.pictures,
        members=members,
        status=ReadStatus.PARTIAL if reason else ReadStatus.OK,
        reason=reason,
    )


def _metadata(message: EmailMessage) -> dict[str, str]:
    """Return what the letter says of itself. A header that cannot be understood counts as not there."""
    found = {"title": _header(message, "Subject"), "date": _day(message)}
    _, at, domain = parseaddr(_header(message, "From"))[1].rpartition("@")
    found["sent_from"] = domain.lower() if at else ""
    return {key: value for key, value in found.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())[:500]
    except (MessageError, ValueError, TypeError, AttributeError, IndexError, LookupError):
        return ""


def _day(message: EmailMessage) -> str:
    try:
        when = getattr(message.get("Date"), "datetime", None)
    except (MessageError, ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return ""
    return when.date().isoformat() if when else ""


def _with_head(markup: str, metadata: dict[str, str]) -> bytes:
    """Return the page with what the letter says of itself, so that its sentences are dated as the letter is."""
    title = f"<title>{escape(metadata.get('title', ''))}</title>"
    date = f'<meta name="date" content="{escape(metadata["date"])}">' if "date" in metadata else ""
    return f'<!doctype html><html><head><meta charset="utf-8">{title}{date}</head>\n{markup}'.encode("utf-8", "replace")

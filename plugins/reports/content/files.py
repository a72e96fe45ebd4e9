"""What no expectation recognised, what was read, and what was not assessed."""

from __future__ import annotations

from collections.abc import Iterator

from checker import DocumentRecord, ReadStatus, counted, in_words

from ..wording import READ_WORDS, kind, number, of, plain
from .lookup import Lookup
from .parts import Heading, Items, Line, Paragraph, Part, Strong, Table, Tag, words

_ORDER = (ReadStatus.FAILED, ReadStatus.PARTIAL, ReadStatus.OK)


def not_recognised(look: Lookup) -> Iterator[Part]:
    """Yield how many sentences no expectation recognised, and a few of them."""
    found = look.report.summary
    missed = found.sentences - found.sentences_recognised
    yield Heading(level=2, text="Sentences that no expectation recognised", anchor="not-recognised")
    if not missed:
        yield Paragraph(line=words("There are none."))
        return
    told = (
        f"{of(missed, found.sentences, 'sentence')}. They may be about something else, or say it in words that the "
        "rules do not know: read a few, and tell whoever keeps the rules."
    )
    yield Paragraph(line=words(told))
    shown = look.report.not_recognised[: look.extent.sentences]
    if shown:
        yield Items(items=tuple((f"“{plain(one.text)}” ", f"({plain(one.document)})") for one in shown))


def files(look: Lookup) -> Iterator[Part]:
    """Yield what was read and what was not, those with trouble first; then everything that could not be assessed."""
    yield Heading(level=2, text="What was read and what was not", anchor="read")
    records = sorted(look.report.documents, key=lambda record: (_ORDER.index(record.status), record.name))
    if not records:
        yield Paragraph(line=words("No file was found."))
    else:
        yield _table(records, look)
    yield from not_assessed(look)


def not_assessed(look: Lookup) -> Iterator[Part]:
    """Yield everything that could not be assessed, with the reason."""
    yield Heading(level=3, text="What was not assessed", anchor="not-assessed")
    failed = look.report.not_assessed
    if not look.anything_read:
        yield Paragraph(line=words("No file could be read, so nothing was assessed."))
    if failed:
        named = ((Strong(f"{one.what.capitalize()} {plain(one.name)}: "), plain(one.reason)) for one in failed)
        yield Items(items=tuple(named))
    elif look.anything_read:
        yield Paragraph(line=words("Everything in scope could be assessed."))


def _table(records: list[DocumentRecord], look: Lookup) -> Table:
    shown = records[: look.extent.rows]
    more = len(records) - len(shown)
    note = f"And {counted(more, 'more file')}: the HTML, Markdown and JSON reports list every one." if more else ""
    head = ("File", "Status", "Kind, and why", "Council and date", "Sentences recognised")
    rows = tuple(_row(record) for record in shown)
    return Table(caption="Every file that was given", head=head, rows=rows, note=note)


def _row(record: DocumentRecord) -> tuple[Line, ...]:
    reason = f" {plain(record.reason)}" if record.reason else ""
    hidden = ", ".join(f"{number(value)} × {plain(name)}" for name, value in sorted(record.hidden.items()) if value)
    tag = Tag(READ_WORDS[record.status], record.status.value, "read")
    status = (tag, reason, f" Hidden: {hidden}." if hidden else "")
    if record.status is ReadStatus.FAILED:
        return (words(plain(record.name)), status, words("–"), words("–"), words("–"))
    why = f" ({plain(record.kind_reason)})" if record.kind_reason else ""
    known = ", ".join(part for part in (plain(record.council), in_words(record.date)) if part)
    recognised = words(f"{number(record.recognised)} of {number(record.sentences)}")
    return (words(plain(record.name)), status, words(kind(record) + why), words(known or "Not stated"), recognised)

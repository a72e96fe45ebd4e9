"""Every file: what it is, which date it has, what it serves, whether it could be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker import DocumentRecord, ExpectationStatus, ReadStatus, counted, in_words

from ..wording import READ_WORDS, kind, number, plain
from .files import not_assessed
from .lookup import Lookup
from .parts import Heading, Line, Paragraph, Part, Table, Tag, words

_ORDER = (ReadStatus.FAILED, ReadStatus.PARTIAL, ReadStatus.OK)
_HASH_SHOWN = 12


def evidence_index(look: Lookup) -> Iterator[Part]:
    """Yield the index, files with trouble first, then what was not assessed."""
    yield Heading(level=2, text="Evidence index", anchor="read")
    records = sorted(look.report.documents, key=lambda record: (_ORDER.index(record.status), record.name))
    if records:
        yield _table(records, look)
    else:
        yield Paragraph(line=words("No file was found."))
    yield from not_assessed(look)


def _table(records: list[DocumentRecord], look: Lookup) -> Table:
    served = _served(look)
    shown = records[: look.extent.rows]
    more = len(records) - len(shown)
    note = f"The first {_HASH_SHOWN} characters of each SHA-256 are shown; the JSON report has all."
    note += f" And {counted(more, 'more file')}: the HTML, Markdown and JSON reports list every one." if more else ""
    head = ("File", "Kind and date", "Expectations it speaks to", "Read", "SHA-256")
    rows = tuple(_row(record, served) for record in shown)
    return Table(caption="Every file that was given", head=head, rows=rows, note=note)


def _row(record: DocumentRecord, served: Mapping[str, list[str]]) -> tuple[Line, ...]:
    title = plain(record.title)
    name = plain(record.name) + (f" ({title})" if title and title not in record.name else "")
    about = f"{kind(record)}, {in_words(record.date) if record.date else 'no date found'}"
    read: Line = (Tag(READ_WORDS[record.status], record.status.value, "read"), f" {plain(record.reason)}".rstrip())
    if record.status is ReadStatus.FAILED:
        return (words(name), words("–"), words("–"), read, words(record.sha256[:_HASH_SHOWN] or "–"))
    spoken = "; ".join(served.get(record.name, ())) or "None"
    return (words(name), words(about), words(spoken), read, words(record.sha256[:_HASH_SHOWN]))


def _served(look: Lookup) -> Mapping[str, list[str]]:
    """Return for each file in how many expectations of which statement something was found."""
    found: dict[str, list[str]] = defaultdict(list)
    for statement in look.in_scope:
        numbers: dict[str, int] = defaultdict(int)
        for one in statement.expectations:
            for name, status in one.by_document.items():
                numbers[name] += status not in (ExpectationStatus.ABSENT, ExpectationStatus.NOT_ASSESSED)
        for name, spoken in numbers.items():
            if spoken:
                of_all = f"{number(spoken)} of {number(len(statement.expectations))}"
                found[name].append(f"{look.titles[statement.id]}: {of_all}")
    return found

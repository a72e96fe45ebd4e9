"""Looks through a library without assessing it: what cannot be read, what is there twice, what the register says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.domain.pack import RuleBook
from checker.domain.register import Register, RegisterColumn
from checker.plain_words import in_words
from checker.plugin_manager import Plugins
from checker.run.document_runs import run_documents
from checker.run.document_work import Work
from checker.run.duplicates import Duplicates, chosen_first
from checker.run.given_files import GivenPaths, without_given
from checker.run.sources import SourceEntry, find_sources
from checker.run.tagging import matched_to, read_register_file, tags_by_name
from checker.text.masking import masker_of
from checker.text.quoting import quoted
from checker.values import dataclass, field

LONGEST_NAME = 200
"""Longer names, with their folders, make trouble under Windows and in SharePoint, where a path has few more."""

Progress = Callable[[str, int, int], None]
_NO_LIMIT = "9999-12-31"


@dataclass(frozen=True, kw_only=True, slots=True)
class LibraryRequest:
    """
    What to look through: files or folders, the self-assessments among them, and the register if there is one. `as_of`
    is the day (ISO) against which days of review are held; without it they are left alone.
    """

    paths: tuple[Path, ...]
    self_assessment: tuple[Path, ...] = ()
    given: GivenPaths = field(default_factory=GivenPaths)
    workers: int = 1
    as_of: str = ""


_VERSION = "By its name and text it is a version of {name}; their dates do not say which is newer. Keep the right one."


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Fix:
    """
    One thing to put right: `what` it is about (`unreadable`, `partial`, `copy`, `near-copy`, `version`,
    `old-version`, `review-passed`, `long-name`, `missing-file`, `no-file`, `unclear-row`, `row-inside`, `not-listed`,
    `register-entry`), the file or row, and what to know.
    """

    what: str
    name: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LibraryCheck:
    """What was found: every document, the register if one was given, and what to put right, by kind and name."""

    records: tuple[DocumentRecord, ...]
    fixes: tuple[Fix, ...]
    register: Register | None = None
    left_out: int = 0

    @property
    def files(self) -> Mapping[str, int]:
        """How many files there are, and how many could be read in full, in part and not at all."""
        count = {status: sum(1 for one in self.records if one.status is status) for status in ReadStatus}
        return {
            "total": len(self.records),
            "read": count[ReadStatus.OK],
            "partial": count[ReadStatus.PARTIAL],
            "failed": count[ReadStatus.FAILED],
        }


def check_library(
    request: LibraryRequest, plugins: Plugins, book: RuleBook, progress: Progress | None = None
) -> LibraryCheck:
    """Read everything and return what to put right. `UsageError` for a path or a register that does not exist."""
    given = request.given
    register = read_register_file(given.register, plugins, book, given.register_columns) if given.register else None
    sources = find_sources([*request.paths, *request.self_assessment], masker_of(book.personal_data))
    entries = chosen_first(without_given(sources.entries, given), request.self_assessment)
    records, undated = _records(entries, request, register, plugins, book, progress)
    matched = matched_to(register, records)
    to_review = _of_reviews(records, request.as_of)
    fixes = sorted([*_of_files(records, undated), *to_review, *(_of_register(matched) if matched else ())])
    return LibraryCheck(records=tuple(records), fixes=tuple(fixes), register=matched, left_out=sources.left_out)


def _records(
    entries: Sequence[SourceEntry],
    request: LibraryRequest,
    register: Register | None,
    plugins: Plugins,
    book: RuleBook,
    progress: Progress | None,
) -> tuple[list[DocumentRecord], Mapping[str, str]]:
    """Return the documents, and of which another each is a version without a date that tells which is newer."""
    work = Work(
        setup=plugins.setup,
        book=book,
        as_of=_NO_LIMIT,
        self_assessments=frozenset(path.resolve() for path in request.self_assessment),
        tags=tags_by_name(register, [entry.name for entry in entries]),
        reading_only=True,
    )
    duplicates, records = Duplicates(), list[DocumentRecord]()
    for number, facts in enumerate(run_documents(entries, work, plugins, workers=request.workers, run_on=""), 1):
        records += [duplicates.seen(one.record, one.sketch) for one in (facts, *facts.inside)]
        if progress:
            progress(facts.record.name, number, len(entries))
    return sorted(duplicates.dated(records), key=lambda record: record.name), duplicates.undated(records)


def _of_files(records: Sequence[DocumentRecord], undated: Mapping[str, str]) -> Iterator[Fix]:
    for record in records:
        name = record.name
        if record.status is ReadStatus.FAILED:
            yield Fix(what="unreadable", name=name, reason=record.reason)
        elif record.status is ReadStatus.PARTIAL:
            yield Fix(what="partial", name=name, reason=record.reason)
        if record.same_as:
            yield Fix(what="copy", name=name, reason=f"The same as {record.same_as}, byte for byte. Keep one.")
        elif record.near:
            yield Fix(what="near-copy", name=name, reason=f"Nearly the same text as {record.near}. Keep the right one.")
        elif name in undated:
            yield Fix(what="version", name=name, reason=_VERSION.format(name=undated[name]))
        if record.newer:
            yield Fix(what="old-version", name=name, reason=f"{record.newer} is a newer version of it.")
        if len(name) > LONGEST_NAME:
            reason = f"Its name and folders have {len(name)} characters: other programs may not open it. Shorten them."
            yield Fix(what="long-name", name=name, reason=reason)


def _of_reviews(records: Sequence[DocumentRecord], as_of: str) -> Iterator[Fix]:
    """Yield the documents of which the register, or they themselves, say that they were to be reviewed before a day."""
    for record in records:
        review = record.tags.review
        if review and review < as_of:
            reason = f"It was to be reviewed by {in_words(review)}. Is it still in force?"
            yield Fix(what="review-passed", name=record.name, reason=reason)


_INSIDE = (
    "{name} names a file inside another; what the row says of its kind, date and statement does not count. Take the "
    "file out and give it by itself."
)


_NO_FILE = "{name} gives no file or link, and no file is called by its reference or title. Write down where it is."


def _of_register(register: Register) -> Iterator[Fix]:
    for number in register.missing:
        row = register.rows[number]
        yield Fix(what="missing-file", name=row.place, reason=f"{quoted(row.name)} names a file that was not found.")
    known = {*register.missing, *register.double, *(one for places in register.rows_of.values() for one in places)}
    for number, row in enumerate(register.rows):
        if number not in known and not row.words(RegisterColumn.LINK):
            yield Fix(what="no-file", name=row.place, reason=_NO_FILE.format(name=quoted(row.name)))
    for number in register.double:
        row = register.rows[number]
        yield Fix(
            what="unclear-row", name=row.place, reason=f"{quoted(row.name)} could mean several files. Give the folder."
        )
    for number in register.inside:
        row = register.rows[number]
        yield Fix(what="row-inside", name=row.place, reason=_INSIDE.format(name=quoted(row.name)))
    for name in register.unlisted:
        yield Fix(what="not-listed", name=name, reason="No row of the register names it.")
    for note in register.notes:
        place, _, told = note.partition(": ")
        yield Fix(what="register-entry", name=place, reason=told[:1].upper() + told[1:])

"""What is known of documents from outside their text: the register first, then front matter and folders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from checker.domain.assessment import DocumentRecord
from checker.domain.document import Document, DocumentKind
from checker.domain.pack import RuleBook
from checker.domain.register import Register, Tags
from checker.plugin_manager import Plugins
from checker.run.given_sheet import read_sheet
from checker.stages.documents import statement_titled
from checker.stages.register import (
    RegisterWords,
    folder_tags,
    front_matter_tags,
    matched,
    register_tags,
)
from checker.text.masking import masker_of


def read_register_file(
    path: Path, plugins: Plugins, book: RuleBook, columns: Mapping[str, str] | None = None
) -> Register:
    """Return the register in a file, not yet matched to documents. `UsageError` if there is none."""
    document, source = read_sheet(path, plugins, "register", "a register: .xlsx, .csv or .ods")
    from checker.stages.register.reading import read_register  # costs time, and most runs have no register

    return read_register(document, source, words_of(book), columns, masker_of(book.personal_data))


def words_of(book: RuleBook) -> RegisterWords:
    """Return the words of registers as the packs have them."""
    return RegisterWords.of(book, partial(statement_titled, framework=book.framework))


def tags_by_name(register: Register | None, names: Iterable[str]) -> dict[str, Tags]:
    """Return what the register says of each of these documents."""
    return register_tags(matched(register, names)) if register else {}


def tags_of(document: Document, given: Mapping[str, Tags], words: RegisterWords) -> Tags:
    """Return what is known of a document; what comes first says more: register, front matter, folder."""
    own = front_matter_tags(document.metadata, words)
    return given.get(document.name, Tags()).over(own).over(folder_tags(document.name, words))


def matched_to(register: Register | None, records: Iterable[DocumentRecord]) -> Register | None:
    """
    Return the register matched to the documents that were read.

    A self-assessment needs no row, nor does a copy of another file, nor a file inside another that may be listed.
    """
    known = tuple(records)
    own = [one.name for one in known if one.kind is DocumentKind.SELF_ASSESSMENT or one.same_as or "!" in one.name]
    return matched(register, [record.name for record in known], own) if register else None


def register_warnings(register: Register | None) -> tuple[str, ...]:
    """Return what to know of the register at the top of every report, in a few lines."""
    if register is None:
        return ()
    rows = f"{len(register.rows)} {'row' if len(register.rows) == 1 else 'rows'} of the register"
    inside = "a file inside another, which takes no kind, date or statement from its row"
    counts = (
        (len(register.missing), rows, "names", "name", "a file that was not found"),
        (len(register.double), rows, "could", "could", "mean several files"),
        (len(register.inside), rows, "names", "name", inside),
        (len(register.unlisted), "the files read", "is", "are", "not in the register"),
    )
    told = [
        f"{many} of {whole} {one if many == 1 else all_} {what}." for many, whole, one, all_, what in counts if many
    ]
    if lost := ", ".join(f"'{heading}' ({column.value})" for column, heading in register.lost.items()):
        told.append(f"The register has no column headed {lost} any more: see checker library map.")
    if notes := len(register.notes):
        entries = "entry" if notes == 1 else "entries"
        told.append(f"The register has {notes} {entries} to check: see checker library check.")
    return tuple(told)

"""From a table document to the register that it holds. Part of `register`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.domain.document import Document, ReadStatus, Source
from checker.domain.register import Register, RegisterColumn, RegisterRow
from checker.errors import UsageError
from checker.grid import Grid, grids
from checker.stages.register.columns import ROWS_SEARCHED, Header, find_header
from checker.stages.register.words import RegisterWords
from checker.text.masking import Masker, masker_of
from checker.typed_days import typed_day

_MOST_HEADINGS = 12
_NAMES = frozenset({RegisterColumn.FILE, RegisterColumn.LINK})
"""Columns that name files: masked as the names of the files are, so that they are found by them."""

_NO_VALUE = frozenset({"", "-", "–", "n/a", "na", "none", "tbc", "?"})


def read_register(
    document: Document | None,
    source: Source,
    words: RegisterWords,
    confirmed: Mapping[str, str] | None = None,
    masker: Masker | None = None,
) -> Register:
    """
    Return the register in a document that a reader made of `source`: every sheet whose headings are a register's.

    `confirmed` are headings by column (`title: Doc name`), as somebody has confirmed them. `UsageError` if the file
    cannot be read, or no sheet has the headings.
    """
    if document is None or document.status is ReadStatus.FAILED:
        reason = document.reason if document else "no reader knows this type of file"
        raise UsageError(f"{source.name}: this register cannot be read: {reason} (save it as .xlsx, .csv or .ods)")
    tables = grids(document)
    masking = masker or masker_of(())
    found = [(grid, header) for grid in tables if (header := find_header(grid, words, confirmed or {}))]
    if not found:
        raise UsageError(_no_header(source.name, tables))
    rows = tuple(row for grid, header in found for row in _rows(grid, header, words, source.name, masking))
    _, first = found[0]
    notes = [note for grid, header in found for note in _notes(grid, header, words, source.name, masking)]
    if document.status is ReadStatus.PARTIAL:
        notes.insert(0, f"{source.name} could be read only in part: {document.reason}")
    return Register(
        name=source.name,
        sha256=source.sha256,
        columns=dict(first.headings),
        guessed=first.guessed,
        unused=first.unused,
        rows=rows,
        notes=tuple(notes),
    )


def _no_header(name: str, tables: tuple[Grid, ...]) -> str:
    rows = [row for grid in tables for row in list(grid.rows.values())[:ROWS_SEARCHED] if len(row) > 1]
    widest = max(rows, key=len, default={})
    have = ", ".join(f"'{text}'" for text in list(widest.values())[:_MOST_HEADINGS])
    told = f"You have {have}. " if have else "It has no table. "
    return (
        f"{name}: no row of the first {ROWS_SEARCHED} has the headings of a register. We need 'Title' and 'File'. "
        f"{told}(say which is which in checker.yaml, under register: columns, or with: checker library map)"
    )


def _rows(grid: Grid, header: Header, words: RegisterWords, name: str, masker: Masker) -> Iterator[RegisterRow]:
    for number, said in _said(grid, header, masker):
        yield RegisterRow(
            place=_place(name, grid, number),
            said=said,
            statements=words.statements(said.get(RegisterColumn.STATEMENT, "")),
            category=words.category(said.get(RegisterColumn.CATEGORY, "")),
            kind=words.kind(said.get(RegisterColumn.KIND, "")),
            date=typed_day(said.get(RegisterColumn.DATE, "")).iso,
            review=typed_day(said.get(RegisterColumn.REVIEW, "")).iso,
        )


def _said(grid: Grid, header: Header, masker: Masker) -> Iterator[tuple[int, dict[RegisterColumn, str]]]:
    """Yield number and words of each row below the header that names any evidence."""
    names = {RegisterColumn.REF, RegisterColumn.TITLE, RegisterColumn.FILE, RegisterColumn.LINK}
    for number, cells in grid.rows.items():
        said = {column: cells.get(place, "") for column, place in header.places.items()}
        said = {
            column: masker.mask_name(text) if column in _NAMES else masker.mask(text)
            for column, text in said.items()
            if text.casefold() not in _NO_VALUE
        }
        if number > header.row and names & set(said):
            yield number, said


def _notes(grid: Grid, header: Header, words: RegisterWords, name: str, masker: Masker) -> Iterator[str]:
    """Yield what a person should check: headings that were guessed, words that mean nothing here, unclear days."""
    for column in header.guessed:
        yield f"{name}: the column '{header.headings[column]}' was taken for {column.value}: please confirm it."
    for number, said in _said(grid, header, masker):
        place = _place(name, grid, number)
        for column in (RegisterColumn.DATE, RegisterColumn.REVIEW):
            if column in said and (note := typed_day(said[column]).note):
                yield f"{place}: {note}."
        for column, known in (
            (RegisterColumn.STATEMENT, words.statements(said.get(RegisterColumn.STATEMENT, ""))),
            (RegisterColumn.CATEGORY, words.category(said.get(RegisterColumn.CATEGORY, ""))),
        ):
            if column in said and not known:
                yield f"{place}: '{said[column]}' is no {_MEANT[column]} that is known."


_MEANT = {RegisterColumn.STATEMENT: "quality statement", RegisterColumn.CATEGORY: "evidence category"}


def _place(name: str, grid: Grid, row: int) -> str:
    return f"{name}, {grid.sheet}, row {row}" if grid.sheet else f"{name}, row {row}"

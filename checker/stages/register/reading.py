"""From a table document to the register that it holds. Part of `register`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checker.document_names import bare_words, file_of_link
from checker.domain.document import Document, ReadStatus, Source
from checker.domain.register import CONFIRM, Register, RegisterColumn, RegisterRow
from checker.errors import UsageError
from checker.grid import Grid, grids
from checker.stages.register.columns import ROWS_SEARCHED, Header, find_header
from checker.stages.register.words import RegisterWords
from checker.suggestions import did_you_mean
from checker.text.masking import Masker, masker_of
from checker.typed_days import notes_of_days, typed_day

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
    read = _readable(document, source.name)
    tables = grids(read)
    masking, told = masker or masker_of(()), confirmed or {}
    found = _headed(tables, words, told, by_contents=False) or _headed(tables, words, told, by_contents=True)
    if not found:
        raise UsageError(_no_header(source.name, tables))
    rows = tuple(row for grid, header in found for row in _rows(grid, header, words, source.name, masking))
    _, first = found[0]
    lost = _lost(told, [header for _, header in found])
    notes = (note for grid, header in found for note in _notes(grid, header, words, source.name, masking))
    return Register(
        name=source.name,
        sha256=source.sha256,
        columns=dict(first.headings),
        guessed=first.guessed,
        proposed=first.proposed,
        unused=first.unused,
        lost=lost,
        rows=rows,
        notes=(*_notes_of_the_file(read, source.name, lost), *notes),
    )


def _readable(document: Document | None, name: str) -> Document:
    if document is None or document.status is ReadStatus.FAILED:
        reason = document.reason if document else "no reader knows this type of file"
        raise UsageError(f"{name}: this register cannot be read: {reason} (save it as .xlsx, .csv or .ods)")
    return document


def _headed(
    tables: Iterable[Grid], words: RegisterWords, told: Mapping[str, str], *, by_contents: bool
) -> list[tuple[Grid, Header]]:
    found = [(grid, find_header(grid, words, told, by_contents=by_contents)) for grid in tables]
    return [(grid, header) for grid, header in found if header]


_LOST = "no column is headed '{heading}' any more, which was confirmed as {column}: see checker library map."


def _lost(told: Mapping[str, str], headers: Iterable[Header]) -> dict[RegisterColumn, str]:
    """Return the confirmed headings that no sheet has, by their columns."""
    there = {bare_words(heading) for header in headers for heading in _all_headings(header)}
    asked = {RegisterColumn(column): heading for column, heading in told.items() if heading}
    return {column: heading for column, heading in asked.items() if bare_words(heading) not in there}


def _all_headings(header: Header) -> tuple[str, ...]:
    return (*header.headings.values(), *header.proposed.values(), *header.unused)


def _no_header(name: str, tables: tuple[Grid, ...]) -> str:
    rows = [row for grid in tables for row in list(grid.rows.values())[:ROWS_SEARCHED] if len(row) > 1]
    widest = max(rows, key=len, default={})
    have = ", ".join(f"'{text}'" for text in list(widest.values())[:_MOST_HEADINGS])
    told = f"You have {have}. " if have else "It has no table. "
    return (
        f"{name}: no row of the first {ROWS_SEARCHED} has the headings of a register. We need 'Title' and 'File'. "
        f"{told}(say which is which in checker.yaml, under register: columns, or with: checker library map)"
    )


def _notes_of_the_file(document: Document, name: str, lost: Mapping[RegisterColumn, str]) -> Iterator[str]:
    """Yield what a person should know of the register as a whole."""
    if document.status is ReadStatus.PARTIAL:
        yield f"{name} could be read only in part: {document.reason}"
    yield from (f"{name}: {_LOST.format(column=column, heading=heading)}" for column, heading in lost.items())


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
        said = _with_address(
            {column: cells.get(place, "") for column, place in header.places.items()},
            {column: grid.links.get((number, place), "") for column, place in header.places.items()},
        )
        said = {
            column: masker.mask_name(text) if column in _NAMES else masker.mask(text)
            for column, text in said.items()
            if text.casefold() not in _NO_VALUE
        }
        if number > header.row and names & set(said):
            yield number, said


def _with_address(said: dict[RegisterColumn, str], links: Mapping[RegisterColumn, str]) -> dict[RegisterColumn, str]:
    """
    Return the words of a row; where none names a file, a link that lies behind one of its cells is its link.

    What was typed as its file stays, unless that link leads to a file itself: a public page may lie behind a title.
    """
    file, link = said.get(RegisterColumn.FILE, ""), said.get(RegisterColumn.LINK, "")
    lying = (links.get(one, "") for one in _MAY_HOLD_LINKS)
    behind = next((one for one in lying if one and not _ELSEWHERE.match(one)), "")
    if not behind or file_of_link(file) or file_of_link(link) or "://" in link:
        return said
    if file_of_link(behind):
        return {**said, RegisterColumn.FILE: "", RegisterColumn.LINK: behind}
    return said if link else {**said, RegisterColumn.LINK: behind}


_ELSEWHERE = re.compile(r"(?!https?:|file:)[a-z][a-z0-9+.-]+:|www\.", re.IGNORECASE)
"""How an address begins that leads to no file and no page (`mailto:`); one without a scheme is a path."""

_MAY_HOLD_LINKS = (RegisterColumn.FILE, RegisterColumn.LINK, RegisterColumn.TITLE, RegisterColumn.REF)


def _notes(grid: Grid, header: Header, words: RegisterWords, name: str, masker: Masker) -> Iterator[str]:
    """Yield what a person should check: headings that were guessed, words that mean nothing here, unclear days."""
    for column in header.guessed:
        yield f"{name}: the column '{header.headings[column]}' was taken for {column.value}: {CONFIRM}"
    for column, heading in header.proposed.items():
        yield f"{name}: the column '{heading}' looks like {column.value} and is not used yet: {CONFIRM}"
    said_of = dict(_said(grid, header, masker))
    for column in _DAYS:
        typed = {number: said[column] for number, said in said_of.items() if column in said}
        yield from (f"{_place(name, grid, number)}: {note}." for number, note in notes_of_days(typed))
    for number, said in said_of.items():
        place = _place(name, grid, number)
        yield from (f"{place}: '{said[column]}' is no {what}." for column, what in _not_known(said, words))


_DAYS = (RegisterColumn.DATE, RegisterColumn.REVIEW)


def _not_known(said: Mapping[RegisterColumn, str], words: RegisterWords) -> Iterator[tuple[RegisterColumn, str]]:
    """Yield the columns of a row whose words mean nothing here, and what was expected there."""
    statement, category = (said.get(one, "") for one in (RegisterColumn.STATEMENT, RegisterColumn.CATEGORY))
    if statement and not words.statements(statement):
        yield RegisterColumn.STATEMENT, "quality statement that is known"
    if category and not words.category(category):
        meant = did_you_mean(category, words.categories)
        yield RegisterColumn.CATEGORY, f"evidence category that is known{f' (did you mean {meant}?)' if meant else ''}"


def _place(name: str, grid: Grid, row: int) -> str:
    return f"{name}, {grid.sheet}, row {row}" if grid.sheet else f"{name}, row {row}"

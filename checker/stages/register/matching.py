"""Which documents the rows of a register name. Part of `register`."""

from __future__ import annotations

from collections.abc import Iterable

from checker.document_names import DocumentNames, file_of_link
from checker.domain.register import Register, RegisterColumn, RegisterRow
from checker.values import replace


def matched(register: Register, names: Iterable[str], not_listed: Iterable[str] = ()) -> Register:
    """
    Return the register with its rows matched to the documents of a run.

    A row names a document by its file or link: by the whole path, else the file name, else the file name without its
    suffix. A row with neither names one by its reference at the start of a file name, or by its title. Files inside
    others are looked at only where no other file fits. A row that could mean several documents names none of them.
    `not_listed` are documents that no register has to list, such as the self-assessment.
    """
    index = DocumentNames(names)
    members = {name for name in index.names if _is_member(name, index)}
    given = DocumentNames(name for name in index.names if name not in members)
    meant = [_documents(row, given) or _documents(row, index) for row in register.rows]
    rows_of: dict[str, list[int]] = {}
    for place, found in enumerate(meant):
        if len(found) == 1:
            rows_of.setdefault(found[0], []).append(place)
    listed = {name for found in meant for name in found} | set(not_listed)
    return replace(
        register,
        rows_of={name: tuple(places) for name, places in sorted(rows_of.items())},
        missing=tuple(place for place, found in enumerate(meant) if not found and _path(register.rows[place])),
        double=tuple(place for place, found in enumerate(meant) if len(found) > 1),
        inside=tuple(place for place, found in enumerate(meant) if len(found) == 1 and found[0] in members),
        unlisted=tuple(name for name in index.names if name not in listed),
    )


def _is_member(name: str, index: DocumentNames) -> bool:
    """Whether a document lies in another: `container!member`."""
    return any(sign == "!" and index.has(name[:at]) for at, sign in enumerate(name))


def _documents(row: RegisterRow, index: DocumentNames) -> list[str]:
    path = _path(row)
    if path:
        return index.with_path(path)
    return index.with_reference(row.words(RegisterColumn.REF)) or index.with_title(row.words(RegisterColumn.TITLE))


def _path(row: RegisterRow) -> str:
    """Return the file of the library that a row names; a link to a public page names none."""
    file = row.words(RegisterColumn.FILE)
    return (file_of_link(file) if "://" in file else file) or file_of_link(row.words(RegisterColumn.LINK))

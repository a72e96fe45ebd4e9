"""Puts plants into a library. Each edit says exactly what it changes and fails if that is not there once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .library import COLUMNS, Library
from .plants import Plant
from .source_text import read_source

Edit = Mapping[str, Any]
_CITATION = re.compile(r"\[E\d\d(?:, E\d\d)*\]")


def plant_all(library: Library, plants: Sequence[Plant]) -> Library:
    """Return the library with these defects. `ValueError` names a plant that does not fit the texts."""
    for plant in plants:
        for edit in plant.edits:
            try:
                library = _edited(library, edit)
            except (KeyError, ValueError) as error:
                msg = f"plant {plant.rule} {plant.phrasing}, {edit.get('file')}: {error}"
                raise ValueError(msg) from error
    return library


def _edited(library: Library, edit: Edit) -> Library:
    for name, action in _ACTIONS.items():
        if name in edit:
            return action(library, edit)
    msg = f"no edit is named (one of {', '.join(_ACTIONS)})"
    raise ValueError(msg)


def _add_after(library: Library, edit: Edit) -> Library:
    body = library.text_of(edit["file"]).body
    line = _line_that_begins(body, edit["after"])
    return library.with_text(edit["file"], body.replace(line, f"{line}\n\n{edit['text'].strip()}"))


def _replace_paragraph(library: Library, edit: Edit) -> Library:
    body = library.text_of(edit["file"]).body
    line = _line_that_begins(body, edit["instead_of"])
    return library.with_text(edit["file"], body.replace(line, edit.get("text", "").strip()))


def _swap(library: Library, edit: Edit) -> Library:
    body = library.text_of(edit["file"]).body
    for old, new in edit["swap"].items():
        if body.count(old) != 1:
            msg = f"{old!r} is there {body.count(old)} times (once was expected)"
            raise ValueError(msg)
        body = body.replace(old, new)
    return library.with_text(edit["file"], body)


def _drop_section(library: Library, edit: Edit) -> Library:
    """Take out a heading with all below it, or with `text` put other text there. `below` names the section it is in."""
    body = library.text_of(edit["file"]).body
    start, end = _section(body, edit["below"]) if "below" in edit else (0, len(body))
    first, last = _section(body[start:end], edit["drop_section"])
    instead = f"{edit['text'].strip()}\n\n" if "text" in edit else ""
    return library.with_text(edit["file"], body[: start + first] + instead + body[start + last :])


def _cite_only(library: Library, edit: Edit) -> Library:
    """Let all citations of a section point to one file."""
    body = library.text_of(edit["file"]).body
    start, end = _section(body, edit["below"])
    section = _CITATION.sub(edit["cite_only"], body[start:end])
    return library.with_text(edit["file"], body[:start] + section + body[end:])


def _copy_of(library: Library, edit: Edit) -> Library:
    """Add a second copy of a file, with `changes` in its words. The register does not know it."""
    source = library.evidence[edit["copy_of"]]
    copied = replace(library, evidence={**library.evidence, edit["file"]: source})
    return _swap(copied, {"file": edit["file"], "swap": edit.get("changes", {})})


def _drop_file(library: Library, edit: Edit) -> Library:
    evidence = {name: source for name, source in library.evidence.items() if name != edit["drop_file"]}
    rows = tuple(row for row in library.register if row["File"] != edit["drop_file"])
    return replace(library, evidence=evidence, register=rows)


def _new_file(library: Library, edit: Edit) -> Library:
    """Add a file with its row in the register; fields of the row that are not given are as in a row of `like`."""
    name = edit["new_file"]
    source = read_source(edit["text"])
    model = next(row for row in library.register if row["Ref"] == edit["like"])
    row = {**model, "Ref": edit["ref"], "Title": source.title, "File": name, "Review date": "", **edit.get("row", {})}
    spoilt = {**library.spoilt, name: edit["spoil"]} if "spoil" in edit else library.spoilt
    register = (*library.register, row)
    return replace(library, evidence={**library.evidence, name: source}, register=register, spoilt=spoilt)


def _spoil(library: Library, edit: Edit) -> Library:
    return replace(library, spoilt={**library.spoilt, edit["file"]: edit["spoil"]})


def _register(library: Library, edit: Edit) -> Library:
    """Set cells in the rows of the register whose cells contain all that `where` gives."""
    changes = edit["register"]
    unknown = sorted({*changes, *edit["where"]} - set(COLUMNS))
    if unknown:
        msg = f"the register has no column {unknown[0]!r}"
        raise ValueError(msg)
    hits = [row for row in library.register if all(part in row[column] for column, part in edit["where"].items())]
    if not hits:
        msg = f"no row of the register has {dict(edit['where'])}"
        raise ValueError(msg)
    return replace(library, register=tuple({**row, **changes} if row in hits else row for row in library.register))


def _section(body: str, heading: str) -> tuple[int, int]:
    """Return where a heading begins and where the next of its level or a higher one does."""
    line = _line_that_begins(body, heading)
    start = re.search(rf"^{re.escape(line)}$", body, re.MULTILINE)
    level = len(line) - len(line.lstrip("#"))
    following = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE)
    assert start is not None
    end = following.search(body, start.end())
    return start.start(), end.start() if end else len(body)


def _line_that_begins(body: str, start: str) -> str:
    lines = [line for line in body.splitlines() if line.startswith(start)]
    if len(lines) != 1:
        msg = f"{len(lines)} lines begin with {start!r} (one was expected)"
        raise ValueError(msg)
    return lines[0]


_ACTIONS: dict[str, Callable[[Library, Edit], Library]] = {
    "new_file": _new_file,
    "drop_file": _drop_file,
    "drop_section": _drop_section,
    "after": _add_after,
    "instead_of": _replace_paragraph,
    "swap": _swap,
    "register": _register,
    "cite_only": _cite_only,
    "copy_of": _copy_of,
    "spoil": _spoil,
}
"""The edits, by the field that names them."""

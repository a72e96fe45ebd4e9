"""A sheet that a run is given beside the documents, such as a register: opened and read like any document."""

from __future__ import annotations

from pathlib import Path

from checker.domain.document import Document, Source
from checker.errors import UnreadableError, UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.sources import SourceEntry
from checker.values import replace


def read_sheet(path: Path, plugins: Plugins, what: str, expected: str) -> tuple[Document | None, Source]:
    """
    Return the sheet, `None` if no plugin reads such files, with its bytes. `UsageError` if there is no such file or it
    cannot be read; `what` names it there, `expected` says what was asked for.
    """
    if not path.is_file():
        raise UsageError(f"{shown_path(path)}: there is no such file (expected {expected})")
    try:
        source = SourceEntry(name=path.name, path=path.absolute()).load()
        return plugins.read_document(replace(source, every_cell=True)), source
    except UnreadableError as error:
        raise UsageError(f"{shown_path(path)}: this {what} cannot be read: {error}") from error

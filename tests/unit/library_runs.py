"""Small libraries of documents on disk, and runs over them with the invented framework."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.domain.pack import RuleBook
from checker.domain.report import GapReport
from checker.pipeline import RunRequest, assess
from checker.plugin_manager import Plugins
from checker.report_json import to_json

OPEN_SHELVES = "# Open shelves\n\n"
LIBRARY: Mapping[str, str] = {
    "letters/a.md": "---\nkind: feedback\n---\n\nThe desk lends a book a day.\n\nThe hall is closed.\n",
    "minutes.txt": "Our reading group met last week.\n",
    "notes/a.txt": "We lend any book.\n",
    "visit.md": f"{OPEN_SHELVES}Readers told us that the desk lends any book.\n",
}


def library(folder: Path, documents: Mapping[str, str] = LIBRARY) -> Path:
    """Write documents into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(plugins: Plugins, book: RuleBook, *paths: Path, **asked: Any) -> GapReport:
    """Assess documents as on one day; `asked` are further fields of the request."""
    return assess(RunRequest(paths=paths, as_of="2026-01-31", **asked), plugins, book=book)


def as_bytes(report: GapReport) -> bytes:
    """Return a report as JSON."""
    return json.dumps(to_json(report), ensure_ascii=False).encode()


def in_scope(report: GapReport) -> list[str]:
    """Return the ids of the statements in scope."""
    return [statement.id for statement in report.statements if statement.in_scope]

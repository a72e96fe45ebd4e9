"""Which quality statements a run is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.plugin_manager import Plugins

from .library_runs import OPEN_SHELVES, in_scope, library, run


@pytest.mark.parametrize(
    ("documents", "asked", "scope"),
    [
        ({"a.md": f"{OPEN_SHELVES}We lend any book.\n"}, (), ["open-shelves"]),
        ({"a.md": f"{OPEN_SHELVES}We lend any book.\n", "b.md": "The hall is open.\n"}, (), ["open-shelves"]),
        ({"a.md": "# Warm rooms\n\nThe rooms are warm.\n"}, (), []),
        ({"a.md": "# Warm rooms\n\nThe rooms are warm.\n", "b.md": "The hall is open.\n"}, (), ["open-shelves"]),
        ({"a.md": "# Warm rooms\n\nThe rooms are warm.\n"}, ("open-shelves",), ["open-shelves"]),
        ({"a.md": f"{OPEN_SHELVES}We lend any book.\n"}, ("warm-rooms",), []),
        ({}, (), ["open-shelves"]),
    ],
)
def test_scope_is_what_is_asked_for_else_what_all_documents_state_else_what_has_a_pack(
    documents: Mapping[str, str],
    asked: tuple[str, ...],
    scope: list[str],
    tmp_path: Path,
    built_in: Plugins,
    library_book: RuleBook,
) -> None:
    report = run(built_in, library_book, library(tmp_path, documents), statements=asked)

    assert in_scope(report) == scope
    assert [statement.id for statement in report.statements] == ["open-shelves", "warm-rooms"]


def test_a_file_that_could_not_be_read_does_not_widen_the_scope(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path, {"a.md": "# Warm rooms\n\nThe rooms are warm.\n", "b.md": ""})

    assert in_scope(run(built_in, library_book, folder)) == []


def test_a_statement_that_does_not_exist_is_wrong_use_with_a_suggestion(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    with pytest.raises(UsageError, match=r"no quality statement 'open-shelfs' \(did you mean 'open-shelves'"):
        run(built_in, library_book, library(tmp_path), statements=("open-shelfs",))

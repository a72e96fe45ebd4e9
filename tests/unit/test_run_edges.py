"""Odd input at the edges of a run: nothing is lost, and nothing changes with the order or the working folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker import RuleBook
from checker.errors import UsageError
from checker.pipeline import RunRequest, assess
from checker.plugin_manager import Plugins
from checker.report_json import to_json
from checker.settings import Settings

AS_OF = "2026-11-22"


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load(Settings())


@pytest.fixture(scope="module")
def book(plugins: Plugins) -> RuleBook:
    from checker.pipeline import load_book

    return load_book(plugins)


def run(plugins: Plugins, book: RuleBook, *paths: Path, **options: Any) -> dict[str, object]:
    return to_json(assess(RunRequest(paths=paths, as_of=AS_OF, **options), plugins, book=book))


@pytest.mark.parametrize("text", ["---\ntitle: Only this\n---\n", "# Sharing information\n\n## Partners\n"])
def test_a_file_without_a_sentence_is_not_read(tmp_path: Path, plugins: Plugins, book: RuleBook, text: str) -> None:
    (tmp_path / "empty.md").write_text(text, encoding="utf-8")

    report = run(plugins, book, tmp_path)

    assert [document["status"] for document in report["documents"]] == ["failed"]
    assert "no sentence" in json.dumps(report["not_assessed"])


def test_two_files_alike_give_the_same_report_in_any_order(tmp_path: Path, plugins: Plugins, book: RuleBook) -> None:
    paths = [tmp_path / folder / "self.md" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("We share records with our partners.\n", encoding="utf-8")

    there, back = (run(plugins, book, *order, self_assessment=(paths[1],)) for order in (paths, list(reversed(paths))))

    assert there == back


def test_a_folder_is_no_self_assessment(tmp_path: Path, plugins: Plugins, book: RuleBook) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        run(plugins, book, tmp_path, self_assessment=(tmp_path,))


def test_the_council_of_the_settings_is_that_of_documents_which_name_none(
    tmp_path: Path, plugins: Plugins, book: RuleBook
) -> None:
    (tmp_path / "a.txt").write_text("We share records with our partners.\n", encoding="utf-8")

    report = run(plugins, book, tmp_path, council="Thornbridge Borough Council")

    assert report["councils"] == ["Thornbridge Borough Council"]


def test_a_report_of_an_earlier_run_is_no_evidence_and_is_counted(
    tmp_path: Path, plugins: Plugins, book: RuleBook
) -> None:
    (tmp_path / "a.txt").write_text("We share records with our partners.\n", encoding="utf-8")
    (tmp_path / "gap-report.html").write_text("<p>Partners share records.</p>", encoding="utf-8")

    report = run(plugins, book, tmp_path)

    assert [document["name"] for document in report["documents"]] == ["a.txt"]
    assert "1 file was left out" in json.dumps(report["warnings"])

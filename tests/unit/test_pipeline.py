"""A whole run: the same report whatever the order and the number of workers; names, and what failed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.domain.assessment import ExpectationStatus
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.exit_codes import ExitCode, exit_code
from checker.pipeline import RunRequest, assess, mark_text, read_one
from checker.plugin_host.calls import PluginFailure
from checker.plugin_manager import Plugins

from .library_runs import LIBRARY, as_bytes, library, run


def test_order_of_paths_and_number_of_workers_change_nothing(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path)
    parts = [folder / "letters", folder / "minutes.txt", folder / "notes", folder / "visit.md"]

    runs = [
        run(built_in, library_book, *paths, workers=workers)
        for paths, workers in ((parts, 1), (parts[::-1], 1), (parts, 2), (parts[::-1], 2))
    ]

    assert len({as_bytes(report) for report in runs}) == 1
    assert [record.name for record in runs[0].documents] == ["a.md", "a.txt", "minutes.txt", "visit.md"]


def test_a_second_run_gives_the_same_bytes_and_no_path_of_this_machine(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path)

    first, second = (as_bytes(run(built_in, library_book, folder)) for _ in range(2))

    assert first == second
    assert str(tmp_path).encode() not in first


def test_a_folder_of_the_same_files_elsewhere_gives_the_same_report(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    here, there = library(tmp_path / "here"), library(tmp_path / "there" / "deeper")

    assert as_bytes(run(built_in, library_book, here)) == as_bytes(run(built_in, library_book, there))


def test_passages_of_files_that_share_a_name_are_told_apart(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    report = run(built_in, library_book, library(tmp_path), keep_sentences=True)

    docs = [item["doc"] for item in report.sentences() if "status" in item]
    assert docs == ["letters/a.md", "minutes", "notes/a.txt", "visit"]
    assert {item["doc"] for item in report.sentences() if "start" in item} == set(docs)


def test_passages_are_kept_only_where_they_are_asked_for(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    assert list(run(built_in, library_book, library(tmp_path)).sentences()) == []


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path, built_in: Plugins, library_book: RuleBook) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        run(built_in, library_book, tmp_path / "nowhere")


def test_a_file_that_fails_is_in_the_report_and_the_run_goes_on(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path, {**LIBRARY, "broken.docx": "no Word file", "empty.txt": ""})

    report = run(built_in, library_book, folder)

    failed = {record.name: record.reason for record in report.documents if record.status is ReadStatus.FAILED}
    assert sorted(failed) == ["broken.docx", "empty.txt"]
    assert all(failed.values())
    assert {one.name for one in report.not_assessed} >= set(failed)
    (lending, *_) = report.statements[0].expectations
    assert lending.status is ExpectationStatus.SUPPORTED
    assert lending.by_document["broken.docx"] is ExpectationStatus.NOT_ASSESSED
    assert exit_code(report, "never") == ExitCode.NOT_ALL_ASSESSED


@pytest.mark.parametrize("documents", [{}, {"empty.txt": "", "broken.docx": "no Word file"}])
def test_where_nothing_could_be_read_nothing_is_assessed(
    documents: Mapping[str, str], tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    report = run(built_in, library_book, library(tmp_path, documents))

    assert exit_code(report, "never") == ExitCode.NOTHING_ASSESSED
    assert {one.status for one in report.statements[0].expectations} == {ExpectationStatus.NOT_ASSESSED}


def test_a_plugin_that_failed_on_the_way_is_named_in_the_report(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    built_in.record([PluginFailure(plugin="stamp", hook="checker_find_evidence", reason="out of ink")], ["Ink is low."])

    report = run(built_in, library_book, library(tmp_path))

    assert [(one.what, one.name, one.reason) for one in report.not_assessed] == [
        ("plugin", "stamp", "checker_find_evidence: out of ink")
    ]
    assert "Ink is low." in report.warnings
    assert exit_code(report, "never") == ExitCode.NOT_ALL_ASSESSED


def test_a_self_assessment_outside_the_paths_is_read_too_and_keeps_a_name_of_its_own(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path / "evidence", {"ours.md": "The hall is open.\n"})
    ours = library(tmp_path / "desk", {"ours.md": "The desk lends a book.\n"}) / "ours.md"

    report = run(built_in, library_book, folder, self_assessment=(ours,))

    kinds = {record.name: record.kind for record in report.documents}
    assert sorted(kinds) == ["ours.md", "ours~2.md"]
    assert sorted(kinds.values()) == [DocumentKind.OTHER, DocumentKind.SELF_ASSESSMENT]


def test_a_self_assessment_inside_the_paths_is_read_once_under_its_name_there(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path, {"deep/ours.md": "The hall is open.\n"})

    report = run(built_in, library_book, folder, self_assessment=(folder / "deep" / "ours.md",))

    assert [(record.name, record.kind) for record in report.documents] == [
        ("deep/ours.md", DocumentKind.SELF_ASSESSMENT)
    ]


def test_documents_that_name_different_councils_are_a_warning(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    named = {f"{name}.md": f"---\ncouncil: {name}\n---\n\nWe lend any book.\n" for name in ("Wexmoor", "Thornbridge")}

    report = run(built_in, library_book, library(tmp_path, named))

    assert report.councils == ("Thornbridge", "Wexmoor")
    assert any("Thornbridge" in warning and "Wexmoor" in warning for warning in report.warnings)


def test_progress_is_told_document_by_document(tmp_path: Path, built_in: Plugins, library_book: RuleBook) -> None:
    told: list[tuple[str, int, int]] = []
    request = RunRequest(paths=(library(tmp_path),), as_of="2026-01-31")

    assess(request, built_in, book=library_book, progress=lambda *step: told.append(step))

    assert told == [(name, number, 4) for number, name in enumerate(sorted(LIBRARY), 1)]


def test_one_file_can_be_read_alone_and_a_folder_cannot(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path)

    marked = read_one(folder / "minutes.txt", built_in, library_book, self_assessment=True)

    assert (marked.record.kind, len(marked.passages)) == (DocumentKind.SELF_ASSESSMENT, 1)
    with pytest.raises(UsageError, match="not a file"):
        read_one(folder, built_in, library_book)


def test_a_text_is_read_as_the_kind_of_document_that_is_asked_for(built_in: Plugins, library_book: RuleBook) -> None:
    letter = mark_text("We lend any book.", built_in, library_book, kind="feedback")
    plain = mark_text("We lend any book.", built_in, library_book)

    assert letter.record.kind is DocumentKind.FEEDBACK
    assert letter.passages[-1].voice == "readers"
    assert plain.record.kind is not DocumentKind.FEEDBACK

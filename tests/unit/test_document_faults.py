"""Where our own code fails on one file, that file is failed and says so: the run and the other files go on."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from checker.domain.document import ReadStatus
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run import document_work
from checker.run.document_work import DocumentWorker, Work
from checker.run.marked_document import DocumentFacts
from checker.run.sources import find_sources

GOOD = b"We lend any book.\n"
BAD = b"We lend any book, and the checker stumbles.\n"


def facts_of(folder: Path, plugins: Plugins, book: RuleBook) -> list[DocumentFacts]:
    worker = DocumentWorker(Work(setup=plugins.setup, book=book, as_of="2026-01-31"), plugins)
    return [worker.facts(entry) for entry in find_sources([folder])]


def zipped(**files: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.txt", content)
    return data.getvalue()


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> Callable[[type[Exception]], None]:
    """Let the engine fail on every text that stumbles."""
    recognise = document_work.recognise

    def of(error: type[Exception]) -> None:
        def stumble(document, *given, **named):  # type: ignore[no-untyped-def]
            if "stumbles" in document.text:
                raise error(document.text)
            return recognise(document, *given, **named)

        monkeypatch.setattr(document_work, "recognise", stumble)

    return of


def test_a_fault_of_ours_costs_one_file_and_not_the_run(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook, stumbling: Callable[[type[Exception]], None]
) -> None:
    (tmp_path / "bad.txt").write_bytes(BAD)
    (tmp_path / "good.txt").write_bytes(GOOD)
    stumbling(ValueError)

    bad, good = (one.record for one in facts_of(tmp_path, built_in, library_book))

    assert (bad.status, good.status) == (ReadStatus.FAILED, ReadStatus.OK)
    assert "The checker itself failed on it (ValueError in checker.run.document_work, line " in bad.reason
    assert "stumbles" not in bad.reason
    assert len(bad.sha256) == 64


def test_a_fault_of_ours_costs_one_member_and_not_its_archive(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook, stumbling: Callable[[type[Exception]], None]
) -> None:
    (tmp_path / "both.zip").write_bytes(zipped(bad=BAD, good=GOOD))
    stumbling(KeyError)

    (archive,) = facts_of(tmp_path, built_in, library_book)

    assert archive.record.status is ReadStatus.OK
    told = {one.record.name: one.record.status.value for one in archive.inside}
    assert told == {"both.zip!bad.txt": "failed", "both.zip!good.txt": "ok"}


def test_a_lack_of_memory_is_no_fault_of_ours(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook, stumbling: Callable[[type[Exception]], None]
) -> None:
    (tmp_path / "bad.txt").write_bytes(BAD)
    stumbling(MemoryError)

    (facts,) = facts_of(tmp_path, built_in, library_book)

    assert facts.record.reason == "There was not enough memory for it. Close other programs, or split it."


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("score.md", b"---\npublished_score: " + b"1" * 5_000 + b"\n---\n\n" + GOOD, "ok"),
        ("score.html", b"<h2>Score</h2><p>" + b"2" * 5_000 + b"</p><p>We lend any book.</p>", "ok"),
        ("title.md", b'---\ntitle: "Half \\uD800 a letter"\n---\n\n' + GOOD, "ok"),
        ("half.html", b"<html><meta charset=utf-7><p>We lend any +2AA- book.</p></html>", "ok"),
        ("half.eml", b"Subject: x\nContent-Type: text/plain; charset=utf-7\n\nWe lend any +2AA- book.\n", "ok"),
    ],
)
def test_values_that_no_file_should_have_are_read_as_text(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook, name: str, content: bytes, status: str
) -> None:
    (tmp_path / name).write_bytes(content)

    (facts,) = facts_of(tmp_path, built_in, library_book)

    assert (facts.record.status.value, facts.record.reason) == (status, "")
    assert facts.record.published_score is None


def test_a_run_with_one_file_that_defeats_us_has_a_report_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(b"Partners told us that the council shares care records with the hospital.\n")
    (tmp_path / "odd.xyz").write_bytes(damaged_mimetype())
    command = [sys.executable, "-m", "checker", "assess", str(tmp_path), "--format", "json", "--no-cache"]

    done = subprocess.run([*command, "--as-of", "2026-01-31"], capture_output=True, check=False, timeout=200)

    assert done.returncode == 3
    documents = {one["name"]: one["status"] for one in json.loads(done.stdout)["documents"]}
    assert documents == {"good.md": "ok", "odd.xyz": "failed"}


def damaged_mimetype() -> bytes:
    """Return an archive whose statement of what it is cannot be unpacked."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    raw = bytearray(data.getvalue())
    at = raw.index(b"mimetype") + len("mimetype")
    raw[at : at + 6] = b"\xff" * 6
    return bytes(raw)

"""What is kept of documents: the same report with it and without, whatever becomes of the file."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from checker.cache_folder import DOCUMENTS
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run.document_work import Work
from checker.run.kept.keys import key_of_run
from checker.run.kept.store import Store
from checker.run.kept.values import as_bytes, of_bytes
from checker.run.marked_document import DocumentFacts
from checker.settings import Settings

from . import library_runs
from .conftest import LIBRARY_PACK

TEXT = """# Open shelves

Readers told us that the desk lends any book. We have not lent a book on Sundays since 2024.
Write to jo.bloggs@example.org about it.
"""
Run = Callable[..., bytes]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(4):
        (folder / f"minutes {number}.md").write_text(f"{TEXT}\nThe reading group met {number} times.\n")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture
def run(library: Path, library_book: RuleBook) -> Run:
    """Return a function that assesses the library with new plugins and returns report and sentences."""

    def assess(cache: Path | None = None) -> bytes:
        plugins = Plugins.load(Settings())
        report = library_runs.run(plugins, library_book, library, keep_sentences=True, results_cache=cache)
        return library_runs.as_bytes(report) + json.dumps(list(report.sentences())).encode()

    return assess


def kept(cache: Path) -> int:
    with sqlite3.connect(cache / DOCUMENTS) as database:
        return int(database.execute("SELECT count(*) FROM facts").fetchone()[0])


def test_a_report_is_the_same_without_a_cache_with_a_new_one_and_with_a_full_one(run: Run, tmp_path: Path) -> None:
    without = run()

    first = run(tmp_path / "cache")
    second = run(tmp_path / "cache")

    assert first == second == without
    assert kept(tmp_path / "cache") == 4


def test_what_failed_is_tried_again_in_the_next_run(library: Path, run: Run, tmp_path: Path) -> None:
    for name, content in (("bad.zip", "\0"), ("good.zip", TEXT)):
        with ZipFile(library / name, "w") as archive:
            archive.writestr("a.md", f"{TEXT}\nIn {name} it is told again.\n")
            archive.writestr("b.txt", content)
    (library / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing")

    first = run(tmp_path / "cache")
    second = run(tmp_path / "cache")

    assert first == second
    assert kept(tmp_path / "cache") == 5  # the minutes and good.zip


def test_a_changed_document_is_read_again_and_a_damaged_file_is_made_anew(
    library: Path, run: Run, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    run(cache)
    (library / "minutes 2.md").write_text("# Open shelves\n\nReaders said that nobody lends them a book.\n")
    (cache / DOCUMENTS).write_bytes(b"this is no database" * 1000)

    after = run(cache)

    assert after == run()
    assert b"nobody lends" in after
    assert kept(cache) == 4


def test_personal_data_is_masked_in_what_is_kept_and_the_file_is_the_owners_alone(run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    run(cache)

    with sqlite3.connect(cache / DOCUMENTS) as database:
        rows = [zlib.decompress(data) for (data,) in database.execute("SELECT data FROM facts")]
    assert len(rows) == 4
    assert not any(b"jo.bloggs" in row for row in rows)
    if os.name == "posix":
        assert (cache / DOCUMENTS).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="a process is ended in another way here")
def test_a_run_that_was_killed_leaves_no_report_and_the_next_goes_on(library: Path, tmp_path: Path) -> None:
    for number in range(150):
        (library / f"paper {number}.md").write_text(f"{TEXT * 20}\nPaper {number} was agreed.\n")
    named, out = tmp_path / "cache", tmp_path / "a"
    cache = named / "council-checker"
    process = subprocess.Popen(_command(library, out, "--cache", str(named)), stderr=subprocess.DEVNULL)
    end = time.monotonic() + 100
    while time.monotonic() < end and not ((cache / DOCUMENTS).exists() and _several(cache)):
        time.sleep(0.02)

    process.kill()
    process.wait()

    assert 0 < kept(cache) < 154
    assert not out.exists() or not list(out.iterdir())
    assert _written(library, out, "--cache", str(named)) == _written(library, tmp_path / "b", "--no-cache")


def _command(library: Path, out: Path, *options: str) -> list[str]:
    """Return the command line of a run with the rules for public libraries alone."""
    settings = library.parent / "checker.yaml"
    settings.write_text(f"plugins: {{block: [care_packs]}}\npacks: ['{LIBRARY_PACK}']\n")
    command = [sys.executable, "-m", "checker", "--settings", str(settings), "assess", str(library), *options]
    return [*command, "--out", str(out), "--format", "json,passages", "--as-of", "2026-01-01"]


def _written(library: Path, out: Path, *options: str) -> list[bytes]:
    subprocess.run(_command(library, out, *options), capture_output=True, check=False, timeout=200)
    return [(out / f"gap-report.{suffix}").read_bytes() for suffix in ("json", "passages.jsonl")]


def _several(cache: Path) -> bool:
    try:
        return kept(cache) > 2
    except sqlite3.Error:
        return False


def test_the_oldest_go_first_where_more_is_kept_than_may_be(tmp_path: Path) -> None:
    for key in ("one", "two", "three"):
        store = Store(tmp_path, most_bytes=250)
        store.put(key, b"x" * 100)
        store.close()

    assert sorted(Store(tmp_path).keys()) == ["three", "two"]


def test_an_update_of_a_library_that_reads_files_makes_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_in: Plugins, library_book: RuleBook
) -> None:
    work = Work(setup=built_in.setup, book=library_book, as_of="2026-01-01")
    (tmp_path / "somereader-4.30.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    before = key_of_run(work, built_in)

    (tmp_path / "somereader-4.30.dist-info").rename(tmp_path / "somereader-5.0.dist-info")

    assert key_of_run(work, built_in) != before
    assert key_of_run(work, built_in) == key_of_run(work, built_in)


def test_two_runs_at_once_keep_what_both_made(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)

    one.put("a", b"first")
    other.put("b", b"second")

    assert (one.get("b"), other.get("a")) == (b"second", b"first")


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    store = Store(tmp_path / "file" / "cache")
    store.put("a", b"first")

    assert store.get("a") is None


class Harmful:
    """What somebody could put into the file."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo harm",)


def test_bytes_that_are_not_plain_values_of_ours_are_none(capfd: pytest.CaptureFixture[str]) -> None:
    assert of_bytes(zlib.compress(pickle.dumps(Harmful()))) is None
    assert of_bytes(b"nothing") is None
    assert capfd.readouterr().out == ""


def test_facts_come_back_as_they_were() -> None:
    from checker.domain.assessment import DocumentRecord
    from checker.domain.document import ReadStatus

    record = DocumentRecord(name="a.md", sha256="00", size=3, status=ReadStatus.PARTIAL, hidden={"comments": 2})
    facts = DocumentFacts(record=record, sketch=(1, 2), inside=(DocumentFacts(record=record),))

    assert of_bytes(as_bytes(facts)) == facts

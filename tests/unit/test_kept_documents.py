"""What is kept of documents: the same report with it and without, whatever becomes of the file."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from checker.cache_folder import DOCUMENTS
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run.document_work import Work
from checker.run.kept.keys import key_of_run
from checker.run.kept.store import Store
from checker.run.kept.values import as_bytes, of_bytes
from checker.run.marked_document import DocumentFacts

TEXT = """# Information

Partners told us that the council shares care records with the hospital. We have not trained all staff in 2024.
Write to jo.bloggs@example.org about it.
"""


def run(folder: Path, out: Path, *options: str) -> bytes:
    """Return the JSON report of a run of the command."""
    command = [sys.executable, "-m", "checker", "assess", str(folder), "--out", str(out), "--format", "json,passages"]
    subprocess.run([*command, "--as-of", "2026-01-01", *options], capture_output=True, check=False, timeout=200)
    return b"".join((out / f"gap-report.{suffix}").read_bytes() for suffix in ("json", "passages.jsonl"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(4):
        (folder / f"minutes {number}.md").write_text(f"{TEXT}\nMeeting {number} heard from carers.\n", encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


def kept(cache: Path) -> int:
    with sqlite3.connect(cache / DOCUMENTS) as database:
        return int(database.execute("SELECT count(*) FROM facts").fetchone()[0])


def test_a_report_is_the_same_without_a_cache_with_a_new_one_and_with_a_full_one(library: Path, tmp_path: Path) -> None:
    without = run(library, tmp_path / "a", "--no-cache")

    first = run(library, tmp_path / "b", "--cache", str(tmp_path / "cache"))
    second = run(library, tmp_path / "c", "--cache", str(tmp_path / "cache"))

    assert first == second == without
    assert kept(tmp_path / "cache") == 4


def test_a_changed_document_is_read_again_and_a_damaged_file_is_made_anew(library: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    run(library, tmp_path / "a", "--cache", str(cache))
    (library / "minutes 2.md").write_text("# Carers\n\nCarers said that nobody shares information with them.\n")
    (cache / DOCUMENTS).write_bytes(b"this is no database" * 1000)

    after = run(library, tmp_path / "b", "--cache", str(cache))

    assert after == run(library, tmp_path / "c", "--no-cache")
    assert b"nobody shares" in after
    assert kept(cache) == 4


def test_personal_data_is_masked_in_what_is_kept_and_the_file_is_the_owners_alone(
    library: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"

    run(library, tmp_path / "a", "--cache", str(cache))

    with sqlite3.connect(cache / DOCUMENTS) as database:
        rows = [zlib.decompress(data) for (data,) in database.execute("SELECT data FROM facts")]
    assert len(rows) == 4
    assert not any(b"jo.bloggs" in row for row in rows)
    if os.name == "posix":
        assert (cache / DOCUMENTS).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="a process is ended in another way here")
def test_a_run_that_was_killed_leaves_no_report_and_the_next_goes_on(library: Path, tmp_path: Path) -> None:
    for number in range(150):
        (library / f"paper {number}.md").write_text(f"{TEXT * 20}\nPaper {number} was agreed.\n", encoding="utf-8")
    cache, out = tmp_path / "cache", tmp_path / "a"
    command = [sys.executable, "-m", "checker", "assess", str(library), "--out", str(out), "--format", "json,passages"]
    process = subprocess.Popen([*command, "--as-of", "2026-01-01", "--cache", str(cache)], stderr=subprocess.DEVNULL)
    end = time.monotonic() + 100
    while time.monotonic() < end and not ((cache / DOCUMENTS).exists() and _several(cache)):
        time.sleep(0.05)

    process.kill()
    process.wait()

    assert 0 < kept(cache) < 154
    assert not list(out.glob("*")) if out.exists() else True
    assert run(library, out, "--cache", str(cache)) == run(library, tmp_path / "b", "--no-cache")


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

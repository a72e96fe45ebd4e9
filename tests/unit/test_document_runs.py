"""Documents give the same facts in the same order, whoever reads them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from checker.domain.document import ReadStatus
from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.plugin_host.calls import PluginFailure
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.document_runs import run_documents
from checker.run.document_work import Work
from checker.run.marked_document import DocumentFacts
from checker.run.sources import SourceEntry, find_sources
from checker.run.worker_pool import in_processes
from checker.settings import Settings
from checker.testing import a_book


class ElsewhereInThisProcess:
    """Stands for plugins that run documents at `shed` and in two processes; `failures` and `off` say which failed."""

    def __init__(self, failures: tuple[PluginFailure, ...] = (), off: Mapping[str, str] | None = None) -> None:
        self.failures = failures
        self.setup = PluginSetup(settings=Settings(), off=off or {})

    def map(self, function: Callable[[object], object], items: Iterable[object], where: str) -> Iterator[object] | None:
        return map(function, items) if where in ("shed", "processes:2") else None


ELSEWHERE = cast(Plugins, ElsewhereInThisProcess())


@pytest.fixture
def entries(tmp_path: Path) -> Sequence[SourceEntry]:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"We lend any book.\nRoom {number} is closed.\n", encoding="utf-8")
    (tmp_path / "05.txt").write_text("", encoding="utf-8")
    (tmp_path / "07.xyz").write_text("What is this?", encoding="utf-8")
    return find_sources([tmp_path]).entries


def work_with(plugins: Plugins, book: RuleBook) -> Work:
    return Work(setup=plugins.setup, book=book, as_of="2026-01-31", keep_sentences=True)


def test_two_workers_give_what_one_gives_in_the_same_order(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    work = work_with(built_in, library_book)

    one, two = (list(run_documents(entries, work, built_in, workers=number, run_on="")) for number in (1, 2))

    assert [facts.record.name for facts in one] == [entry.name for entry in entries]
    assert [replace(facts, failures=(), warnings=()) for facts in two] == [
        replace(facts, failures=(), warnings=()) for facts in one
    ]


def test_a_file_that_fails_does_not_stop_the_others(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    facts = list(run_documents(entries, work_with(built_in, library_book), built_in, workers=1, run_on=""))

    failed = [one.record.name for one in facts if one.record.status is ReadStatus.FAILED]
    assert failed == ["05.txt", "07.xyz"]
    assert len(facts) == 13


def test_documents_are_read_one_by_one_as_they_are_asked_for(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    running = run_documents(entries, work_with(built_in, library_book), built_in, workers=1, run_on="")

    first = next(running)
    entries[1].path.unlink()
    second = next(running)

    assert (first.record.status, second.record.status) == (ReadStatus.OK, ReadStatus.FAILED)
    assert "removed" in second.record.reason


def test_a_plugin_may_run_the_documents_elsewhere(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    work = work_with(built_in, library_book)

    elsewhere = list(run_documents(entries, work, ELSEWHERE, workers=1, run_on="shed"))

    assert [facts.record for facts in elsewhere] == [
        facts.record for facts in run_documents(entries, work, built_in, workers=1, run_on="")
    ]


def test_a_place_that_no_plugin_knows_is_wrong_use(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    with pytest.raises(UsageError, match=r"No plugin can run documents on 'moon' \(install one"):
        run_documents(entries, work_with(built_in, library_book), ELSEWHERE, workers=1, run_on="moon")


def test_a_second_run_in_the_same_process_uses_its_own_rules(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook
) -> None:
    def first_found(work: Work) -> DocumentFacts:
        return next(run_documents(entries, work, ELSEWHERE, workers=1, run_on="shed"))

    library = work_with(built_in, library_book)
    kept, other, silent = (
        first_found(work) for work in (library, replace(library, book=a_book()), replace(library, keep_sentences=False))
    )

    assert (list(kept.tallied), list(other.tallied)) == (["lending"], [])
    assert (len(kept.lines), len(silent.lines)) == (2, 0)


class EndsWhoReceivesIt:
    """Ends the process in which it is unpickled, as the system does when memory runs out."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (9,)


def test_a_document_that_ends_its_process_fails_alone_and_in_its_place(
    entries: Sequence[SourceEntry],
    built_in: Plugins,
    library_book: RuleBook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (scratch := tmp_path / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    fatal = [replace(one, path=cast(Path, EndsWhoReceivesIt())) if n == 2 else one for n, one in enumerate(entries[:5])]

    facts = list(run_documents(fatal, work_with(built_in, library_book), built_in, workers=2, run_on=""))

    assert [one.record.name for one in facts] == [entry.name for entry in fatal]
    assert [one.record.status is ReadStatus.FAILED for one in facts] == [False, False, True, False, False]
    assert facts[2].record.reason == "The process that read it ended unexpectedly, perhaps for lack of memory."
    assert facts[2].record.kind_reason == "It could not be read."
    assert list(scratch.glob("checker-*")) == []


def test_a_process_that_ends_once_costs_no_result_and_the_pool_goes_on(tmp_path: Path) -> None:
    marker = str(tmp_path / "ended")
    once = f"7 if __import__('os').path.exists({marker!r}) else (open({marker!r}, 'w').close(), {ENDS})"
    items = ["1", once, *(str(number) for number in range(2, 12))]

    assert list(in_processes(eval, items, workers=2, lost=lambda _: "lost")) == [1, 7, *range(2, 12)]


def test_every_item_that_ends_its_process_is_lost_and_no_other() -> None:
    items = [ENDS, "1", "2", ENDS, "3"]

    assert list(in_processes(eval, items, workers=1, lost=lambda _: "lost")) == ["lost", 1, 2, "lost", 3]


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(eval, ["1", "1 / 0"], workers=2, lost=lambda _: "lost"))


ENDS = "__import__('os')._exit(9)"


@pytest.mark.parametrize(
    "plugins",
    [
        ElsewhereInThisProcess(failures=(PluginFailure(plugin="moons", hook="checker_map", reason="ValueError"),)),
        ElsewhereInThisProcess(off={"moons": "gave no result for 9 s in checker_map"}),
    ],
)
def test_documents_are_read_here_if_the_plugin_for_the_place_failed(
    entries: Sequence[SourceEntry], built_in: Plugins, library_book: RuleBook, plugins: ElsewhereInThisProcess
) -> None:
    here = list(
        run_documents(entries, work_with(built_in, library_book), cast(Plugins, plugins), workers=2, run_on="moon")
    )

    assert [one.record.name for one in here] == [entry.name for entry in entries]

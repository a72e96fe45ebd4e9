"""Documents give the same facts in the same order, whoever reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from checker.domain.document import ReadStatus
from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.plugin_manager import Plugins
from checker.run.document_runs import run_documents
from checker.run.document_work import Work
from checker.run.marked_document import DocumentFacts
from checker.run.sources import SourceEntry, find_sources
from checker.testing import a_book


class ElsewhereInThisProcess:
    """Stands for plugins one of which runs documents at `shed`."""

    def map(self, function: Callable[[object], object], items: Iterable[object], where: str) -> Iterator[object] | None:
        return map(function, items) if where == "shed" else None


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

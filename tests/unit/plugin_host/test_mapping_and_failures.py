"""No result is lost when work runs elsewhere, and what failed is told once and plainly."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.errors import UsageError
from checker.run.marked_document import DocumentFacts
from checker.run.sources import SourceEntry

from .installing import READS, Install, Load, a_source, reasons


def doubled(item: object) -> object:
    return item * 2


@pytest.mark.parametrize(
    "body",
    ["return (function(item) for item in items)", "return iter([function(items[0])])", "raise OSError('no route')"],
)
def test_no_result_is_lost_when_work_runs_elsewhere(install: Install, load: Load, body: str) -> None:
    """Given a place that works, one that stops half way, and one that fails at once."""
    install(elsewhere=f"@hookimpl\ndef checker_map(function, items, where):\n    {body}")

    results = load().map(doubled, [1, 2, 3], "farm")

    assert list(results or map(doubled, [1, 2, 3])) == [2, 4, 6]


def facts(entry: object) -> object:
    name = cast(SourceEntry, entry).name
    return DocumentFacts(record=DocumentRecord(name=name, sha256="", size=0, status=ReadStatus.OK))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("return [None, function(items[1])]", "NoneType where DocumentFacts is asked for"),
        ("return [function(items[0]).record, function(items[1])]", "DocumentRecord where DocumentFacts is asked for"),
        ("return [function(items[1]), function(items[1])]", "the facts of 'b' where those of 'a' are asked for"),
        ("return [replace(function(items[0]), record='a'), function(items[1])]", "str where DocumentRecord is asked"),
        ("return [replace(function(items[0]), tallied=()), function(items[1])]", "tuple where Mapping is asked for"),
        ("return [replace(function(items[0]), lines=(1,)), function(items[1])]", "int where str is asked for"),
        ("return [replace(function(items[0]), failures=('x',)), function(items[1])]", "str where PluginFailure is"),
    ],
)
def test_facts_that_are_not_the_document_s_are_named_and_made_here(
    install: Install, load: Load, body: str, reason: str
) -> None:
    head = "from dataclasses import replace\n@hookimpl\ndef checker_map(function, items):"
    install(elsewhere=f"{head}\n    {body}")
    plugins = load()
    entries = [SourceEntry(name=name, path=Path(name)) for name in ("a", "b")]

    results = list(plugins.map(facts, entries, "farm") or ())

    assert results == [facts(entry) for entry in entries]
    assert [failure.plugin for failure in plugins.failures] == ["elsewhere"]
    assert reason in reasons(plugins)[0]


def test_work_that_stops_half_way_is_named(install: Install, load: Load) -> None:
    install(elsewhere="@hookimpl\ndef checker_map(items): return iter(items[:1])")
    plugins = load()

    list(plugins.map(doubled, [1, 2], "farm") or ())

    assert reasons(plugins) == ["gave 1 results for 2 items in checker_map"]


def test_a_place_that_cannot_be_used_is_told_before_anything_is_done(install: Install, load: Load) -> None:
    body = "from checker import UsageError\n    raise UsageError('The farm is closed.')"
    install(elsewhere=f"@hookimpl\ndef checker_map(where):\n    {body}")
    plugins = load()

    with pytest.raises(UsageError, match=r"The farm is closed\."):
        plugins.map(doubled, [1], "farm")

    assert plugins.failures == ()


def test_a_place_may_tidy_up_after_the_last_result(install: Install, load: Load, tmp_path: Path) -> None:
    tidy = tmp_path / "tidied"
    body = f"try:\n        yield from map(function, items)\n    finally:\n        open({str(tidy)!r}, 'w').close()"
    install(elsewhere=f"@hookimpl\ndef checker_map(function, items):\n    {body}")

    results = load().map(doubled, [1, 2], "farm")

    assert (list(results or ()), tidy.exists()) == ([2, 4], True)


def test_a_place_that_no_plugin_knows_is_none(install: Install, load: Load) -> None:
    install(elsewhere="@hookimpl\ndef checker_map(where): return None")

    assert load().map(doubled, [1], "farm") is None


def test_a_reason_has_no_folders_and_no_addresses(install: Install, load: Load) -> None:
    error = "OSError('/home/someone/secret/a.txt at 0x7f001122')"
    install(reads_notes=f"@hookimpl\ndef checker_read_document(source): raise {error}")
    plugins = load()

    plugins.read_document(a_source())

    assert reasons(plugins) == ["raised OSError in checker_read_document: a.txt at 0x…"]


def test_a_failure_that_happens_often_is_told_once_and_shows_in_the_health(install: Install, load: Load) -> None:
    install(reads_notes="@hookimpl\ndef checker_read_document(source): raise KeyError('styles')")
    plugins = load()

    for _ in range(3):
        plugins.read_document(a_source())

    assert len(plugins.failures) == 1
    assert [info.state for info in plugins.health() if not info.built_in] == ["failed"]


def test_what_worker_processes_saw_is_added(install: Install, load: Load) -> None:
    install(reads_notes=READS, other_one="raise ValueError('no')")
    worker, main = load(), load(block=("council-checker", "other_one"))

    main.record(worker.failures, ["A warning."])

    assert [failure.plugin for failure in main.failures] == ["other_one"]
    assert main.warnings == ("A warning.",)

"""Runs the work on documents: in this process, in local worker processes, or where a plugin runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from checker.errors import UsageError
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work
from checker.run.marked_document import DocumentFacts
from checker.run.sources import SourceEntry

_IN_HAND = 4
"""How many documents wait for each worker: enough to keep it busy, few enough that memory does not grow."""


def run_documents(
    entries: Sequence[SourceEntry], work: Work, plugins: Plugins, *, workers: int, run_on: str
) -> Iterator[DocumentFacts]:
    """
    Yield the facts of each document, in the order of `entries`, whoever makes them.

    `UsageError` if no plugin knows the place that `run_on` names.
    """
    if run_on:
        return _elsewhere(entries, work, plugins, run_on)
    if workers > 1 and len(entries) > 1:
        return _in_processes(entries, work, min(workers, len(entries)))
    worker = DocumentWorker(work, plugins)
    return (worker.facts(entry) for entry in entries)


@dataclass(frozen=True, slots=True)
class _Task:
    """The work on any document, as a plugin's `checker_map` gets it: a function that can be pickled."""

    work: Work

    def __call__(self, item: object) -> object:
        return _worker_of(self.work).facts(cast(SourceEntry, item))


_local: tuple[Work, DocumentWorker] | None = None


def _worker_of(work: Work) -> DocumentWorker:
    """Return this process's worker; plugins and phrases are loaded once."""
    global _local
    if _local is None or (_local[0] is not work and _local[0] != work):
        _local = (work, DocumentWorker(work))
    return _local[1]


def _elsewhere(entries: Sequence[SourceEntry], work: Work, plugins: Plugins, run_on: str) -> Iterator[DocumentFacts]:
    results = plugins.map(_Task(work), cast(Iterable[object], entries), run_on)
    if results is None:
        msg = f"No plugin can run documents on {run_on!r} (install one that offers it, or leave out --run-on)"
        raise UsageError(msg)
    return (cast(DocumentFacts, result) for result in results)


def _start_worker(work: Work) -> None:
    global _local
    _local = (work, DocumentWorker(work))


def _facts(entry: SourceEntry) -> DocumentFacts:
    assert _local is not None  # set by _start_worker before any task
    return _local[1].facts(entry)


def _in_processes(entries: Sequence[SourceEntry], work: Work, workers: int) -> Iterator[DocumentFacts]:
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    # "spawn" everywhere: the same on Windows, and no threads or locks are copied into the workers.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(work,))
    waiting: deque[Future[DocumentFacts]] = deque()
    remaining = iter(entries)
    submit: Callable[[SourceEntry], None] = lambda entry: waiting.append(pool.submit(_facts, entry))  # noqa: E731
    try:
        for entry in remaining:
            submit(entry)
            if len(waiting) >= workers * _IN_HAND:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)

"""Runs the work on documents: in this process, in local worker processes, or where a plugin runs it."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.errors import UsageError
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work
from checker.run.marked_document import DocumentFacts
from checker.run.memory import leave_alone, search_rarely
from checker.run.sources import SourceEntry

_HOOK = "checker_map"
_ENDED = "The process that read it ended unexpectedly, perhaps for lack of memory."


def run_documents(
    entries: Sequence[SourceEntry], work: Work, plugins: Plugins, *, workers: int, run_on: str
) -> Iterator[DocumentFacts]:
    """
    Yield the facts of each document, in the order of `entries`, whoever makes them.

    `UsageError` if no plugin knows the place that `run_on` names. Where a plugin failed that might have known it, the
    documents are read here: the failure is recorded, and no result is lost.
    """
    if run_on and (elsewhere := _elsewhere(entries, work, plugins, run_on)) is not None:
        return elsewhere
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


def _elsewhere(
    entries: Sequence[SourceEntry], work: Work, plugins: Plugins, run_on: str
) -> Iterator[DocumentFacts] | None:
    """Return the facts as a plugin makes them; `None` if the plugins that might know the place failed."""
    results = plugins.map(_Task(work), cast(Iterable[object], entries), run_on)
    if results is not None:
        return (cast(DocumentFacts, result) for result in results)
    if _a_mapper_failed(plugins):
        return None
    msg = f"No plugin can run documents on {run_on!r} (install one that offers it, or leave out --run-on)"
    raise UsageError(msg)


def _a_mapper_failed(plugins: Plugins) -> bool:
    """Whether a plugin failed in `checker_map`, or was switched off because of what it did there in an earlier try."""
    failed = any(failure.hook == _HOOK for failure in plugins.failures)
    return failed or any(_HOOK in reason for reason in plugins.setup.off.values())


@dataclass(frozen=True, slots=True)
class _TaskInFile:
    """
    The work on any document for local workers, which read it from a file when they get their first document.

    A rule book is too large to be written to a process that may be ended while it starts.
    """

    path: Path

    def __call__(self, entry: SourceEntry) -> DocumentFacts:
        return _worker_from(self.path).facts(entry)


@lru_cache(maxsize=1)
def _worker_from(path: Path) -> DocumentWorker:
    search_rarely()
    worker = DocumentWorker(cast(Work, pickle.loads(path.read_bytes())))
    leave_alone()
    return worker


def _in_processes(entries: Sequence[SourceEntry], work: Work, workers: int) -> Iterator[DocumentFacts]:
    from checker.run.worker_pool import in_processes

    with TemporaryDirectory(prefix="checker-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "work")
        path.write_bytes(pickle.dumps(work, pickle.HIGHEST_PROTOCOL))
        yield from in_processes(_TaskInFile(path), entries, workers=workers, lost=_lost)


def _lost(entry: SourceEntry) -> DocumentFacts:
    """Return the facts of a file whose process ended twice."""
    return DocumentFacts(
        record=DocumentRecord(
            name=entry.name,
            sha256="",
            size=entry.size,
            status=ReadStatus.FAILED,
            reason=_ENDED,
            kind_reason="It could not be read.",
        )
    )

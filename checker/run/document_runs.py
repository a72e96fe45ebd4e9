"""Runs the work on documents: in this process, or where a plugin runs it, local processes among those places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.errors import UsageError
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work
from checker.run.marked_document import DocumentFacts
from checker.run.packed_facts import packed, unpacked
from checker.run.sources import SourceEntry
from checker.run.travelling import travelling
from checker.values import dataclass, replace

_HOOK = "checker_map"
_LOCAL = "processes"
"""The place that `--workers` means: a plugin of ours offers it."""
_ENDED = "The process that read it ended unexpectedly, perhaps for lack of memory."


def run_documents(
    entries: Sequence[SourceEntry], work: Work, plugins: Plugins, *, workers: int, run_on: str
) -> Iterator[DocumentFacts]:
    """
    Yield the facts of each document, in the order of `entries`, whoever makes them.

    `UsageError` if no plugin knows the place that `run_on` names, or if that place cannot be used. Where a plugin
    failed that might have known it, the documents are read here: the failure is recorded, and no result is lost.
    """
    if run_on and (results := _mapped(entries, work, plugins, run_on)) is not None:
        return results
    if run_on and not _a_mapper_failed(plugins):
        msg = f"No plugin can run documents on {run_on!r} (install one that offers it, or leave out --run-on)"
        raise UsageError(msg)
    processes = min(workers, len(entries))
    if processes > 1 and (results := _mapped(entries, work, plugins, f"{_LOCAL}:{processes}")) is not None:
        return results
    worker = DocumentWorker(work, plugins)
    return (worker.facts(entry) for entry in entries)


@dataclass(frozen=True, slots=True)
class _Task:
    """The work on any document, as a plugin's `checker_map` gets it (see `checker.DocumentTask`)."""

    work: Work

    def __call__(self, item: object) -> object:
        return packed(_worker_of(self.work).facts(cast(SourceEntry, item)))

    def lost(self, item: object) -> object:
        """Return the facts of a file whose process ended again and again."""
        entry = cast(SourceEntry, item)
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


_local: tuple[Work, DocumentWorker] | None = None


def _worker_of(work: Work) -> DocumentWorker:
    """Return this process's worker; plugins and phrases are loaded once."""
    global _local
    if _local is None or (_local[0] is not work and _local[0] != work):
        _local = (work, DocumentWorker(work))
    return _local[1]


def _mapped(entries: Sequence[SourceEntry], work: Work, plugins: Plugins, where: str) -> Iterator[DocumentFacts] | None:
    """
    Return the results of the plugin that knows the place; `None` if none does.

    To other computers the documents go with their content, and calls of third-party plugins there are not announced:
    who supervises this run can do nothing about processes that are not its own.
    """
    items: Sequence[object] = entries
    if where.partition(":")[0] != _LOCAL:
        items, work = travelling(entries), replace(work, setup=replace(work.setup, channel=None))
    results = plugins.map(_Task(work), items, where)
    return None if results is None else map(_facts_in, results)


def _facts_in(result: object) -> DocumentFacts:
    return unpacked(result) if isinstance(result, bytes) else cast(DocumentFacts, result)


def _a_mapper_failed(plugins: Plugins) -> bool:
    """Whether a plugin failed in `checker_map`, or was switched off because of what it did there in an earlier try."""
    failed = any(failure.hook == _HOOK for failure in plugins.failures)
    return failed or any(_HOOK in reason for reason in plugins.setup.off.values())

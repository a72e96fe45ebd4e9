"""Runs the work on documents, and recalls what an earlier run made of those that are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from checker.domain.document import ReadStatus
from checker.errors import UnreadableError
from checker.plugin_manager import Plugins
from checker.run.document_runs import run_documents
from checker.run.document_work import Work
from checker.run.kept.keys import key_of_document, key_of_run
from checker.run.marked_document import DocumentFacts
from checker.run.sources import SourceEntry
from checker.values import replace

if TYPE_CHECKING:
    from checker.run.kept.store import Store


def run_or_recall(
    entries: Sequence[SourceEntry], work: Work, plugins: Plugins, *, workers: int, run_on: str, folder: Path | None
) -> Iterator[DocumentFacts]:
    """
    Yield the facts of each document, in the order of `entries`, made now or recalled: they are the same.

    Facts are kept as soon as they are made, so that a run that was interrupted goes on where it stopped. `folder` is
    where they are kept; `None` keeps and recalls nothing. `UsageError` as `run_documents`.
    """
    run = key_of_run(work, plugins) if folder else None
    if folder is None or run is None:
        return run_documents(entries, work, plugins, workers=workers, run_on=run_on)
    from checker.run.kept.store import Store  # with SQLite, which a run that keeps nothing does not need

    return _recalling(entries, _Recall(run, work, plugins, Store(folder)), workers, run_on)


class _Recall:
    """What is kept for the documents of one run."""

    def __init__(self, run: str, work: Work, plugins: Plugins, store: Store) -> None:
        self.work = work
        self.plugins = plugins
        self.store = store
        self._run = run
        self._usual = frozenset(plugins.warnings)

    def key(self, entry: SourceEntry) -> str:
        """Return the key of a file as it is now; empty if it cannot be read."""
        with suppress(UnreadableError):
            return self._key(entry, entry.load().sha256)
        return ""

    def get(self, key: str) -> DocumentFacts | None:
        """Return the facts kept under a key."""
        from checker.run.kept.values import of_bytes

        data = self.store.get(key)
        return of_bytes(data) if data else None

    def put(self, entry: SourceEntry, facts: DocumentFacts) -> None:
        """
        Keep facts, unless something beside them was said of plugins: it would be lost in another run.

        What failed is tried anew each time, be it a file or one inside it: it may have been only the moment, a busy
        computer or one without memory left.
        """
        told = facts.failures or not self._usual.issuperset(facts.warnings)
        has_failed = any(one.record.status is ReadStatus.FAILED for one in (facts, *facts.inside))
        if not told and not has_failed:
            from checker.run.kept.values import as_bytes

            bare = replace(facts, failures=(), warnings=())
            self.store.put(self._key(entry, facts.record.sha256), as_bytes(bare))

    def _key(self, entry: SourceEntry, digest: str) -> str:
        chosen = self.work.self_assessments
        is_chosen = bool(chosen) and entry.path.resolve() in chosen
        return key_of_document(self._run, entry.name, digest, is_self_assessment=is_chosen)


def _recalling(entries: Sequence[SourceEntry], recall: _Recall, workers: int, run_on: str) -> Iterator[DocumentFacts]:
    with closing(recall.store):
        kept = recall.store.keys()
        keys = [recall.key(entry) if kept else "" for entry in entries]
        missing = [entry for entry, key in zip(entries, keys, strict=True) if key not in kept]
        work, plugins = recall.work, recall.plugins
        made = run_documents(missing, work, plugins, workers=workers, run_on=run_on) if missing else iter(())
        for entry, key in zip(entries, keys, strict=True):
            if key in kept and (facts := recall.get(key)):
                yield facts
                continue
            # What another run has removed meanwhile is made here.
            again = key in kept
            facts = next(run_documents([entry], work, plugins, workers=1, run_on="")) if again else next(made)
            recall.put(entry, facts)
            yield facts

"""Reads one file or folder as a run would, in this process, and prints what became of it as one line of JSON."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work
from checker.run.marked_document import DocumentFacts
from checker.run.sources import find_sources
from checker.settings import Settings


def main(path: Path) -> None:
    """
    Read everything under `path`. The time is that of the processor, so that busy neighbours do not count, and without
    loading the rules.
    """
    plugins = Plugins.load(Settings())
    worker = DocumentWorker(Work(setup=plugins.setup, book=load_book(plugins), as_of="2026-01-31"), plugins)
    started = time.process_time()
    facts = [worker.facts(entry) for entry in find_sources([path])]
    seconds = time.process_time() - started + _seconds_of_children()
    print(json.dumps({"seconds": seconds, "megabytes": _most_memory(), "documents": _documents(facts)}))


def _documents(facts: list[DocumentFacts]) -> list[dict[str, str]]:
    every = [each for one in facts for each in (one, *one.inside)]
    return [{"name": one.record.name, "status": one.record.status.value, "reason": one.record.reason} for one in every]


def _seconds_of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _most_memory() -> int:
    """Return the most memory that this process, or one that it started, held at a time, in megabytes."""
    status = Path("/proc/self/status")
    own = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8")) if status.exists() else None
    here = int(own.group(1)) if own else getrusage(RUSAGE_SELF).ru_maxrss
    return max(here, getrusage(RUSAGE_CHILDREN).ru_maxrss) // 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]))

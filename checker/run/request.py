"""What a run is asked to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from checker.run.given_files import GivenPaths
from checker.values import dataclass, field

Progress = Callable[[str, int, int], None]
"""Is told the name of each document that was read, its number and how many there are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RunRequest:
    """
    What a run is asked to do.

    `as_of` is an ISO date: nothing here reads the clock. `settings` are those that can change a result, as the report
    records them. `run_on` is `NAME[:ADDRESS]` of a plugin that runs documents elsewhere. `keep_sentences`: the passages
    format is wanted. `cache` is a folder for loaded packs, `results_cache` one for what is made of documents: without
    it nothing of them is kept. Without `quotes` the report has places and hashes only.
    """

    paths: tuple[Path, ...]
    as_of: str
    statements: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    self_assessment: tuple[Path, ...] = ()
    given: GivenPaths = field(default_factory=GivenPaths)
    title: str = ""
    council: str = ""
    workers: int = 1
    run_on: str = ""
    keep_sentences: bool = False
    cache: Path | None = None
    edition: str = ""
    results_cache: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    quotes: bool = True

"""The hooks of this plugin. Each function after `@hookimpl` answers one hook of the checker."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from checker import Criterion, Document, Reporter, Source, hookimpl

from .criterion import InSeveralDocuments
from .reader import read_notes
from .reporter import GapList

CHECKER_HOOKS = ">=1,<2"


@hookimpl
def checker_rule_packs() -> Iterable[Path]:
    """Return the folder of our pack."""
    return [Path(str(files("checker_example"))) / "pack"]


@hookimpl
def checker_read_document(source: Source) -> Document | None:
    """Read `.jsonl` files; leave all others to other plugins."""
    return read_notes(source) if source.suffix == ".jsonl" else None


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criterion."""
    return [InSeveralDocuments()]


@hookimpl
def checker_reporters() -> Iterable[Reporter]:
    """Return our format."""
    return [GapList()]

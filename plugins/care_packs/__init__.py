"""Offers the rule packs that come with the checker."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from checker import hookimpl


@hookimpl
def checker_rule_packs() -> Iterable[Path]:
    """Return every folder of the packs that has a `pack.yaml`. The project is installed as files, never as a zip."""
    folders = (entry for place in import_module("checker_rules").__path__ for entry in Path(place).iterdir())
    return [folder for folder in sorted(folders) if (folder / "pack.yaml").is_file()]

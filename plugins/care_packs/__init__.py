"""Offers the rule packs that come with the checker."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from checker import hookimpl


@hookimpl
def checker_rule_packs() -> Iterable[Path]:
    """Return every folder of the packs that has a `pack.yaml`. The project is installed as files, never as a zip."""
    folders = (Path(str(entry)) for entry in files("checker_rules").iterdir())
    return [folder for folder in sorted(folders) if (folder / "pack.yaml").is_file()]

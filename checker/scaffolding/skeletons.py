"""
Writes skeletons for authors: a plugin as a project of its own, and a rule pack.

Their own tests pass as generated.
"""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from string import Template

from checker import __version__
from checker.errors import UsageError, shown_path
from checker.scaffolding.overlay import OVERLAY_FILES
from checker.scaffolding.pack import PACK_FILES
from checker.scaffolding.plugin import PLUGIN_FILES
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class PackStart:
    """Where a new pack begins. `serves`: an I statement or a part of the commitment of the quality statement."""

    framework: str
    edition: str
    statement: str
    serves: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OverlayStart:
    """What a new overlay changes: words of an expectation of the pack `base`, a rule's weight, and what it disables."""

    framework: str
    edition: str
    base: str
    expectation: str
    overridden: str
    weight: str
    disabled: str


_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def new_plugin(folder: Path, name: str) -> list[Path]:
    """
    Write a project with one criterion and its tests into `folder / name`; return its files, sorted.

    `UsageError` if the name is no name or the folder is not empty.
    """
    module = _checked(name, "plugin").replace("-", "_")
    if keyword.iskeyword(module) or module in sys.stdlib_module_names or module in ("checker", "tests"):
        msg = f"{name!r} is a word of Python's own (choose another name, e.g. {name}-evidence)"
        raise UsageError(msg)
    return _write(folder / name, PLUGIN_FILES, {"name": name, "module": module, "version": __version__})


def new_pack(folder: Path, name: str, start: PackStart) -> list[Path]:
    """
    Write a pack with one expectation, one rule and cases into `folder / name`; return its files, sorted.

    `UsageError` if the name is no name or the folder is not empty.
    """
    words = {"name": _checked(name, "pack"), "framework": start.framework, "edition": start.edition}
    words |= {"statement": start.statement, "serves": start.serves, "engine": _engine()}
    return _write(folder / name.replace("-", "_"), PACK_FILES, words)


def new_overlay(folder: Path, name: str, start: OverlayStart) -> list[Path]:
    """
    Write a pack that changes another one into `folder / name`; return its files, sorted.

    `UsageError` if the name is no name or the folder is not empty.
    """
    root = _checked(name, "pack").replace("-", "_")
    words = {"name": name, "folder": root, "framework": start.framework, "edition": start.edition, "base": start.base}
    words |= {"expectation": start.expectation, "overridden": start.overridden, "weight": start.weight}
    words |= {"disabled": start.disabled, "engine": _engine()}
    return _write(folder / root, OVERLAY_FILES, words)


def _checked(name: str, what: str) -> str:
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"'{name}' cannot be the name of a {what}: use lower-case words with hyphens, e.g. our-region."
        )
    return name


def _engine() -> str:
    major, minor = __version__.split(".")[:2]
    return f">={major}.{minor},<{int(major) + 1}"


def _write(folder: Path, files: Mapping[str, str], words: Mapping[str, str]) -> list[Path]:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{shown_path(folder)} exists already and is not empty.")
    written = []
    for path, text in files.items():
        file = folder / Template(path).substitute(words)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(Template(text).substitute(words), encoding="utf-8", newline="\n")
        written.append(file)
    return sorted(written)

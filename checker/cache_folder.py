"""
Where the checker keeps what it can make again: loaded rule packs, and what was made of documents, with personal
data masked.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

VARIABLE = "CHECKER_CACHE"
DOCUMENTS = "documents.sqlite3"
"""The file of what was made of documents; SQLite has others beside it, whose names begin so."""

_NAME = "council-checker"
_KEPT = ("packs-*.json", f"{DOCUMENTS}*")


def cache_folder(within: Path | None = None) -> Path | None:
    """
    Return the folder of the cache, which may not exist yet; `None` where there is none.

    It is the owner's alone, so that `within` a folder that somebody names it is one of its own. The environment
    variable CHECKER_CACHE names another folder; `0` switches the cache off.
    """
    if within is not None:
        return within / _NAME
    told = os.environ.get(VARIABLE, "").strip()
    if told == "0":
        return None
    if told:
        return Path(told)
    try:
        return _home() / _NAME
    except RuntimeError:  # nobody's home folder is known
        return None


def clear_cache(within: Path | None = None) -> Path | None:
    """Remove what is kept and return the folder; `None` where there is none."""
    folder = cache_folder(within)
    if folder is None or not folder.is_dir():
        return None
    for kept in _files(folder, _KEPT):
        kept.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)
    return folder


def kept_bytes(within: Path | None = None) -> tuple[int, int]:
    """Return how many bytes of rule packs and of documents are kept."""
    folder = cache_folder(within)
    packs, documents = (sum(kept.stat().st_size for kept in _files(folder, (one,))) for one in _KEPT)
    return packs, documents


def _files(folder: Path | None, patterns: Iterable[str]) -> list[Path]:
    return [kept for one in patterns for kept in folder.glob(one) if kept.is_file()] if folder else []


def _home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

"""Where the checker keeps what it can make again: loaded rule packs. Nothing of any document is kept there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

VARIABLE = "CHECKER_CACHE"
_NAME = "council-checker"


def cache_folder() -> Path | None:
    """
    Return the folder of the cache for packs, which may not exist yet; `None` where there is none.

    The environment variable CHECKER_CACHE names another folder; `0` switches the cache off.
    """
    told = os.environ.get(VARIABLE, "").strip()
    if told == "0":
        return None
    if told:
        return Path(told)
    try:
        return _home() / _NAME
    except RuntimeError:  # nobody's home folder is known
        return None


def clear_cache() -> Path | None:
    """Remove what is kept and return the folder; `None` where there is none."""
    folder = cache_folder()
    if folder is None or not folder.is_dir():
        return None
    for kept in folder.glob("packs-*.json"):
        kept.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)
    return folder


def _home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

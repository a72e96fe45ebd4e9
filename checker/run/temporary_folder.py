"""A folder for one run, gone with it; what earlier runs left behind because they were killed is removed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

_PREFIX = "checker-run-"
_LOCK = "in-use"
_YOUNG = 60
"""Seconds in which a folder may not have been locked yet."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """
    Make a folder where the system keeps such, lend it, and remove it.

    A process that is killed leaves its folder there. So those of this user whose process has ended are removed first:
    as long as it runs, it holds a lock in it, which goes with it whatever happens.
    """
    _remove_abandoned(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name, ExitStack() as held:
        folder = Path(name)
        lock = held.enter_context((folder / _LOCK).open("wb"))
        _locked(lock)
        yield folder


def _remove_abandoned(place: Path) -> None:
    for folder in sorted(place.glob(f"{_PREFIX}*")):
        with suppress(OSError):
            if _is_own_and_not_new(folder) and _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_own_and_not_new(folder: Path) -> bool:
    found = folder.lstat()
    is_own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return is_own and not folder.is_symlink() and time.time() - found.st_mtime > _YOUNG


def _is_abandoned(folder: Path) -> bool:
    """Whether nobody holds the lock; a folder without one is not ours to remove."""
    with (folder / _LOCK).open("rb") as lock:
        return _locked(lock)


def _locked(lock: IO[bytes]) -> bool:
    """
    Lock a file as long as it is open, and return whether nobody else has locked it.

    Windows has no such lock: nothing is removed there.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

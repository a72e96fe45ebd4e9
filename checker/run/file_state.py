"""The state of a file on disk: is it really here, and does it stay the same while it is read?"""

from __future__ import annotations

import os
import stat
from errno import EINVAL
from pathlib import Path

from checker.errors import UnreadableError

CHANGED = "It was changed while the checker was at work. Close it where it is being edited, and run again."

_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_ACCESS = 0x1000, 0x40000, 0x400000
_DATALESS = 0x40000000


def is_in_the_cloud(status: os.stat_result) -> bool:
    """
    Whether a file is only a placeholder, as Windows and macOS mark them: to read it would fetch it from the network.

    Elsewhere nothing marks them. That a file has a size and no blocks on disk does not: small or compressed files of
    some file systems have none either. There the content tells, once it is read.
    """
    windows = getattr(status, "st_file_attributes", 0) & (_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_ACCESS)
    return bool(windows or getattr(status, "st_flags", 0) & _DATALESS)


def read_steadily(path: Path, limit: int) -> tuple[bytes, int]:
    """
    Return up to `limit` bytes of a file and when it was last written, in nanoseconds.

    Never waits for a pipe that has taken the file's place. Raises `OSError`, or `UnreadableError` if the file changes
    while it is read.
    """
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as file:
        before = os.fstat(number)
        if not stat.S_ISREG(before.st_mode):
            raise OSError(EINVAL, "it is no longer a file")
        data = file.read(limit)
        after = os.fstat(number)
    if _state(before) != _state(after):
        raise UnreadableError(CHANGED)
    return data, after.st_mtime_ns


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns

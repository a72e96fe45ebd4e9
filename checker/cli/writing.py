"""Writing reports: each file appears whole or not at all."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker.errors import UsageError, shown_path
from checker.frozen import refuse_if_frozen
from checker.values import dataclass

_MARK = ".checker-"
"""In the name of a draft, before the marks of the computer and the process that write it."""
_LONG_AGO = 3600
"""Seconds after which nobody still writes a draft: of another computer's processes, a shared drive tells nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A file that is written but does not have its name yet."""

    draft: Path
    final: Path

    def publish(self) -> Path:
        """Give it its name, in place of an older one, and return that."""
        try:
            os.replace(self.draft, self.final)
        except OSError as error:
            self.drop()
            raise _cannot_write(self.final, error) from error
        return self.final

    def drop(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self.draft.unlink()


def draft(final: Path, chunks: Iterable[bytes]) -> Draft:
    """
    Write the chunks beside `final`. Nothing is left behind where that fails; `UsageError` if the folder or disk
    refuses,
    or if the folder is frozen.
    """
    refuse_if_frozen(final.parent)
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{final.name}{_MARK}{_this_computer()}-{os.getpid()}-"
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=final.parent)
    except OSError as error:
        raise _cannot_write(final, error) from error
    made = Draft(draft=Path(name), final=final)
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
        _with_usual_permissions(made.draft)
    except OSError as error:
        made.drop()
        raise _cannot_write(final, error) from error
    except BaseException:
        made.drop()
        raise
    return made


def drop_abandoned(folder: Path) -> None:
    """
    Take away drafts in a folder whose writer has ended: a reporter that hangs is ended without a chance to do so.

    Those of another computer, which shares the folder, only when they are an hour old.
    """
    for left in sorted(folder.glob(f".*{_MARK}*.tmp")):
        with suppress(OSError):
            if _is_abandoned(left):
                left.unlink()


def _is_abandoned(left: Path) -> bool:
    computer, _, rest = left.name.rpartition(_MARK)[2].partition("-")
    process = rest.partition("-")[0]
    if computer == _this_computer() and process.isdecimal():
        return not _runs(int(process))
    return time.time() - left.stat().st_mtime > _LONG_AGO


@cache
def _this_computer() -> str:
    """Return a mark of this computer that fits into a file's name and does not tell its own."""
    return sha256(platform.node().encode()).hexdigest()[:12]


def _runs(process: int) -> bool:
    """Whether a process still runs. Windows cannot be asked so, but there a file that is being written stays anyway."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _with_usual_permissions(file: Path) -> None:
    """Temporary files are for their owner alone; a report gets the permissions that any new file would."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)


def _cannot_write(file: Path, error: OSError) -> UsageError:
    return UsageError(f"{shown_path(file)} cannot be written: {error.strerror or type(error).__name__}.")

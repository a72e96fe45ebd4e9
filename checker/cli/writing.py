"""Writing reports: each file appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from checker.errors import UsageError, shown_path
from checker.frozen import refuse_if_frozen
from checker.values import dataclass


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
        handle, name = tempfile.mkstemp(prefix=f".{final.name}.", suffix=".tmp", dir=final.parent)
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


def _with_usual_permissions(file: Path) -> None:
    """Temporary files are for their owner alone; a report gets the permissions that any new file would."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)


def _cannot_write(file: Path, error: OSError) -> UsageError:
    return UsageError(f"{shown_path(file)} cannot be written: {error.strerror or type(error).__name__}.")

"""Progress of long work: one line on stderr that is written over; nothing where stderr is no terminal."""

from __future__ import annotations

import sys
import time

from checker.cli.look import safe, shortened

_PATIENCE = 1.0
_EVERY = 0.1
_WIDTH = 79


class Progress:
    """Says which file is being worked on once the work takes longer than a second."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, name: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done and which comes now."""
        now = time.monotonic()
        if not self._shows or now < self._next:
            return
        self._next = now + _EVERY
        self._shown = True
        self._write(f"{done} of {total}: {safe(name)}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        sys.stderr.write("\r" + shortened(text, _WIDTH).ljust(_WIDTH))
        sys.stderr.flush()

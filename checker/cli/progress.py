"""Progress of long work: a line on stderr that is written over; where stderr is no terminal, nothing or few lines."""

from __future__ import annotations

import sys
import time
from collections import deque

from checker.cli.look import safe, shortened

_PATIENCE = 1.0
_EVERY = 0.1
_EVERY_LINE = 10.0
_WIDTH = 79
_LOOKED_BACK = 30.0
"""Seconds by which the rate is judged: what an earlier run has kept goes by fast, and says nothing of the rest."""
_SURE = 3.0
"""Seconds before which a rate is not told."""


class Progress:
    """
    Says how far the work is, how fast it goes and how long it may still take, once it takes longer than a second.

    `always`: also where stderr is no terminal, as a line of its own every ten seconds.
    """

    def __init__(self, *, quiet: bool = False, always: bool = False) -> None:
        self._overwrites = not quiet and sys.stderr.isatty()
        self._shows = self._overwrites or (always and not quiet)
        self._next = time.monotonic() + (_PATIENCE if self._overwrites else _EVERY_LINE)
        self._passed: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])
        self._shown = False

    def __call__(self, name: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done, `name` the last of them."""
        now = time.monotonic()
        if not self._shows or now < self._next:
            return
        self._next = now + (_EVERY if self._overwrites else _EVERY_LINE)
        self._shown = True
        self._write(f"{done} of {total}{self._pace(now, done, total)}: {safe(name)}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown and self._overwrites:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _pace(self, now: float, done: int, total: int) -> str:
        """Return ` (3.1 a second, about 2 min left)`; empty as long as that is not known."""
        self._passed.append((now, done))
        while len(self._passed) > 2 and now - self._passed[1][0] > _LOOKED_BACK:
            self._passed.popleft()
        since, before = self._passed[0]
        if now - since < _SURE or done == before:
            return ""
        rate = (done - before) / (now - since)
        return f" ({rate:.1f} a second, {_in_words((total - done) / rate)} left)"

    def _write(self, text: str) -> None:
        line = shortened(text, _WIDTH)
        sys.stderr.write(f"\r{line.ljust(_WIDTH)}" if self._overwrites else f"{line}\n")
        sys.stderr.flush()


def _in_words(seconds: float) -> str:
    """Return about how long that is: no guess is better than to the next ten seconds, minute or quarter of an hour."""
    if seconds < 55:
        return f"about {max(10, round(seconds, -1)):.0f} s"
    if seconds < 90 * 60:
        return f"about {max(1, round(seconds / 60)):.0f} min"
    return f"about {round(seconds / 900) / 4:g} h"

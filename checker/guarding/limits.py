"""The limits of one call, and how this process puts itself under those of time."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator

from checker.values import dataclass

_PATIENCE = 4.0
_PATIENCE_WHERE_TOLD = 12.0
_GRACE = 5.0
"""Seconds after which the child ends itself, where its parent is no longer there to do it."""
SIGNALS_OF_TIME = () if sys.platform == "win32" else (signal.SIGALRM, signal.SIGPROF)
"""By these the system ends a process that has used up its time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` are those in which a processor works for the call; `megabytes` come on top of what is held before."""

    seconds: float
    megabytes: int

    @property
    def real_seconds(self) -> float:
        """How long a call that works may take in all: longer, since others may need the processor too."""
        return self.seconds if sys.platform == "win32" else _PATIENCE * self.seconds

    @property
    def most_seconds(self) -> float:
        """How long a call may take that is known to have done nothing but work and wait its turn."""
        return max(self.real_seconds, _PATIENCE_WHERE_TOLD * self.seconds)


@contextlib.contextmanager
def limited_time(limits: Limits) -> Iterator[None]:
    """Let the system end this process at the limits, even where native code holds Python up."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.most_seconds + _GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)

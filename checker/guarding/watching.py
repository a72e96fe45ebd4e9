"""What the system tells of a process that runs: whether it works, and what memory it holds."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from checker.guarding.limits import Limits
from checker.values import dataclass

_STILL_SECONDS = 5.0
_STILL_SECONDS_LATE = 2.0
_STILL_SHARE = 0.002
"""A process that wakes up only to sleep again takes less of a processor; one of a hundred that work takes more."""
_RESTED_SECONDS = 5.0
_RESTED_SECONDS_LATE = 1.0
_NANOSECOND = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """
    A process at one moment: seconds of processor time so far, bytes of memory in use, and how often it took a page of
    memory (`page_size` bytes) into use so far.
    """

    worked: float
    held: int
    pages_taken: int

    def held_later(self, pages_taken: int) -> int:
        """Return about how many bytes were in use when so many pages had been taken, had none been given back."""
        return self.held + max(0, pages_taken - self.pages_taken) * os.sysconf("SC_PAGESIZE")


def look(process: int) -> Look | None:
    """Look at a process; `None` where the system does not tell (it does under Linux)."""
    try:
        words = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return Look(
            worked=(int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK"),
            held=int(words[21]) * os.sysconf("SC_PAGESIZE"),
            pages_taken=int(words[7]),
        )
    except (OSError, ValueError, IndexError):
        return None


def wanted_processor(task: str) -> tuple[float, float] | None:
    """
    Return for how many seconds a task (`PID`, `self/task/TID`) had a processor and for how many it waited for one;
    `None` where the system does not tell.
    """
    try:
        worked, waited, _ = Path(f"/proc/{task}/schedstat").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return (int(worked) * _NANOSECOND, int(waited) * _NANOSECOND) if worked != "0" else None


class Watch:
    """
    The clock of one call. Beyond its limits is a call that stands still, rests too much, or takes longer than any
    computer is busy.

    It stands still when it has used no processor for 5 seconds, or for 2 once the seconds of its limit are over: a busy
    computer gives every process a little. It rests when it neither works nor waits for a processor, while the thread
    that asks does neither: 5 seconds of that in all are too much, or 1 once the seconds of its limit have gone by
    without those in which it waited. Where the system does not tell, the seconds of the limit are those of the clock on
    the wall.
    """

    def __init__(self, process: int, limits: Limits) -> None:
        self._process, self._limits = process, limits
        self._begun = self._moved = time.monotonic()
        self.last = self._at_moved = look(process)
        self._asker = f"self/task/{threading.get_native_id()}"
        self._first = self._wanted()

    def is_over(self, *, patient: bool = False) -> bool:
        """Look again; whether the call is beyond its limits. Whoever is `patient` minds no stillness."""
        now, seen = time.monotonic(), look(self._process)
        elapsed = now - self._begun
        if patient or seen is None or self._at_moved is None:
            return elapsed > self._limits.seconds
        if seen.held:  # of a process that has ended, nothing is left to be seen
            self.last = seen
        if seen.worked - self._at_moved.worked > _STILL_SHARE * (now - self._moved):
            self._moved, self._at_moved = now, seen
        still = now - self._moved
        patience = _STILL_SECONDS if elapsed < self._limits.seconds else _STILL_SECONDS_LATE
        longest = self._limits.real_seconds if self._first is None else self._limits.most_seconds
        return still > patience or self._rests_too_much(elapsed) or elapsed > longest

    def _wanted(self) -> tuple[float, float] | None:
        """Return the seconds of work, of the child and of who asks, and those in which they waited for a processor."""
        told = wanted_processor(str(self._process)), wanted_processor(self._asker)
        known = [one for one in told if one is not None]
        return (sum(one[0] for one in known), sum(one[1] for one in known)) if len(known) == len(told) else None

    def _rests_too_much(self, elapsed: float) -> bool:
        now = self._wanted()
        if self._first is None or now is None:
            return False
        worked, waited = now[0] - self._first[0], now[1] - self._first[1]
        is_late = elapsed - waited > self._limits.seconds
        return elapsed - worked - waited > (_RESTED_SECONDS_LATE if is_late else _RESTED_SECONDS)

"""Measures calls and commands: medians, in turn, so that a busy computer is unfair to neither side."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Act = Callable[[], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """
    One line of the table: ours and theirs in seconds (or the unit that `what` names), and the ratio that is aimed at.

    `faster`: the ratio says how many times faster we are, not how many times longer we take.
    """

    what: str
    ours: float
    theirs: float
    than: str
    goal: float
    faster: bool = False

    @property
    def ratio(self) -> float:
        """How many times longer ours takes (or, if `faster`, how many times faster it is)."""
        return self.theirs / self.ours if self.faster else self.ours / self.theirs

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.faster else self.ratio <= self.goal


def in_turn(acts: Sequence[Act], times: int) -> list[float]:
    """Return the median seconds of each act, all done in turn so many times."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(times):
        for act, seconds in zip(acts, taken, strict=True):
            start = time.perf_counter()
            act()
            seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]


def command(*words: str | os.PathLike[str]) -> Act:
    """Return an act that runs a command, whatever its exit code, and throws away what it says."""

    def act() -> None:
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    return act


def python(*words: str | os.PathLike[str]) -> Act:
    """Return an act that runs this Python with these words."""
    return command(sys.executable, *words)


def checker(*words: str | os.PathLike[str]) -> Act:
    """Return an act that runs the checker's command."""
    return python("-m", "checker", *words)


def peak_megabytes(*words: str | os.PathLike[str]) -> float:
    """Return the most memory that a command used at once, its children's not included."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024

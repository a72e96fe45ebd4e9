"""A child process as its parent sees it: started, asked, watched by the clock, ended."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from checker.guarding.answers import Answer, Ended, unpacked
from checker.guarding.limits import SIGNALS_OF_TIME, Limits
from checker.guarding.pipes import receive, send
from checker.guarding.watching import Look, Watch

_START_LIMITS = Limits(60.0, 0)
_LOOK_EVERY = 0.1
_TIME_TO_LEAVE = 2.0
_MEGABYTE = 1_000_000
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_START = "import sys; sys.path[:] = {path!r}; from checker.guarding.child import serve; serve()"


def _peak_of_this_process() -> int:
    """Return the most memory that this process has had in use, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT


class ChildGone(Exception):
    """The child is no more: `how` says whether it was the clock, the memory or something else."""

    def __init__(self, how: Ended) -> None:
        self.how = how
        super().__init__(how.value)


class Child:
    """
    One child process. It is started at once, and answers one call at a time.

    Not a `multiprocessing` process: those may not be started in the daemonic workers of some schedulers, and run the
    main module again.
    """

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._inherited = _peak_of_this_process()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._in = cast(BinaryIO, self._process.stdin)
        self._out = cast(BinaryIO, self._process.stdout)
        self._started = False

    @property
    def is_alive(self) -> bool:
        """Whether the process runs, as far as is known."""
        return self._process.poll() is None

    def ask(self, function: Callable[..., object], arguments: tuple[object, ...], limits: Limits) -> Answer:
        """Return the child's answer. `ChildGone` if it went beyond a limit or ended by itself."""
        call = pickle.dumps((function, arguments, limits), pickle.HIGHEST_PROTOCOL)
        if not self._started:
            with self._watched(_START_LIMITS, patient=True):
                receive(self._out)  # the child says that it is there
            self._started = True
        with self._watched(limits):
            send(self._in, call)
            data = receive(self._out)
        return unpacked(data, function.__module__.partition(".")[0])

    def end(self) -> None:
        """End the process and wait until it has gone."""
        self._process.kill()
        with contextlib.suppress(OSError):
            self._in.close()
        self._out.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_TIME_TO_LEAVE)

    @contextlib.contextmanager
    def _watched(self, limits: Limits, *, patient: bool = False) -> Iterator[None]:
        """
        End the child if the block goes beyond the limits: whatever waits for it then sees the end of the pipe.

        Whoever is `patient` waits for all of the time, however still the child is.
        """
        overrun, done = threading.Event(), threading.Event()
        watch = Watch(self._process.pid, limits)

        def stop_at_limit() -> None:
            while not done.wait(_LOOK_EVERY):
                if watch.is_over(patient=patient) and not done.is_set():
                    overrun.set()
                    self._process.kill()
                    return

        threading.Thread(target=stop_at_limit, daemon=True).start()
        try:
            yield
        except (EOFError, OSError) as broken:
            raise ChildGone(Ended.TIME if overrun.is_set() else self._how_it_ended(limits, watch.last)) from broken
        finally:
            done.set()
        if overrun.is_set():  # between the answer and this line
            raise ChildGone(Ended.TIME)

    def _how_it_ended(self, limits: Limits, last: Look | None) -> Ended:
        """
        Return why the child is gone; `last` is what was last seen of it.

        Native code that gets no more memory aborts: a child that crashed with more than half of its memory in use most
        likely did so for lack of the rest. The system's peak tells that only where it is above the parent's: before it
        starts its program, a child counts as large as its parent.
        """
        peak, pages_taken = self._used_at_end()
        if -(self._process.returncode or 0) in SIGNALS_OF_TIME:
            return Ended.TIME
        held = max(peak if peak > self._inherited else 0, last.held_later(pages_taken) if last else 0)
        return Ended.MEMORY if limits.megabytes and held > limits.megabytes * _MEGABYTE / 2 else Ended.CRASH

    def _used_at_end(self) -> tuple[int, int]:
        """Wait for the end; return the most bytes in use and the pages taken; 0 where the system does not tell."""
        if sys.platform == "win32" or self._process.returncode is not None:
            return 0, 0
        _, status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_maxrss * _RSS_UNIT, used.ru_minflt

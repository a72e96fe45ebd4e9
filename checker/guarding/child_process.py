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

_TIME_TO_START = 60.0
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
            with self._ended_after(_TIME_TO_START):
                receive(self._out)  # the child says that it is there
            self._started = True
        with self._ended_after(limits.real_seconds, limits.megabytes):
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
    def _ended_after(self, seconds: float, megabytes: int = 0) -> Iterator[None]:
        """End the child if the block takes longer: whatever waits for it then sees the end of the pipe."""
        overrun = threading.Event()

        def stop() -> None:
            overrun.set()
            self._process.kill()

        clock = threading.Timer(seconds, stop)
        clock.daemon = True
        clock.start()
        try:
            yield
        except (EOFError, OSError) as broken:
            raise ChildGone(Ended.TIME if overrun.is_set() else self._how_it_ended(megabytes)) from broken
        finally:
            clock.cancel()
        if overrun.is_set():  # between the answer and this line
            raise ChildGone(Ended.TIME)

    def _how_it_ended(self, megabytes: int) -> Ended:
        """
        Return why the child is gone.

        Native code that gets no more memory aborts: a child that crashed with more than half of its memory in use most
        likely did so for lack of the rest. Before it starts its program, a child counts as large as its parent: a peak
        that is not above the parent's tells nothing.
        """
        peak = self._peak_after_end()
        if -(self._process.returncode or 0) in SIGNALS_OF_TIME:
            return Ended.TIME
        is_large = peak > max(megabytes * _MEGABYTE / 2, self._inherited)
        return Ended.MEMORY if megabytes and is_large else Ended.CRASH

    def _peak_after_end(self) -> int:
        """Wait for the end; return the most memory that was in use, in bytes; 0 where the system does not tell."""
        if sys.platform == "win32" or self._process.returncode is not None:
            return 0
        _, status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_maxrss * _RSS_UNIT

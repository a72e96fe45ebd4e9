"""
What a parent process knows of its child's third-party calls: which are open, which take too long, who was in one at
its end.
"""

from __future__ import annotations

import contextlib
import json
import queue
import threading
import time
from collections.abc import Mapping
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from secrets import token_bytes

from checker.plugin_host.announcing import Channel
from checker.plugin_host.calls import IMPORT
from checker.values import dataclass, field

_NOBODY = 0
_TIME_TO_CLOSE = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenCall:
    """A third-party call that has begun. `since` is on the parent's monotonic clock."""

    plugin: str
    hook: str
    limit: float
    since: float

    @property
    def too_long(self) -> str:
        """Why the call counts as stuck."""
        if self.hook == IMPORT:
            return f"did not finish being imported within {self.limit:g} s"
        if self.hook == "checker_map":
            return f"gave no result for {self.limit:g} s in checker_map"
        return f"did not return within {self.limit:g} s from {self.hook}"

    @property
    def ended_process(self) -> str:
        """What the call did, where its process is gone."""
        doing = "while being imported" if self.hook == IMPORT else f"in {self.hook}"
        return f"ended the process {doing}"


@dataclass(kw_only=True, slots=True)
class Caller:
    """A process of the run, as far as it announces: its id, and its open calls, the innermost last."""

    process: int = 0
    calls: dict[int, OpenCall] = field(default_factory=dict)
    gone: bool = False

    @property
    def innermost(self) -> OpenCall | None:
        """The call that the process is in, if any."""
        return next(reversed(self.calls.values()), None)


class Watch:
    """
    Listens to what the processes of one run announce.

    One thread accepts, one reads from each process; all they hear goes into one queue, so that the order in which
    processes end is kept: when a worker ends, the pool ends the innocent others after it.
    """

    def __init__(self) -> None:
        self._key = token_bytes(32)
        self._listener = Listener(authkey=self._key)
        self.channel = Channel(address=str(self._listener.address), key=self._key)
        self._heard: queue.SimpleQueue[tuple[int, bytes | None]] = queue.SimpleQueue()
        self._callers: dict[int, Caller] = {}
        self._closed = False
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def close(self) -> None:
        """Stop listening."""
        self._closed = True
        # The accepting thread may wait for a caller, or have seen that it is over and be gone: then nobody answers the
        # knock, so it waits in a thread of its own until the listener is closed.
        threading.Thread(target=self._knock, daemon=True).start()
        self._accepting.join(_TIME_TO_CLOSE)
        self._listener.close()

    def _knock(self) -> None:
        with contextlib.suppress(OSError, EOFError, AuthenticationError):
            Client(self.channel.address, authkey=self._key).close()

    def listen(self, seconds: float) -> None:
        """Take in what was announced, waiting at most `seconds` for the first news."""
        with contextlib.suppress(queue.Empty):
            self._take(*self._heard.get(timeout=seconds))
            while True:
                self._take(*self._heard.get_nowait())

    def wake(self) -> None:
        """End the waiting in `listen`: there is news of another kind."""
        self._heard.put((_NOBODY, None))

    def stuck(self) -> Mapping[str, str]:
        """Return the plugins with a call beyond its limit, with the reason."""
        now = time.monotonic()
        calls = (caller.innermost for caller in self._callers.values() if not caller.gone)
        return {call.plugin: call.too_long for call in calls if call and now - call.since > call.limit}

    def ended_in_a_call(self, process: int = 0) -> Mapping[str, str]:
        """Return the plugins in whose calls processes ended, with the reason; with `process`, only that process."""
        gone = (caller for caller in self._callers.values() if caller.gone and process in (0, caller.process))
        calls = (caller.innermost for caller in gone)
        return {call.plugin: call.ended_process for call in calls if call}

    def _accept(self) -> None:
        number = 0
        while not self._closed:
            try:
                connection = self._listener.accept()
            except (OSError, EOFError, AuthenticationError):
                continue
            number += 1
            threading.Thread(target=self._relay, args=(number, connection), daemon=True).start()

    def _relay(self, number: int, connection: Connection) -> None:
        try:
            while True:
                self._heard.put((number, connection.recv_bytes()))
        except (EOFError, OSError):
            self._heard.put((number, None))

    def _take(self, number: int, heard: bytes | None) -> None:
        if number == _NOBODY:
            return
        caller = self._callers.setdefault(number, Caller())
        if heard is None:
            caller.gone = True
            return
        message = json.loads(heard)
        if "process" in message:
            caller.process = message["process"]
        elif "end" in message:
            caller.calls.pop(message["end"], None)
        else:
            call = OpenCall(
                plugin=message["plugin"], hook=message["hook"], limit=message["limit"], since=time.monotonic()
            )
            caller.calls[message["begin"]] = call

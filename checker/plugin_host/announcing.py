"""How a supervised run says which third-party call it is in. Nothing here decides what happens then."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from checker.values import dataclass, field

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


@dataclass(frozen=True, kw_only=True, slots=True)
class Channel:
    """
    Where the supervising process listens. Can be pickled: worker processes of any start method open it for themselves.

    The address is a socket or pipe of this machine, never of the network.
    """

    address: str
    key: bytes = field(repr=False)


class Announcer:
    """
    Says when a third-party call begins and ends.

    Without a channel, or where nobody listens any more (a worker on another machine), it does nothing: the call is made
    all the same. Each process opens its own connection, so that the end of a process tells which call it was in.
    """

    def __init__(self, channel: Channel | None) -> None:
        self._channel = channel
        self._connection: Connection | None = None
        self._process = 0
        self._count = 0
        self._lock = Lock()

    @contextmanager
    def during(self, plugin: str, hook: str, limit: float) -> Iterator[None]:
        """Announce a call that should return within `limit` seconds, and its end."""
        if self._channel is None:
            yield
            return
        number = self._begin(plugin, hook, limit)
        try:
            yield
        finally:
            self._say({"end": number})

    def _begin(self, plugin: str, hook: str, limit: float) -> int:
        self._count += 1
        number = self._count
        self._say({"begin": number, "plugin": plugin, "hook": hook, "limit": limit})
        return number

    def _say(self, message: dict[str, object]) -> None:
        with self._lock:
            connection = self._own_connection()
            if connection is None:
                return
            try:
                connection.send_bytes(json.dumps(message).encode())
            except OSError:
                self._channel = None

    def _own_connection(self) -> Connection | None:
        if self._channel is None or self._process == os.getpid():
            return self._connection
        from multiprocessing.connection import Client  # costs time, and only supervised runs need it

        try:
            self._connection = Client(self._channel.address, authkey=self._channel.key)
            self._process = os.getpid()
            assert self._connection is not None
            self._connection.send_bytes(json.dumps({"process": self._process}).encode())
        except Exception:  # nobody listens there: the run goes on without being watched
            self._channel, self._connection = None, None
        return self._connection

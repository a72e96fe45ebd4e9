"""The side of the run: hands documents to the cluster, a few at a time, and takes the results in their order."""

from __future__ import annotations

import logging
import pickle
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING

import dask
from distributed import Client, KilledWorker
from distributed.comm.addressing import get_address_host_port

from checker import DocumentTask, UsageError

from .on_worker import Kept, done
from .sameness import CHECKER, OWN_DISTRIBUTION, difference, state

if TYPE_CHECKING:
    from distributed import Future

_IN_HAND = 4
"""How many documents wait for each worker: enough to keep it busy, few enough that memory does not grow."""
_SECONDS_TO_CONNECT = 10
_LARGEST_MESSAGE = "200 MB"
"""A document travels with its task; Dask would warn of one beyond 10 MB."""


def on_cluster(function: DocumentTask, items: Iterable[object], address: str) -> Iterator[object]:
    """
    Return the results in the order of `items`.

    A document whose worker ends is given to another one by the scheduler, a few times. Then it is tried alone, for it
    may only have waited beside the one to blame; `function.lost` speaks for one that ends workers alone.

    `UsageError` if the scheduler cannot be reached, has no workers, or if one of them would read documents in another
    way than this computer.
    """
    client = _client(address)
    try:
        workers = _checked(client, address)
    except BaseException:
        client.close()
        raise
    return _results(client, function, items, _IN_HAND * workers)


def _client(address: str) -> Client:
    for name in ("distributed", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is said once, by the checker
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGEST_MESSAGE})
    try:
        get_address_host_port(address, strict=True)
    except ValueError as error:
        msg = f"'dask:{address}' is no place to run on (give the address of a scheduler: dask:tcp://HOST:8786)"
        raise UsageError(msg) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are compared here, and differences are no mere warnings
            return Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, TimeoutError) as error:
        msg = f"The Dask scheduler at {address} cannot be reached (is it running, and is the address right?)"
        raise UsageError(msg) from error


def _checked(client: Client, address: str) -> int:
    """Return how many workers there are, all of them fit."""
    workers = client.nthreads()
    if not workers:
        msg = f"The Dask scheduler at {address} has no workers (start some: dask worker {address} --nthreads 1)"
        raise UsageError(msg)
    for name in (CHECKER, OWN_DISTRIBUTION):
        for worker, answer in sorted(client.run(version, name, on_error="return").items()):
            if not isinstance(answer, str):
                msg = f"The Dask worker {worker} has no {name} (install there what is installed here)"
                raise UsageError(msg)
    for worker, there in sorted(client.run(state).items()):
        if differs := difference(state(), there):
            msg = f"The Dask worker {worker} {differs} (install the same versions on both)"
            raise UsageError(msg)
    return len(workers)


def _results(client: Client, function: DocumentTask, items: Iterable[object], in_hand: int) -> Iterator[object]:
    hand = _Hand(client, function)
    try:
        for item in items:
            hand.take(item)
            if len(hand.waiting) >= in_hand:
                yield hand.first()
        while hand.waiting:
            yield hand.first()
    finally:
        hand.drop()


class _Hand:
    """The items that the cluster has and whose results nobody has had yet."""

    def __init__(self, client: Client, function: DocumentTask) -> None:
        self._client = client
        self._function = function
        self._kept = Kept(function)
        self.waiting: deque[tuple[object, Future[object]]] = deque()
        client.register_plugin(self._kept)

    def take(self, item: object) -> None:
        """Give one item to the cluster. Its document travels with the task, so that the task can be done again."""
        self.waiting.append((item, self._given(item)))

    def first(self) -> object:
        """Return the result of the item that has waited longest."""
        item, future = self.waiting.popleft()
        try:
            return future.result()
        except KilledWorker:
            for _, other in self.waiting:
                other.exception()  # waits until it is over, and raises nothing
            return self._alone(item)

    def _alone(self, item: object) -> object:
        try:
            return self._given(item).result()
        except KilledWorker:
            return self._function.lost(item)

    def _given(self, item: object) -> Future[object]:
        packed = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        return self._client.submit(done, self._kept.name, packed, state(), pure=False)

    def drop(self) -> None:
        """Leave nothing on the cluster."""
        self.waiting.clear()
        with suppress(OSError, TimeoutError, ValueError):  # a cluster that is gone keeps nothing
            self._client.unregister_worker_plugin(self._kept.name)
        self._client.close()

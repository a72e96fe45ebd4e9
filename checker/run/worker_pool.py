"""Does work in local processes, in order, and goes on where one of them is ended from outside."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Generic, TypeVar, cast

from checker.garbage import leave_alone, search_rarely
from checker.run.temporary_folder import temporary_folder
from checker.values import dataclass

Item = TypeVar("Item")
Result = TypeVar("Result")

_IN_HAND = 4
"""How many items wait for each worker: enough to keep it busy, few enough that memory does not grow."""


def in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """
    Yield the results in the order of `items`. `function`, items and results must be picklable.

    Where a process ends unexpectedly, the items in hand are tried again, each alone. `lost` makes, in this process, the
    result of one whose process ends again. What `function` raises is raised here. `function` may be large: each process
    reads it from a file when it gets its first item.
    """
    with temporary_folder() as folder:
        path = folder / "function"
        path.write_bytes(pickle.dumps(function, pickle.HIGHEST_PROTOCOL))
        hand = _Hand(cast(Callable[[Item], Result], _FromFile(path)), workers, lost)
        try:
            for item in items:
                hand.take(item)
                while hand.full or hand.again:
                    yield hand.first()
            while hand.waiting:
                yield hand.first()
        finally:
            hand.drop()


@dataclass(frozen=True, slots=True)
class _FromFile:
    """
    A function for workers, which read it from a file. What is written to a process that may be ended while it starts
    must be small, and a rule book is not.
    """

    path: Path

    def __call__(self, item: object) -> object:
        result = _function_in(self.path)(item)
        _settle(self.path)
        return result


@lru_cache(maxsize=1)
def _function_in(path: Path) -> Callable[[object], object]:
    search_rarely()
    return cast(Callable[[object], object], pickle.loads(path.read_bytes()))


@lru_cache(maxsize=1)
def _settle(_: Path) -> None:
    """Leave alone what the first item made the function load: it lives as long as the process."""
    leave_alone()


class _Hand(Generic[Item, Result]):
    """The items that were given to a pool and whose results nobody has had yet."""

    def __init__(self, function: Callable[[Item], Result], workers: int, lost: Callable[[Item], Result]) -> None:
        self._function = function
        self._workers = workers
        self._lost = lost
        self._pool = _pool(workers)
        self.waiting: deque[tuple[Item, Future[Result]]] = deque()
        self.again = 0  # how many at the front of `waiting` were in a pool that broke

    @property
    def full(self) -> bool:
        return len(self.waiting) >= self._workers * _IN_HAND

    def take(self, item: Item) -> None:
        """Give one item to the pool; if that is broken, the item is in hand with those that were in it."""
        try:
            self.waiting.append((item, self._pool.submit(self._function, item)))
        except BrokenProcessPool as broken:
            future: Future[Result] = Future()
            future.set_exception(broken)
            self.waiting.append((item, future))
            self._start_afresh()

    def first(self) -> Result:
        """Return the result of the item that has waited longest."""
        item, future = self.waiting.popleft()
        is_again, self.again = self.again > 0, max(self.again - 1, 0)
        try:
            return future.result()
        except BrokenProcessPool:
            if not is_again:
                self._start_afresh()
            return self._alone(item)

    def drop(self) -> None:
        """End the pool without waiting for what is in hand."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _start_afresh(self) -> None:
        """Leave a broken pool; what was in it and has no result yet is done alone when its turn comes."""
        self.drop()
        self._pool = _pool(self._workers)
        self.again = len(self.waiting)

    def _alone(self, item: Item) -> Result:
        pool = _pool(1)
        try:
            return pool.submit(self._function, item).result()
        except BrokenProcessPool:
            return self._lost(item)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # "spawn" everywhere: the same on Windows, and no threads or locks are copied into the workers. No initargs: what is
    # written to a worker that is ended while starting must fit into a pipe, else the writing never ends.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_the_parent)


def _end_with_the_parent() -> None:
    """
    End this process soon after the one that gives it work, however that ends.

    A worker keeps both ends of the pipe that its work comes through: it would never notice, and wait for ever. Ctrl-C
    reaches both; a worker that waits for work would write a traceback between the lines of the one that tells it.
    """
    signal.signal(signal.SIGINT, _end_at_once)
    threading.Thread(target=_end_when_it_does, daemon=True).start()


def _end_at_once(*_: object) -> None:
    os._exit(1)


def _end_when_it_does() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)

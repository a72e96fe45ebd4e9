"""What happens on a worker of the cluster: one document after the other, if they are read there as they are here."""

from __future__ import annotations

import pickle
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import cast

from distributed import WorkerPlugin, get_worker

from checker import DocumentTask

from .sameness import State, difference, state

_one_at_a_time = Lock()
"""The checker's readers expect to be alone in their process, however many threads a worker has."""


class DifferentWorkerError(Exception):
    """A worker joined the cluster during the run and would read documents in another way."""


class Kept(WorkerPlugin):
    """
    The work on documents, kept on each worker, also on those that are started again.

    As the result of a task it would be lost with its worker, and be blamed for the worker's end.
    """

    def __init__(self, function: DocumentTask) -> None:
        self._packed = pickle.dumps(function, pickle.HIGHEST_PROTOCOL)
        self.name = f"checker-{sha256(self._packed).hexdigest()[:16]}"

    @cached_property
    def function(self) -> DocumentTask:
        """The work, unpacked when the first document needs it."""
        return cast(DocumentTask, pickle.loads(self._packed))


def done(kept: str, item: bytes, wanted: State) -> object:
    """
    Return the result for one item; `kept` is the name of the work.

    `DifferentWorkerError` if this worker is not in the `wanted` state.
    """
    if differs := difference(wanted, state()):
        raise DifferentWorkerError(f"A worker that joined during the run {differs}.")
    with _one_at_a_time:
        return cast(Kept, get_worker().plugins[kept]).function(pickle.loads(item))

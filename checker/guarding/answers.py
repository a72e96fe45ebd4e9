"""What goes between parent and child, and the care with which the parent takes in an answer."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, cast

_HARMLESS_MODULES = frozenset({"datetime", "decimal"})
_OWN_PACKAGES = frozenset({"checker", "checker_plugins"})


class Ended(StrEnum):
    """How a call ended. `UNREADABLE`: the function said so. `ERROR`: it raised anything else."""

    VALUE = "value"
    UNREADABLE = "unreadable"
    ERROR = "error"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended, and its value, message or traceback."""

    how: Ended
    value: object = None


class _Unpickler(pickle.Unpickler):
    """
    Builds values only from classes that an answer may hold.

    A child reads hostile files with native code; what it sends is not trusted to name any function of this process.
    """

    def __init__(self, file: BinaryIO, packages: frozenset[str]) -> None:
        super().__init__(file)
        self._packages = packages

    def find_class(self, module: str, name: str) -> object:
        found = None
        if module in _HARMLESS_MODULES or module.partition(".")[0] in self._packages:
            found = super().find_class(module, name)
        if not isinstance(found, type):
            msg = f"an answer holds {module}.{name}, which no answer may hold"
            raise pickle.UnpicklingError(msg)
        return found


def packed(answer: Answer) -> bytes:
    """Return an answer as bytes; one that cannot be pickled becomes an error that says so."""
    try:
        return pickle.dumps((answer.how.value, answer.value), pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        msg = f"the value cannot be sent back: {problem}"
        return pickle.dumps((Ended.ERROR.value, msg), pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes, package: str) -> Answer:
    """Return the answer in `data`; besides our own classes it may hold those of `package`."""
    try:
        how, value = cast(tuple[str, object], _Unpickler(io.BytesIO(data), _OWN_PACKAGES | {package}).load())
        return Answer(Ended(how), value)
    except Exception as problem:
        return Answer(Ended.ERROR, f"the answer cannot be read: {problem}")

"""What goes between parent and child, and which values the parent takes in."""

from __future__ import annotations

from enum import StrEnum
from typing import cast

from checker.plain_pickle import dumped, loaded
from checker.values import dataclass

_OWN_VALUES = "checker.domain."


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


def packed(answer: Answer) -> bytes:
    """Return an answer as bytes; one that cannot be pickled becomes an error that says so."""
    try:
        return dumped((answer.how.value, answer.value))
    except Exception as problem:
        return dumped((Ended.ERROR.value, f"the value cannot be sent back: {problem}"))


def unpacked(data: bytes, package: str) -> Answer:
    """
    Return the answer in `data`; besides our own values it may hold plain values of `package`.

    A child reads hostile files with native code: what it sends is not trusted to name anything but such values.
    """

    def allowed(module: str, _: str) -> bool:
        is_its_own = module == package or module.startswith(f"{package}.")
        return module.startswith(_OWN_VALUES) or (is_its_own and not module.endswith(".__main__"))

    try:
        how, value = cast(tuple[str, object], loaded(data, allowed))
        return Answer(Ended(how), value)
    except Exception as problem:
        return Answer(Ended.ERROR, f"the answer cannot be read: {problem}")

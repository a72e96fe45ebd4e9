"""The child's side: takes calls from standard input, answers on what was standard output, until the input ends."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from typing import BinaryIO

from checker.errors import UnreadableError
from checker.garbage import search_rarely
from checker.guarding.answers import Answer, Ended, packed
from checker.guarding.limits import limited_time
from checker.guarding.memory import limited_memory
from checker.guarding.pipes import receive, send


def serve() -> None:
    """Answer calls until the parent closes the pipe or is gone."""
    calls, answers = _pipes()
    search_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at the terminal is the parent's affair
    with contextlib.suppress(EOFError, OSError):
        send(answers, b"ready")
        while True:
            send(answers, packed(_answer(receive(calls))))


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return both pipes; libraries that write to standard output or read standard input do not get at them."""
    calls = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return calls, answers


def _answer(call: bytes) -> Answer:
    try:
        function, arguments, limits = pickle.loads(call)
        with limited_time(limits), limited_memory(limits.megabytes):
            return _called(function, arguments)
    except Exception:
        return Answer(Ended.ERROR, traceback.format_exc())


def _called(function: Callable[..., object], arguments: tuple[object, ...]) -> Answer:
    try:
        return Answer(Ended.VALUE, function(*arguments))
    except UnreadableError as error:
        return Answer(Ended.UNREADABLE, str(error))
    except MemoryError:
        return Answer(Ended.MEMORY)

"""The child process of a supervised run: does the work, sends the answer back, keeps off the parent's stdout."""

from __future__ import annotations

import contextlib
import copyreg
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from io import BytesIO
from multiprocessing.connection import Connection
from typing import TypeVar

from checker.errors import CheckerError
from checker.plugin_manager import PluginSetup

T = TypeVar("T")
_OWN_WAYS_TO_PICKLE = dict(copyreg.dispatch_table)
"""As they are before any plugin is imported: a library can change how every error is pickled, and the parent must not
need that library."""


def work(target: Callable[[PluginSetup], T], setup: PluginSetup, connection: Connection) -> None:
    """
    Run `target` and send back what it returns or raises.

    The child leads a process group of its own, so that its workers can be ended together with it; a Ctrl-C at the
    terminal reaches the parent alone, which ends the group.
    """
    _keep_off_stdout()
    if sys.platform != "win32":
        os.setsid()
    threading.Thread(target=_end_with_the_parent, args=(connection,), daemon=True).start()
    try:
        answer: tuple[str, object] = ("value", target(setup))
    except BaseException as error:  # goes back to the parent, which raises it there
        answer = ("error", _with_its_place(error))
    connection.send_bytes(_pickled(answer))


def _keep_off_stdout() -> None:
    """Send what plugins write to file descriptor 1, by whatever way, to stderr: stdout is for the report alone."""
    with contextlib.suppress(OSError):  # no stderr at all: nothing is shown then either
        os.dup2(2, 1)


def _end_with_the_parent(connection: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        connection.recv_bytes()  # the parent never sends anything: this returns when it is gone
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _with_its_place(error: BaseException) -> BaseException:
    if not isinstance(error, CheckerError):
        error.add_note("".join(traceback.format_exception(error)))
    error.__traceback__ = error.__cause__ = error.__context__ = None
    return error


def _pickled(answer: tuple[str, object]) -> bytes:
    try:
        return _as_bytes(answer)
    except Exception as problem:  # an answer or error that cannot travel: say so instead of falling silent
        return _as_bytes(
            ("error", RuntimeError(f"{answer[0]} of the run cannot be sent back: {problem}; {answer[1]!r}"))
        )


def _as_bytes(answer: tuple[str, object]) -> bytes:
    stream = BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.dispatch_table = _OWN_WAYS_TO_PICKLE
    pickler.dump(answer)
    return stream.getvalue()

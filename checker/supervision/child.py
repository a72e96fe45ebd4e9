"""The child process of a supervised run: does the work, sends the answer back, keeps off the parent's stdout."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from checker.errors import CheckerError
from checker.plain_pickle import dumped
from checker.plugin_manager import PluginSetup

T = TypeVar("T")


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
        answer = ("error", _known(_with_its_place(error)))
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


def _known(error: BaseException) -> BaseException:
    """Return the error, or one of Python's with its words: the parent knows no classes of plugins."""
    if type(error).__module__.partition(".")[0] in ("builtins", "checker", "click"):
        return error
    known = RuntimeError(f"{type(error).__name__}: {error}")
    for note in getattr(error, "__notes__", ()):
        known.add_note(note)
    return known


def _pickled(answer: tuple[str, object]) -> bytes:
    try:
        return dumped(answer)
    except Exception as problem:  # an answer or error that cannot travel: say so instead of falling silent
        return dumped(("error", RuntimeError(f"{answer[0]} of the run cannot be sent back: {problem}; {answer[1]!r}")))

"""One run in a child process, watched to its end."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NoReturn, TypeVar, cast

from checker.errors import CheckerError
from checker.plain_pickle import loaded
from checker.plugin_manager import PluginSetup
from checker.supervision.child import work
from checker.supervision.watch import Watch
from checker.values import dataclass, field, replace

T = TypeVar("T")
_LOOK_EVERY = 0.2
_TIME_TO_LEAVE = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class End:
    """How a child ended: with an answer, or by the plugins blamed, or unexplained."""

    answer: bytes | None = None
    blamed: Mapping[str, str] = field(default_factory=dict)
    several_ended: bool = False
    exit_code: int | None = None

    @property
    def unexplained(self) -> str:
        """Why every plugin is switched off where none can be blamed."""
        return f"switched off because the run ended outside every call (exit code {self.exit_code})"


def run_once(target: Callable[[PluginSetup], T], setup: PluginSetup) -> End:
    """Run `target(setup)` in a child; it is ended where it is stuck in a call."""
    watch = Watch()
    context = multiprocessing.get_context("spawn")  # the only way that every system has
    ours, childs = context.Pipe()
    child = context.Process(target=work, args=(target, replace(setup, channel=watch.channel), childs))
    try:
        child.start()
        childs.close()
        end = _watched(child, _Answer(ours, watch), watch)
        if end.answer is not None:
            child.join(_TIME_TO_LEAVE)
        return end
    finally:
        _end_group(child)
        ours.close()
        watch.close()


def _watched(child: BaseProcess, answer: _Answer, watch: Watch) -> End:
    while True:
        watch.listen(_LOOK_EVERY)
        if answer.value is not None:
            return End(answer=answer.value)
        if stuck := watch.stuck():
            return End(blamed=stuck)
        if child.exitcode is not None:
            return _after_its_end(child, answer, watch)
        if ended := watch.ended_in_a_call():
            return End(blamed=ended, several_ended=True)


def _after_its_end(child: BaseProcess, answer: _Answer, watch: Watch) -> End:
    exit_code = child.exitcode
    _end_group(child)
    answer.arrived.wait(timeout=5)
    watch.listen(1)
    if answer.value is not None:
        return End(answer=answer.value)
    own = watch.ended_in_a_call(child.pid or 0)
    return End(blamed=own or watch.ended_in_a_call(), several_ended=not own, exit_code=exit_code)


class _Answer:
    """The child's answer, taken from the pipe as it comes; `arrived` is set when nothing more can come."""

    def __init__(self, connection: Connection, watch: Watch) -> None:
        self.value: bytes | None = None
        self.arrived = threading.Event()
        threading.Thread(target=self._receive, args=(connection, watch), daemon=True).start()

    def _receive(self, connection: Connection, watch: Watch) -> None:
        with contextlib.suppress(EOFError, OSError):
            self.value = connection.recv_bytes()
        self.arrived.set()
        watch.wake()


def _end_group(child: BaseProcess) -> None:
    """End the child and every process that it started."""
    if child.pid is None:
        return
    if sys.platform == "win32":
        if child.exitcode is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(child.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.join()


_ERRORS = ("builtins", "click.exceptions")


def _may_be_answered(module: str, _: str) -> bool:
    """Whether an answer may hold values of a module: ours, and errors. The parent never imports a plugin for one."""
    return module.split(".")[0] == "checker" or module in _ERRORS


def opened(answer: bytes) -> object:
    """Return what a child answered; raise what it raised."""
    try:
        kind, value = cast(tuple[str, Any], loaded(answer, _may_be_answered))
    except Exception as error:
        raise CheckerError(f"The answer of the run cannot be read: {error}") from error
    if kind == "error":
        _raise(value)
    return value


def _raise(error: BaseException) -> NoReturn:
    raise error

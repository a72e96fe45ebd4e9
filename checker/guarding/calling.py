"""The parent's side: one child a process, kept between calls, ended when a call goes beyond its limits."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable
from typing import TypeVar, cast

from checker.errors import UnreadableError
from checker.guarding.answers import Answer, Ended
from checker.guarding.child_process import Child, ChildGone
from checker.guarding.limits import Limits

T = TypeVar("T")
_lock = threading.Lock()
_child: Child | None = None


def guarded(function: Callable[..., T], *arguments: object, seconds: float = 10.0, megabytes: int = 512) -> T:
    """
    Return `function(*arguments)`, computed in a child process.

    The child is kept for the next call; one that overruns or dies is ended, and the next call gets a new one. It ends
    with this process. `function` must be a module's, arguments and value picklable; of classes, the value may hold
    those of `checker` and of the function's own package.

    `seconds` are those in which a processor works for the call, so that a busy computer fails nothing; a call that
    works may take twelve times as long in all, and one that stands still, or rests for 5 seconds between its work, is
    ended, at the latest about when its seconds are over. Where the system does not tell (only Linux does), they are
    seconds of real time. The child's start does not count. `megabytes` are what the call may take beyond what the child
    held before (where the system can limit that: not under Windows).

    `UnreadableError` in plain words for a limit or a crash, and where `function` raises it; `RuntimeError` with the
    child's traceback for any other error.
    """
    with _lock:
        try:
            answer = _answer(function, arguments, Limits(seconds, megabytes))
        except ChildGone as gone:
            raise UnreadableError(_in_words(gone.how, seconds, megabytes)) from gone
        if answer.how is Ended.MEMORY:
            end_child()  # after a failed allocation a library may be left half-way
    if answer.how is Ended.VALUE:
        return cast(T, answer.value)
    if answer.how is Ended.ERROR:
        raise RuntimeError(answer.value)
    raise UnreadableError(answer.value or _in_words(answer.how, seconds, megabytes))


def _answer(function: Callable[..., object], arguments: tuple[object, ...], limits: Limits) -> Answer:
    """
    Return the child's answer. A call on which the child crashed is made once more: where a computer is short of
    memory, the system ends whom it likes, and a file is only to be blamed for what it does twice.
    """
    try:
        return _asked(function, arguments, limits)
    except ChildGone as gone:
        if gone.how is not Ended.CRASH:
            raise
    return _asked(function, arguments, limits)


def _asked(function: Callable[..., object], arguments: tuple[object, ...], limits: Limits) -> Answer:
    try:
        return _kept_child().ask(function, arguments, limits)
    except BaseException:  # gone or interrupted: an answer on its way would be taken for that of the next call
        end_child()
        raise


def _kept_child() -> Child:
    """Return this process's child; one that was inherited by a fork belongs to the other process and is left alone."""
    global _child
    if _child is None or _child.owner != os.getpid() or not _child.is_alive:
        _child = Child()
    return _child


def end_child() -> None:
    """End this process's child, if there is one."""
    global _child
    child, _child = _child, None
    if child is not None and child.owner == os.getpid():
        child.end()


def _in_words(how: Ended, seconds: float, megabytes: int) -> str:
    if how is Ended.TIME:
        return f"Reading it took longer than {seconds:g} seconds and was stopped."
    if how is Ended.MEMORY:
        return f"Reading it needed more than {megabytes} MB and was stopped."
    return "The program that reads it stopped unexpectedly: it is damaged, or needs more memory than there is."


atexit.register(end_child)

"""
Calling one implementation on its own: announced, kept off stdout, its failure recorded with name, hook and a short
reason.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from threading import Lock
from typing import TextIO, TypeVar, cast

from checker.errors import PluginError
from checker.plugin_host.announcing import Announcer
from checker.plugin_host.hooks import Hook
from checker.plugin_host.plain_values import whole
from checker.values import dataclass

T = TypeVar("T")
IMPORT = "import"
"""Stands for the name of the hook while a plugin is being imported."""
_LONGEST_REASON = 300
_PLACE = re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\\/\s'\"():,;]+[\\/])+(?=[^\\/\s])")
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class PluginFailure:
    """
    A plugin that failed: its name, the hook (`import` while it was loaded) and the reason in one line, complete in
    itself.
    """

    plugin: str
    hook: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LoadedPlugin:
    """A plugin that was imported and keeps the rules of the hooks."""

    name: str
    built_in: bool
    hooks: Mapping[str, Hook]


class CallFailed(Exception):
    """A call failed and the failure is recorded; the message is its reason. Never leaves the plugin host."""


class WrongAnswer(Exception):
    """An implementation answered with something that its hook does not allow; the message says what."""


class Calls:
    """Makes the calls of one process and remembers what failed; `printing` names the plugins that wrote to stdout."""

    def __init__(self, announcer: Announcer, *, call_seconds: float, map_seconds: float) -> None:
        self._announcer = announcer
        self._call_seconds = call_seconds
        self._map_seconds = map_seconds
        self._failures: set[PluginFailure] = set()
        self.printing: set[str] = set()
        self._lock = Lock()

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What failed so far: sorted, each once."""
        return tuple(sorted(self._failures))

    def record(self, failures: Iterable[PluginFailure]) -> None:
        """Remember failures, also those that other processes saw."""
        with self._lock:
            self._failures.update(failures)

    def fail(self, plugin: str, hook: str, reason: str) -> CallFailed:
        """Record a failure and return the error to raise."""
        self.record([PluginFailure(plugin=plugin, hook=hook, reason=reason)])
        return CallFailed(reason)

    def run(
        self,
        plugin: str,
        hook: str,
        action: Callable[[], T],
        *,
        built_in: bool,
        passing: tuple[type[Exception], ...] = (),
    ) -> T:
        """Run `action` as a call of `plugin`; raise `CallFailed` if it fails, except for errors in `passing`."""
        try:
            if built_in:
                return action()
            with self._watched(plugin, hook):
                return action()
        except BaseException as error:  # SystemExit too: a plugin may not end the run
            if isinstance(error, (KeyboardInterrupt, CallFailed, *passing)):
                raise
            raise self.fail(plugin, hook, reason_of(error, hook)) from error

    def ask(
        self,
        plugin: LoadedPlugin,
        hook: str,
        arguments: Mapping[str, object],
        check: Callable[[object], T],
        *,
        passing: tuple[type[Exception], ...] = (),
    ) -> T:
        """Call one implementation with the arguments that it declares, and check its answer, all as one call."""
        implementation = plugin.hooks[hook]
        given = [arguments[name] for name in implementation.argnames]
        return self.run(
            plugin.name, hook, lambda: check(implementation.function(*given)), built_in=plugin.built_in, passing=passing
        )

    @contextmanager
    def _watched(self, plugin: str, hook: str) -> Iterator[None]:
        limit = self._map_seconds if hook == "checker_map" else self._call_seconds
        diverted = _Diverted()
        try:
            with self._announcer.during(plugin, hook, limit), redirect_stdout(cast(TextIO, diverted)):
                yield
        finally:
            if diverted.used:
                self.printing.add(plugin)


class _Diverted:
    """Stands for stdout during a third-party call: what is written goes to stderr. Stdout is for the report alone."""

    def __init__(self) -> None:
        self.used = False

    def write(self, text: str) -> int:
        self.used = True
        return sys.stderr.write(text)

    def close(self) -> None:
        """Stay open: it is stderr that would be closed."""

    def __getattr__(self, name: str) -> object:
        return getattr(sys.stderr, name)


def reason_of(error: BaseException, hook: str) -> str:
    """
    Return what happened in one line: the exception's type and message.

    Folders and memory addresses are left out, so that the same fault reads the same on every machine and in every run.
    """
    while_doing = "while being imported" if hook == IMPORT else f"in {hook}"
    if isinstance(error, WrongAnswer):
        return f"gave a wrong answer to {hook}: {error}"
    if isinstance(error, PluginError):
        return _plain(error.message)
    if isinstance(error, SystemExit):
        return f"tried to end the run {while_doing}"
    message = _plain(str(error))
    return f"raised {type(error).__name__} {while_doing}" + (f": {message}" if message else "")


def _plain(message: str) -> str:
    one_line = whole(" ".join(message.split()))
    short = _ADDRESS.sub("0x…", _PLACE.sub("", one_line))
    return short if len(short) <= _LONGEST_REASON else short[: _LONGEST_REASON - 1] + "…"

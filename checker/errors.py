"""Errors that the reader of the message can put right; only `checker.cli` turns them into text and an exit code."""

from __future__ import annotations

from pathlib import Path

from checker.domain.place import place_of
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """
    One mistake in one place: `file:line: what is wrong (what was expected)`.

    `line` counts from 1; 0 means the file as a whole.
    """

    file: str
    line: int = 0
    message: str
    expected: str = ""

    def __str__(self) -> str:
        tail = f" ({self.expected})" if self.expected else ""
        return f"{place_of(self.file, self.line)}: {self.message}{tail}"


class CheckerError(Exception):
    """Root of all errors that the person at the keyboard can put right."""


class UsageError(CheckerError):
    """The command was called in a way that cannot work, e.g. a path that does not exist (exit code 2)."""


class DataError(CheckerError):
    """One or more files of packs or settings are wrong; carries every problem found, sorted by file and line."""

    def __init__(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with the problems, not with the message made of them."""
        return type(self), (self.problems,)


class PluginError(CheckerError):
    """A plugin broke a promise of its hook; says which plugin and how."""

    def __init__(self, plugin: str, message: str) -> None:
        self.plugin = plugin
        self.message = message
        super().__init__(f"plugin {plugin}: {message}")

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with plugin and message apart."""
        return type(self), (self.plugin, self.message)


class UnreadableError(CheckerError):
    """A document cannot be read; the message says why in plain words and what to do. Readers raise it."""


def shown_path(path: Path | str) -> str:
    """Return `path` as messages show it: relative to the working folder where that is shorter, with `/`."""
    full = Path(path)
    try:
        return full.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return full.as_posix()

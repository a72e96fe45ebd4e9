"""Strict reading of YAML files: plain values, the line of each, and every mistake in plain words with a way out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.errors import DataError, Problem, shown_path
from checker.values import dataclass, field

_PACK_FILE = "keys and values as in docs/pack-format.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlSource:
    """
    One YAML file as read.

    `rows` are the lines of its text. `data` holds plain dicts, lists, text, numbers, true, false and None. `problems`
    are mistakes that left the rest of the file usable, such as a key written twice (the first is kept).
    """

    path: Path
    shown: str
    rows: tuple[str, ...] = field(repr=False)
    data: object
    lines: Mapping[tuple[str | int, ...], int] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def line(self, path: tuple[str | int, ...]) -> int:
        """Return the line of a key or item; of what is around it where it is absent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: tuple[str | int, ...], message: str, expected: str = "") -> Problem:
        """Return a problem at the line of a key or item."""
        return Problem(file=self.shown, line=self.line(path), message=message, expected=expected)


def read_yaml(path: Path, *, shown: str | None = None) -> YamlSource:
    """Return a YAML file without mistakes; `DataError` with all of them otherwise. `shown` is its name in messages."""
    source = parse_yaml(path, shown=shown)
    if source.problems:
        raise DataError(source.problems)
    return source


def parse_yaml(path: Path, *, shown: str | None = None, holds: str = _PACK_FILE) -> YamlSource:
    """
    Return a YAML file, with its lesser mistakes in `problems` so that they can be shown beside others. `holds` says
    what such a file holds, for somebody whose file is empty.

    `DataError` only where nothing of the file can be used: too large, not UTF-8, not YAML, empty.
    """
    from checker.yaml_reading.text import read_text
    from checker.yaml_reading.values import ValueBuilder

    name = shown_path(path) if shown is None else shown
    text = read_text(path, name)
    builder = ValueBuilder(name, text)
    builder.build()
    if builder.data is None:
        problem = Problem(file=name, message="the file is empty", expected=holds)
        raise DataError([*builder.problems, problem])
    return YamlSource(
        path=path,
        shown=name,
        rows=tuple(text.split("\n")),
        data=builder.data,
        lines=builder.lines,
        problems=tuple(sorted(builder.problems)),
    )

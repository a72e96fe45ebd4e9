"""What a report says of the run that made it: enough to run it again."""

from __future__ import annotations

from collections.abc import Mapping

from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """
    A pack or plugin that took part: id or name, version, and sha256 (packs) or origin (plugins: `built-in` or the
    distribution).
    """

    name: str
    version: str
    origin: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RunRecord:
    """What is needed to run it again. No clock, host or absolute path."""

    checker: str
    packs: tuple[Named, ...]
    plugins: tuple[Named, ...]
    framework: str
    edition: str
    as_of: str
    settings: Mapping[str, object]
    inputs: Mapping[str, str]

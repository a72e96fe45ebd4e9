"""Settings of a working folder: `checker.yaml`, read strictly. Options on the command line win over them elsewhere."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import DataError, Problem, UsageError, shown_path
from checker.plugin_host.loading import AUTOLOAD, PluginSettings
from checker.values import dataclass, field

if TYPE_CHECKING:
    from checker.yaml_source import YamlSource

FILE_NAME = "checker.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """
    What a run may be told beforehand. Empty text, `None` and empty tuples mean "not set".

    `packs` are folders of further packs; `register`, `actions`, `waivers`, `attestations` and `history` are files, and
    `register_columns` the register's headings by column; `fail_on` is a weight or `never`; `as_of` is an ISO date;
    `file` is the settings file as messages show it.
    """

    plugins: PluginSettings = field(default_factory=PluginSettings)
    packs: tuple[Path, ...] = ()
    council: str = ""
    title: str = ""
    statements: tuple[str, ...] = ()
    as_of: str = ""
    edition: str = ""
    fail_on: str = "essential"
    register: Path | None = None
    register_columns: Mapping[str, str] = field(default_factory=dict)
    actions: Path | None = None
    waivers: Path | None = None
    attestations: Path | None = None
    history: Path | None = None
    workers: int | None = None
    file: str = ""


def load_settings(path: Path | None = None) -> Settings:
    """
    Return the settings in `path`, else those in `checker.yaml` in the working folder, else the defaults.

    `UsageError` if `path` does not exist, `DataError` with every mistake of the file. The environment variable
    CHECKER_PLUGINS_AUTOLOAD=0 switches all third-party plugins off.
    """
    if path is not None and not path.is_file():
        raise UsageError(f"The settings file {shown_path(path)} does not exist.")
    found = path or Path(FILE_NAME)
    if not found.is_file():
        return Settings(plugins=_plugins({}))
    from checker.yaml_checks.schema import schema_problems  # brings a YAML parser, which costs time
    from checker.yaml_source import parse_yaml

    source = parse_yaml(found)
    problems = [*source.problems, *schema_problems(source, "settings")]
    data = source.data if isinstance(source.data, dict) else {}
    problems = problems or [*_pack_problems(source, data, found), *_day_problems(source, data)]
    if problems:
        raise DataError(problems)
    return _settings(data, found, source.shown)


def _settings(data: Mapping[str, Any], file: Path, shown: str) -> Settings:
    return Settings(
        plugins=_plugins(data.get("plugins", {})),
        packs=tuple(_pack_folder(file, name) for name in data.get("packs", ())),
        council=data.get("council", ""),
        title=data.get("title", ""),
        statements=tuple(data.get("statements", ())),
        as_of=data.get("as_of", ""),
        edition=data.get("edition", ""),
        fail_on=data.get("fail_on", "essential"),
        workers=data.get("workers"),
        register=_register(file, data),
        register_columns=_register_columns(data),
        actions=_file(file, data, "actions"),
        waivers=_file(file, data, "waivers"),
        attestations=_file(file, data, "attestations"),
        history=_file(file, data, "history"),
        file=shown,
    )


def _plugins(data: Mapping[str, Any]) -> PluginSettings:
    defaults = PluginSettings()
    allow: Sequence[str] | None = data.get("allow")
    return PluginSettings(
        block=tuple(data.get("block", ())),
        allow=None if allow is None else tuple(allow),
        call_seconds=data.get("call_seconds", defaults.call_seconds),
        map_seconds=data.get("map_seconds", defaults.map_seconds),
        autoload=os.environ.get(AUTOLOAD, "").strip() != "0",
    )


def _pack_problems(source: YamlSource, data: Mapping[str, Any], file: Path) -> list[Problem]:
    return [
        source.problem(("packs", number), f"there is no pack in '{name}'", "a folder that holds a pack.yaml")
        for number, name in enumerate(data.get("packs", ()))
        if not (_pack_folder(file, name) / "pack.yaml").is_file()
    ]


def _day_problems(source: YamlSource, data: Mapping[str, Any]) -> list[Problem]:
    day = data.get("as_of")
    try:
        if day is not None:
            date.fromisoformat(day)
    except ValueError:
        return [source.problem(("as_of",), f"'{day}' is not a day of the calendar", "year-month-day, e.g. 2025-03-31")]
    return []


def _file(settings: Path, data: Mapping[str, Any], key: str) -> Path | None:
    return settings.parent / data[key] if key in data else None


def _register(settings: Path, data: Mapping[str, Any]) -> Path | None:
    told = data.get("register")
    name = told.get("file") if isinstance(told, dict) else told
    return settings.parent / name if name else None


def _register_columns(data: Mapping[str, Any]) -> Mapping[str, str]:
    told = data.get("register")
    return told.get("columns", {}) if isinstance(told, dict) else {}


def _pack_folder(file: Path, name: str) -> Path:
    return file.parent / name

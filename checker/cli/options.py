"""Options that several commands share, and the kinds of value that they take."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from checker.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
_SETTINGS = "checker.settings"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

PATH = click.Path(path_type=Path)


def _remember_settings(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[_SETTINGS] = value


settings_option = click.option(
    "--settings",
    type=PATH,
    metavar="FILE",
    expose_value=False,
    callback=_remember_settings,
    help="Settings to use; without it checker.yaml in this folder, if there is one.",
)
pack_option = click.option(
    "--pack",
    "packs",
    type=PATH,
    multiple=True,
    metavar="DIR",
    help="A folder with a further rule pack; may be repeated.",
)

edition_option = click.option(
    "--edition",
    metavar="ID",
    help="Edition of the framework to go by. [default: the usual one of the framework's pack]",
)


def json_option(what: str) -> Callable[[F], F]:
    """Return the option `--format text|json` of a command that shows `what`."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=f"Show {what} as text to read or as JSON for programs.",
    )


def used_settings() -> Settings:
    """Return the settings of this call of the command."""
    from checker.settings import load_settings

    return load_settings(click.get_current_context().meta.get(_SETTINGS))


def _as_day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        if value is None:
            return None
        if not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        message = f"'{value}' is not a day of the calendar (expected year-month-day, e.g. 2025-03-31)"
        raise click.BadParameter(message) from error


as_of_option = click.option(
    "--as-of", metavar="DATE", callback=_as_day, help="Day of the assessment, year-month-day. [default: today]"
)


def day_of(given: str | None, settings: Settings) -> str:
    """Return the day of the assessment: as given, else as in the settings, else today."""
    return given or settings.as_of or date.today().isoformat()


def split_names(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return every name once, in the order given."""
    names = [name.strip() for text in value for name in text.split(",")]
    return tuple(dict.fromkeys(name for name in names if name))

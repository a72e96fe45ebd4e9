"""`checker plugins`: list them, examine them, start one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.cli.groups import Commands
from checker.cli.look import Look
from checker.cli.options import PATH, json_option, settings_option, used_settings
from checker.cli.running import Answer, answer_with, give

_EPILOG = """\b
Plugins are switched off in checker.yaml:
  plugins:
    block: [name-of-a-plugin]     these are never loaded
    allow: []                     no third-party plugin is loaded
or for one run with CHECKER_PLUGINS_AUTOLOAD=0 in the environment."""


@click.group(cls=Commands, epilog=_EPILOG)
@settings_option
def plugins() -> None:
    """List and examine plugins, or start one. A plugin adds readers, criteria, report formats or packs."""


@plugins.command("list", short_help="List every plugin.")
@json_option("the plugins")
@settings_option
def list_(format_: str) -> None:
    """List every plugin: where it comes from, whether it is active, and what it adds."""
    from checker.cli.plugins_work import list_plugins

    answer_with(partial(list_plugins, format_ == "json", Look.of_stdout()), used_settings())


@plugins.command(short_help="Find broken plugins.")
@json_option("the plugins")
@settings_option
def doctor(format_: str) -> None:
    """
    Load every plugin, call each of its hooks once with a small example, and say what is broken.

    Exit code 1 if a plugin is broken. Plugins of others are examined in a process of their own, which is ended when
    one of them hangs.
    """
    from checker.cli.plugins_work import examine_plugins

    answer_with(partial(examine_plugins, format_ == "json", Look.of_stdout()), used_settings())


@plugins.command(short_help="Start a plugin.")
@click.argument("name")
@click.option(
    "--in", "folder", type=PATH, default=Path(), metavar="DIR", help="Folder to make the project's folder in."
)
def new(name: str, folder: Path) -> None:
    """Start a plugin: a project with one criterion whose own tests pass as written."""
    from checker.errors import shown_path
    from checker.scaffolding.skeletons import new_plugin

    files = [f"  {shown_path(file)}" for file in new_plugin(folder, name)]
    following = [
        "",
        "Now try it:",
        f"  python -m pip install -e {shown_path(folder / name)}",
        "  checker plugins doctor",
    ]
    give(Answer(text="\n".join(["Written:", *files, *following])))

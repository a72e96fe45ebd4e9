"""The options of commands that run a report again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from checker.cli.options import PATH, pack_option

F = TypeVar("F", bound=Callable[..., Any])


def again_options(function: F) -> F:
    """Add the arguments REPORT and PATH…, and the options that name the files of the run."""
    for name in ("attestations", "waivers", "actions", "register"):
        function = click.option(f"--{name}", type=PATH, metavar="FILE", help=f"The {name} of that run, if it had one.")(
            function
        )
    function = click.option(
        "--self-assessment", type=PATH, multiple=True, metavar="FILE", help="Where its self-assessment is now."
    )(function)
    function = click.option(
        "--workers", type=click.IntRange(1, 64), metavar="N", help="Processes that read documents."
    )(function)
    function = pack_option(function)
    function = click.argument("paths", metavar="PATH...", type=PATH, nargs=-1, required=True)(function)
    return click.argument("report", type=PATH)(function)

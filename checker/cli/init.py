"""`checker init`: a working folder to start from."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.options import PATH, used_settings
from checker.cli.running import answer_with


@click.command()
@click.argument("folder", type=PATH, default=Path(), required=False)
@click.option(
    "--statement",
    "statements",
    metavar="ID",
    multiple=True,
    help="Limit the settings to this quality statement; may be repeated.",
)
def init(folder: Path, statements: tuple[str, ...]) -> None:
    """
    Prepare FOLDER (default: this one) for a first run.

    Writes a commented checker.yaml, files for waivers and attestations, a README, and folders for the self-assessment
    and the evidence. What is there already is left as it is.
    """
    from functools import partial

    from checker.cli.init_work import prepared

    answer_with(partial(prepared, folder, statements), used_settings())

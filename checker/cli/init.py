"""`checker init`: a working folder to start from."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.options import PATH
from checker.cli.running import Answer, give


@click.command()
@click.argument("folder", type=PATH, default=Path(), required=False)
def init(folder: Path) -> None:
    """
    Prepare FOLDER (default: this one) for a first run.

    Writes a commented checker.yaml, files for waivers and attestations, a README, and folders for the self-assessment
    and the evidence. What is there already is left as it is.
    """
    from checker.errors import shown_path
    from checker.scaffolding.working_folder import prepare

    made = prepare(folder)
    lines = [f"  {'written' if new else 'was there'}  {shown_path(path)}" for path, new in made.items()]
    here = "" if folder == Path() else f"  cd {shown_path(folder)}\n"
    following = f"\nPut the documents there, then:\n{here}  checker assess self-assessment evidence --out out"
    give(Answer(text="\n".join([*lines, following])))

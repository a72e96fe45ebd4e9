"""`checker inspect`: one file in, everything that was read of it out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.cli.look import Look
from checker.cli.options import PATH, as_of_option, day_of, json_option, pack_option, settings_option, used_settings
from checker.cli.running import answer_with

_EPILOG = """\b
Examples:
  checker inspect narrative.docx
  checker inspect evidence/minutes.txt --format json > minutes.json

Exit code 1 if the file could be read only in part or not at all."""


@click.command(epilog=_EPILOG)
@click.argument("file", type=PATH)
@click.option("--self-assessment", is_flag=True, help="The file is the council's self-assessment.")
@json_option("what was read")
@as_of_option
@pack_option
@settings_option
def inspect(file: Path, self_assessment: bool, format_: str, as_of: str | None, packs: tuple[Path, ...]) -> None:
    """
    Show what was read of FILE, as found.

    What kind of document it is and why, its headings, and each sentence with its marks: for or against, who says it,
    what it speaks to, its figures and dates, and what it cites.
    """
    from checker.cli.inspect_work import InspectJob, inspect_file

    settings = used_settings()
    job = InspectJob(
        file=file,
        self_assessment=self_assessment,
        as_json=format_ == "json",
        as_of=day_of(as_of, settings),
        packs=(*settings.packs, *packs),
        look=Look.of_stdout(),
    )
    answer_with(partial(inspect_file, job), settings)

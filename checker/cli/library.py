"""`checker library`: look through a library of evidence and its register before assessing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.cli.groups import Commands
from checker.cli.look import Look
from checker.cli.options import PATH, as_of_option, day_of, json_option, pack_option, settings_option, used_settings
from checker.cli.running import answer_with

_CHECK_EPILOG = """\b
Examples:
  checker library check evidence
  checker library check evidence --register register.xlsx --format json

Exit code 0: nothing to put right; 1: something; 2: wrong use."""
_MAP_EPILOG = """\b
Examples:
  checker library map register.xlsx
  checker library map register.xlsx --column title="Doc name" --save

Columns: ref, title, file, link, owner, sign-off, statement, category, kind,
date, review, status. Exit code 1 if a heading was only guessed."""


@click.group(cls=Commands)
@settings_option
def library() -> None:
    """Look through a library of evidence and its register, without assessing anything."""


@library.command("check", epilog=_CHECK_EPILOG, short_help="List what to put right, in under a minute.")
@click.argument("paths", metavar="PATH...", type=PATH, nargs=-1, required=True)
@click.option("--register", type=PATH, metavar="FILE", help="The register of evidence: .xlsx, .csv or .ods.")
@click.option("--self-assessment", type=PATH, multiple=True, metavar="FILE", help="The council's self-assessment.")
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Processes that read files. [default: 1]")
@as_of_option
@json_option("the list")
@pack_option
@settings_option
def check(
    paths: tuple[Path, ...],
    register: Path | None,
    self_assessment: tuple[Path, ...],
    workers: int | None,
    as_of: str | None,
    format_: str,
    packs: tuple[Path, ...],
) -> None:
    """
    Read the files at PATH... and list what to put right before an assessment.

    Files that cannot be read and why, copies and old versions, agreements and policies whose day of review has passed,
    and where the register and the files do not agree.
    """
    from checker.cli.library_work import CheckJob, check_files
    from checker.run.given_files import GivenPaths
    from checker.run.library_check import LibraryRequest

    settings = used_settings()
    given = GivenPaths(register=register or settings.register, register_columns=settings.register_columns)
    request = LibraryRequest(
        paths=paths,
        self_assessment=self_assessment,
        given=given,
        workers=workers or settings.workers or 1,
        as_of=day_of(as_of, settings),
    )
    job = CheckJob(request=request, packs=(*settings.packs, *packs), as_json=format_ == "json", look=Look.of_stdout())
    answer_with(partial(check_files, job), settings)


@library.command("map", epilog=_MAP_EPILOG, short_help="Show and confirm what the columns of a register are.")
@click.argument("file", type=PATH)
@click.option("--column", "columns", multiple=True, metavar="COLUMN=HEADING", help="What a heading stands for.")
@click.option("--save", is_flag=True, help="Write it into checker.yaml of this folder.")
@pack_option
@settings_option
def map_(file: Path, columns: tuple[str, ...], save: bool, packs: tuple[Path, ...]) -> None:
    """
    Show what each column of the register FILE was taken for.

    A heading that is only like a known one is guessed: confirm it once with --save, or correct it with --column.
    `--column title=` says that no heading is the title.
    """
    from checker.cli.register_work import MapJob, map_columns

    settings = used_settings()
    job = MapJob(
        file=file,
        columns=columns,
        known=settings.register_columns,
        save=save,
        packs=(*settings.packs, *packs),
        look=Look.of_stdout(),
    )
    answer_with(partial(map_columns, job), settings)

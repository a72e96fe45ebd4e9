"""`checker assess`: from the options to a run, and from the run to its exit code."""

from __future__ import annotations

from typing import Any

import click

from checker.cli.options import (
    PATH,
    as_of_option,
    edition_option,
    pack_option,
    settings_option,
    split_names,
    used_settings,
)

_EPILOG = """\b
Examples:
  checker assess evidence --self-assessment narrative.docx --out out
  checker assess evidence --statement partnerships-and-communities
  checker assess evidence --format markdown > report.md
  checker assess evidence --as-of 2026-03-31 --out out --format html,json
  checker assess evidence --actions plan.xlsx --out new --format html,xlsx

\b
Exit codes:
  0  no open gaps at or above --fail-on
  1  such gaps: the report says which, and what to do
  2  wrong use, a missing path or an invalid rule pack
  3  not everything could be assessed: a file, plugin or rule failed
  4  nothing was assessed: no file, or none that could be read

Nothing that is read is changed, and nothing leaves this computer."""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", type=PATH, nargs=-1, required=True)
@click.option("--out", type=PATH, metavar="DIR", help="Write gap-report.<suffix> into this folder.")
@click.option(
    "--format",
    "formats",
    metavar="A,B",
    multiple=True,
    callback=split_names,
    help="Formats: html, docx, xlsx, csv, json, markdown, passages, sarif, junit, oscal, oscal-poam, terminal, and "
    "those of plugins. [default: html,json with --out, else terminal]",
)
@click.option(
    "--statement",
    "statements",
    metavar="ID",
    multiple=True,
    help="Assess only this quality statement; may be repeated.",
)
@pack_option
@edition_option
@as_of_option
@click.option(
    "--self-assessment", type=PATH, multiple=True, metavar="FILE", help="This file is the council's self-assessment."
)
@click.option("--register", type=PATH, metavar="FILE", help="The register of evidence: .xlsx, .csv or .ods.")
@click.option(
    "--actions", type=PATH, metavar="FILE", help="The action plan that people filled in: .xlsx, .ods or .csv."
)
@click.option("--waivers", type=PATH, metavar="FILE", help="Waivers of gaps, in YAML.")
@click.option("--attestations", type=PATH, metavar="FILE", help="What persons attest, in YAML.")
@click.option(
    "--earlier", type=PATH, metavar="FILE", help="An earlier gap-report.json: the report says what changed since."
)
@click.option(
    "--history", type=PATH, metavar="FILE", help="Keep the run here, and compare it with the one kept before it."
)
@click.option(
    "--fail-on",
    type=click.Choice(["essential", "expected", "helpful", "never"]),
    help="Lightest weight whose open gaps give exit code 1. [default: essential]",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that read documents. [default: 1]",
)
@click.option(
    "--run-on", default="", metavar="NAME[:ADDRESS]", help="Read documents somewhere else, by a plugin of this name."
)
@click.option(
    "--cache", type=PATH, metavar="DIR", help="Keep what can be used again in here, not in the user's folder."
)
@click.option("--no-cache", is_flag=True, help="Read every document anew, and keep nothing of it.")
@click.option("--title", metavar="TEXT", help="Title of the report.")
@click.option("--no-quotes", is_flag=True, help="Write places and hashes only: no words of any document.")
@click.option("--progress", is_flag=True, help="Say how far it is also where stderr is no terminal.")
@click.option("--quiet", is_flag=True, help="Say nothing on stderr but errors.")
@settings_option
def assess(**options: Any) -> None:
    """
    Read the documents at PATH... (files or folders), evaluate them and write the gap report.

    Without --out one format goes to the screen. The report says what is evidenced, what is said against it and what is
    missing; it never rates.
    """
    from checker.cli.assess_job import AssessOptions, job_of
    from checker.cli.assess_work import run_and_write

    settings = used_settings()
    chosen = AssessOptions(**options)
    click.get_current_context().exit(run_and_write(job_of(chosen, settings), settings, chosen.out))

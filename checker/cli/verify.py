"""`checker verify`: is a report what its evidence, packs and day give, and are its frozen files as they were?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.cli.again_options import again_options
from checker.cli.options import json_option, settings_option, used_settings
from checker.cli.running import answer_with

_EPILOG = """\b
Examples:
  checker verify december/gap-report.json evidence
  checker verify next/gap-report.json evidence --actions out/gap-report.xlsx

\b
The report knows the names of the sheets that its run was given and not where
they are. One into which somebody has typed since is told as changed.

\b
Exit codes:
  0  the same, character for character
  1  it differs: files, packs, versions or findings, as listed
  2  wrong use"""


@click.command(epilog=_EPILOG)
@again_options
@json_option("what differs")
@settings_option
def verify(report: Path, format_: str, **options: Any) -> None:
    """Run a REPORT (gap-report.json) again on PATH..., with its own settings and day, and say what differs."""
    from functools import partial

    from checker.cli.again import AgainOptions, settings_of
    from checker.cli.diff_work import read_report
    from checker.cli.look import Look
    from checker.cli.verify_work import verified

    recorded = read_report(report)
    settings = settings_of(recorded, used_settings())
    chosen = AgainOptions(**options)
    work = partial(verified, report, recorded, chosen, settings, Look.of_stdout(), as_json=format_ == "json")
    answer_with(work, settings)

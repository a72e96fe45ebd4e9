"""`checker ahead`: the same evidence on a later day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.cli.again_options import again_options
from checker.cli.options import json_option, settings_option, used_settings
from checker.cli.running import answer_with

_EPILOG = """\b
Example:
  checker ahead out/gap-report.json evidence --to 2026-12-31

\b
The run is replayed on that day with the same evidence: what is then stale or
lapsed is found by the rules themselves. Exit code 1 if anything changes or
falls due until then."""


@click.command(epilog=_EPILOG)
@again_options
@click.option("--to", "until", required=True, metavar="DATE", help="The later day, year-month-day.")
@json_option("what changes")
@settings_option
def ahead(report: Path, until: str, format_: str, **options: Any) -> None:
    """Say what will be stale, lapse or fall due until a day, if nothing is done: REPORT and its PATH..."""
    from functools import partial

    from checker.cli.again import AgainOptions, settings_of
    from checker.cli.ahead_work import looked_ahead
    from checker.cli.diff_work import read_report
    from checker.cli.look import Look

    recorded = read_report(report)
    settings = settings_of(recorded, used_settings())
    chosen = AgainOptions(**options)
    work = partial(
        looked_ahead, report, recorded, chosen, settings, Look.of_stdout(), until=until, as_json=format_ == "json"
    )
    answer_with(work, settings)

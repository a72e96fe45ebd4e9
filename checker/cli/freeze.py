"""`checker freeze`: a finished run that nothing is written over."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.options import PATH
from checker.cli.running import Answer, give

_EPILOG = """\b
Example:
  checker freeze december/gap-report.json --as "submitted 12 December"

\b
The folder gets a list of its files with their hashes
(gap-report.frozen.json). From then on no command writes into it;
checker verify says whether its files are still the same."""


@click.command(epilog=_EPILOG)
@click.argument("report", type=PATH)
@click.option(
    "--as", "label", required=True, metavar="LABEL", help='What it is frozen as, e.g. "submitted 12 December".'
)
def freeze(report: Path, label: str) -> None:
    """Freeze the folder of a REPORT (gap-report.json): nothing in it is ever written over."""
    from checker.cli.diff_work import read_report
    from checker.cli.look import count
    from checker.errors import UsageError, shown_path
    from checker.frozen import freeze as freeze_folder

    if not label.strip():
        raise UsageError("the label is empty (expected words that people will know it by)")
    as_of = str(read_report(report).get("run", {}).get("as_of", ""))
    frozen = freeze_folder(report.parent, label.strip(), as_of)
    give(Answer(text=f"{shown_path(report.parent)}: {count(len(frozen.files), 'file')} frozen as '{frozen.label}'."))

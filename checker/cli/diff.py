"""`checker diff`: two JSON reports in, the changes out, worst first."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.look import Look
from checker.cli.options import PATH, used_settings
from checker.cli.running import give

_EPILOG = """\b
Examples:
  checker diff september/gap-report.json november/gap-report.json
  checker diff old.json new.json --format docx --out changes.docx

\b
  new          a gap that was not open before (one whose waiver has ended too)
  worse        it was less bad, or can now no longer be assessed
  newly stale  the evidence has become old
  newly asked  a plan or register was not given before: the question is new
  better       it was worse before
  closed       the gap's rule is met now
What is no longer asked, or waived, is neither better nor closed: it is
listed as "otherwise changed". Exit code 1 if anything differs."""


@click.command(epilog=_EPILOG)
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "--format",
    "format_",
    default="text",
    show_default=True,
    metavar="NAME",
    help="text (or terminal), json, markdown, html, csv, docx, xlsx, and those of plugins that can show changes.",
)
@click.option("--out", type=PATH, metavar="FILE", help="Write it to this file.")
def diff(old: Path, new: Path, format_: str, out: Path | None) -> None:
    """Compare two gap reports (gap-report.json): what is new, closed, better, worse, newly stale or newly asked."""
    from checker.cli.diff_work import compare

    give(compare(old, new, format_=format_, out=out, look=Look.of_stdout(), settings=used_settings()))

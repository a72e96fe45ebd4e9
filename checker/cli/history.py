"""`checker history`: reports that are kept, and readiness over time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.cli.groups import Commands
from checker.cli.options import PATH, json_option, used_settings
from checker.cli.running import give
from checker.errors import UsageError, shown_path
from checker.suggestions import did_you_mean

F = TypeVar("F", bound=Callable[..., Any])


def _chosen(context: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    """
    Return the file that was named here or in the settings; `None` for the one in the user's own folder.

    `UsageError` for one that was named here and is not there, unless a report is to be added to it.
    """
    if value and context.info_name != "add" and not value.exists():
        near = (path.name for path in value.absolute().parent.glob(f"*{value.suffix}") if path.is_file())
        meant = did_you_mean(value.name, near)
        told = f"did you mean {meant}?" if meant else "expected a file to which history add or assess --history wrote"
        raise UsageError(f"{shown_path(value)}: there is no such history ({told})")
    return value or used_settings().history


_FILE = click.option(
    "--history",
    "file",
    type=PATH,
    metavar="FILE",
    callback=_chosen,
    help="The history to use. [default: that of the settings, else in your own folder for data]",
)
_EPILOG = """\b
Examples:
  checker history add out/gap-report.json --label "first draft"
  checker history show
  checker history show --format html --out readiness.html

\b
A history holds what the JSON reports hold: personal data is masked, quotes are
there unless the report was made with --no-quotes. The file is yours alone;
CHECKER_HISTORY or --history names another. Nothing is kept unless you add it,
or tell assess to: checker assess evidence --out out --history runs.sqlite"""


@click.group(cls=Commands, epilog=_EPILOG)
def history() -> None:
    """Keep reports and show readiness over time, in counts."""


@history.command()
@click.argument("report", type=PATH)
@click.option("--label", default="", metavar="TEXT", help="What people will know the run by.")
@_FILE
def add(report: Path, label: str, file: Path | None) -> None:
    """Keep a REPORT (gap-report.json)."""
    from checker.cli.history_work import added

    give(added(report, label, file))


@history.command("list")
@json_option("the kept runs")
@_FILE
def list_(format_: str, file: Path | None) -> None:
    """List the kept runs."""
    from checker.cli.history_work import listed

    give(listed(file, as_json=format_ == "json"))


@history.command()
@click.argument("run", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "html", "json"]),
    default="text",
    show_default=True,
    help="Text, a page with a chart and its table, or JSON.",
)
@click.option("--out", type=PATH, metavar="FILE", help="Write it to this file.")
@_FILE
def show(run: str | None, format_: str, out: Path | None, file: Path | None) -> None:
    """Show readiness over time; with a RUN (its id or label) give back its JSON report."""
    from checker.cli.history_work import given_back, shown
    from checker.cli.look import Look

    give(given_back(run, out, file) if run else shown(format_, out, file, Look.of_stdout()))


@history.command()
@click.argument("run")
@_FILE
def remove(run: str, file: Path | None) -> None:
    """Forget a RUN (its id or label)."""
    from checker.cli.history_work import removed

    give(removed(run, file))

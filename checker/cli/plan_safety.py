"""Keeps what people typed into an earlier sheet from being written over."""

from __future__ import annotations

from pathlib import Path

from checker.cli.assess_job import AssessJob
from checker.errors import UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.given_files import read_action_plan

_FORMAT = "xlsx"


def keep_what_was_typed(folder: Path, job: AssessJob, plugins: Plugins) -> None:
    """
    `UsageError` if the run would write its sheet over one into which somebody typed, and was not given that sheet.

    A file of that name that is no action plan holds nothing typed, as far as anybody can tell, and is written over.
    """
    sheet = folder / f"gap-report.{_FORMAT}"
    given = job.request.given.actions
    if _FORMAT not in job.formats or not sheet.is_file() or (given and given.resolve() == sheet.resolve()):
        return
    if _is_filled(sheet, plugins):
        raise UsageError(
            f"{shown_path(sheet)}: somebody typed into this sheet, and this run would write over it "
            f"(add --actions {shown_path(sheet)}, or choose another folder with --out)"
        )


def _is_filled(sheet: Path, plugins: Plugins) -> bool:
    try:
        return any(row.is_filled for row in read_action_plan(sheet, plugins).rows)
    except UsageError:
        return False

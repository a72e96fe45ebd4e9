"""Keeps what people typed into an earlier sheet from being written over."""

from __future__ import annotations

from pathlib import Path

from checker.cli.assess_job import AssessJob
from checker.domain.actions import ADDED, ActionRow
from checker.errors import UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.given_files import read_action_plan
from checker.text.masking import masker_of

_FORMAT = "xlsx"


def keep_what_was_typed(folder: Path, job: AssessJob, plugins: Plugins) -> None:
    """
    `UsageError` if the run would write its sheet over one that holds something typed which the run was not given.

    A file of that name that is no action plan holds nothing typed, as far as anybody can tell, and is written over.
    """
    sheet = folder / f"gap-report.{_FORMAT}"
    given = job.request.given.actions
    if _FORMAT not in job.formats or not sheet.is_file():
        return
    if given and given.resolve() == sheet.resolve():
        _keep_what_would_be_masked(given, plugins)
        return
    known = {_content(row, row.gap_id) for row in _typed(given, plugins)} if given else set()
    if not all(_ids_and_content(row) & known for row in _typed_if_plan(sheet, plugins)):
        raise UsageError(
            f"{shown_path(sheet)}: somebody typed into this sheet, and this run would write over it "
            f"(add --actions {shown_path(sheet)}, or choose another folder with --out)"
        )


def _keep_what_would_be_masked(sheet: Path, plugins: Plugins) -> None:
    """`UsageError` if the new sheet would mask something that stands in this one, which it would take the place of."""
    private = masker_of(()).mask_private
    for row in read_action_plan(sheet, plugins).rows:
        if any(private(text) != text for text in (*row.typed.values(), *row.extra.values())):
            raise UsageError(
                f"{shown_path(sheet)}: {row.place} holds personal data that the new sheet masks, and this run would "
                "write over it (take it out, or choose another folder with --out)"
            )


def _typed(file: Path, plugins: Plugins) -> list[ActionRow]:
    return [row for row in read_action_plan(file, plugins).rows if row.is_filled]


def _typed_if_plan(sheet: Path, plugins: Plugins) -> list[ActionRow]:
    try:
        return _typed(sheet, plugins)
    except UsageError:
        return []


def _ids_and_content(row: ActionRow) -> set[str]:
    """Return what was typed beside each id that the row's gap has had: a row may have been taken over."""
    return {_content(row, gap_id) for gap_id in (row.gap_id, *row.formerly)}


def _content(row: ActionRow, gap_id: str) -> str:
    """Return what was typed into a row, dates in one form, so that a row carried forward is known again."""
    typed = {**row.typed, **row.days, **row.extra}
    answers = [line for line in row.said("answers").splitlines() if not line.startswith(ADDED)]
    return repr((gap_id, sorted((typed | ({"answers": "\n".join(answers)} if answers else {})).items())))

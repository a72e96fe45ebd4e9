"""The run behind `checker assess`: assesses, writes the formats asked for, and says on stderr what came of it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from checker.cli.assess_earlier import Before
from checker.cli.assess_job import AssessJob
from checker.cli.assess_notes import closing_notes
from checker.cli.council_safety import keep_councils_apart, left_of_earlier_run, refuse_other_council
from checker.cli.plan_safety import keep_what_was_typed
from checker.cli.progress import Progress
from checker.cli.running import while_somebody_reads
from checker.cli.writing import Draft, draft, drop_abandoned
from checker.domain.report import GapReport
from checker.errors import PluginError, UsageError, shown_path
from checker.exit_codes import ExitCode, exit_code
from checker.frozen import refuse_if_frozen
from checker.garbage import leave_alone
from checker.pipeline import assess, load_book
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.temporary_folder import temporary_folder
from checker.settings import Settings
from checker.suggestions import suggest
from checker.supervision.supervising import run_supervised
from checker.text.masking import masker_of
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessed:
    """What came of a run: the exit code, the files written, and what a person should read on stderr."""

    code: int
    files: tuple[Path, ...]
    notes: tuple[str, ...]


def run_and_write(job: AssessJob, settings: Settings, out: Path | None) -> int:
    """Assess, write the report into `out` or to stdout, and return the exit code."""
    with _folder(out) as folder:
        try:
            done = run_supervised(partial(_assess, job, folder), settings)
        finally:
            drop_abandoned(folder)
        if not out:
            with while_somebody_reads():
                for file in done.files:
                    _to_stdout(file)
    if not job.quiet:
        where = (f"Report: {', '.join(shown_path(file) for file in done.files)}",) if out and done.files else ()
        inside = _warned(out, job.request.paths) if out else ()
        click.echo("\n".join((*inside, *done.notes, *where)), err=True)
    return done.code


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out:
        yield out
        return
    with temporary_folder() as made:
        yield made


def _assess(job: AssessJob, folder: Path, setup: PluginSetup) -> Assessed:
    refuse_if_frozen(folder)
    plugins = setup.load()
    suffixes = _suffixes(plugins, job.formats)
    before = Before.of(job)
    keep_what_was_typed(folder, job, plugins)
    progress = Progress(quiet=job.quiet, always=job.progress)
    try:
        book = load_book(plugins, job.request.packs, job.request.cache, job.request.edition)
        refuse_other_council(folder, job.request, plugins, book)
        leave_alone()
        report = assess(job.request, plugins, book=book, progress=progress)
    finally:
        progress.clear()
    keep_councils_apart(folder, report)
    report = before.compared(report, job, masker_of(book.personal_data))
    files, failures = _write(report, plugins, {name: folder / f"gap-report.{suffixes[name]}" for name in job.formats})
    code = exit_code(report, job.fail_on)
    kept = before.keep(report, job.history)
    if failures:
        code = max(code, ExitCode.NOT_ALL_ASSESSED.value)
    left = left_of_earlier_run(folder, files, suffixes.values())
    return Assessed(code=code, files=files, notes=(*failures, *closing_notes(report, job.fail_on, code), *kept, *left))


def _suffixes(plugins: Plugins, formats: tuple[str, ...]) -> dict[str, str]:
    known = {name: reporter.suffix for name, reporter in plugins.reporters().items()}
    for name in formats:
        if name not in known:
            raise UsageError(f"there is no format '{name}' ({suggest(name, known)})")
    return known


def _write(report: GapReport, plugins: Plugins, files: dict[str, Path]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write every format, then give all their names; a reporter that fails harms no other format."""
    drafts: list[Draft] = []
    failures: list[str] = []
    try:
        for name, file in files.items():
            try:
                drafts.append(draft(file, plugins.render(name, report)))
            except PluginError as error:
                failures.append(f"The format {name} was not written: {error}")
        return tuple(one.publish() for one in drafts), tuple(failures)
    finally:
        for unpublished in drafts:
            unpublished.drop()


def _to_stdout(file: Path) -> None:
    if sys.stdout.isatty() and b"\0" in file.read_bytes()[:4096]:
        raise UsageError("this format is not text: add --out DIR, or send it to a file")
    sys.stdout.flush()
    with file.open("rb") as report:
        shutil.copyfileobj(report, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _warned(out: Path, paths: tuple[Path, ...]) -> tuple[str, ...]:
    folder = out.resolve()
    inside = [path for path in paths if os.path.isdir(path) and folder.is_relative_to(path.resolve())]
    return tuple(
        f"Warning: {shown_path(out)} lies in {shown_path(path)}, so that the next run reads this report as evidence. "
        "Choose a folder outside."
        for path in inside
    )

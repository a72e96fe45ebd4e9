"""A run beside those before it: what changed since an earlier report, and the history that keeps reports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli.assess_job import AssessJob
from checker.domain.report import GapReport
from checker.errors import UsageError, shown_path
from checker.report_json import to_json
from checker.stages.sharing import masked_changes, unquoted_changes, unquoted_earlier
from checker.text.masking import Masker
from checker.values import dataclass, replace

if TYPE_CHECKING:
    from checker.history import History

Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What a run may be compared with: the report that was named, else the history. Both are looked at beforehand."""

    named: Json | None = None
    history: History | None = None

    @classmethod
    def of(cls, job: AssessJob) -> Before:
        """Return what the job names. `UsageError` if it cannot be read."""
        return cls(named=_report_in(job.earlier) if job.earlier else None, history=_history_in(job.history))

    def compared(self, report: GapReport, job: AssessJob, masker: Masker) -> GapReport:
        """Return the report with what changed since, if anything was before; it is as safe to show as the report."""
        if self.named is None and self.history is None:
            return report
        now = to_json(report)
        earlier = self.named or (self.history and self.history.last_before(now))
        if not earlier:
            return report
        from checker.report_diff import compare_reports

        earlier = earlier if job.request.quotes else unquoted_earlier(earlier)
        try:
            found = compare_reports(earlier, now)
        except ValueError as error:
            told = shown_path(job.earlier or job.history or "")
            raise UsageError(f"{told} cannot be compared with this run: {error}") from error
        changes = found.changes if job.request.quotes else unquoted_changes(found.changes)
        changes = masked_changes(changes, masker)
        notes = tuple(map(masker.mask, found.notes))
        return replace(report, changes=changes, changed_since=found.old_as_of, changes_notes=notes)

    def keep(self, report: GapReport, file: Path | None) -> tuple[str, ...]:
        """Add the report to the history, where there is one, and return what to say of it."""
        if self.history is None:
            return ()
        kept, is_new = self.history.add(to_json(report))
        return (f"{'Kept' if is_new else 'Kept already'}: {kept.as_of}  {kept.run}, in {shown_path(file or '')}.",)


def _report_in(file: Path) -> Json:
    from checker.cli.diff_work import read_report  # most runs are compared with none

    return read_report(file)


def _history_in(file: Path | None) -> History | None:
    """Return a history that can be read, where one was named. SQLite is loaded for it alone."""
    if file is None:
        return None
    from checker.history import History

    history = History(file)
    history.runs()
    return history

"""Exit codes of `checker assess`: the same for everybody, so no plugin and no setting changes what they mean."""

from __future__ import annotations

from enum import IntEnum

from checker.domain.document import ReadStatus
from checker.domain.finding import Outcome
from checker.domain.pack import Weight
from checker.domain.report import GapReport

NEVER = "never"


class ExitCode(IntEnum):
    """What the number means; of several that apply the highest wins."""

    NO_OPEN_GAPS = 0
    OPEN_GAPS = 1
    WRONG_USE = 2
    NOT_ALL_ASSESSED = 3
    NOTHING_ASSESSED = 4


def exit_code(report: GapReport, fail_on: str) -> int:
    """
    Return the exit code of a report. `fail_on` is the lightest weight whose open gaps count, or `never`.

    `ValueError` for another word. A run in which no rule got an answer is never good news: it counts as nothing
    assessed.
    """
    gaps = _open_gaps(report, fail_on)
    if not _anything_assessed(report):
        return ExitCode.NOTHING_ASSESSED.value
    if not _everything_assessed(report):
        return ExitCode.NOT_ALL_ASSESSED.value
    return ExitCode.OPEN_GAPS.value if gaps else ExitCode.NO_OPEN_GAPS.value


def _open_gaps(report: GapReport, fail_on: str) -> bool:
    order = list(Weight)
    counting = [] if fail_on == NEVER else order[: order.index(Weight(fail_on)) + 1]
    return any(finding.is_open and finding.weight in counting for finding in report.all_findings)


def _anything_assessed(report: GapReport) -> bool:
    read = any(record.status is not ReadStatus.FAILED for record in report.documents)
    return read and any(finding.outcome is not Outcome.NOT_ASSESSED for finding in report.all_findings)


def _everything_assessed(report: GapReport) -> bool:
    unread = any(record.status is not ReadStatus.OK for record in report.documents)
    unasked = any(finding.outcome is Outcome.NOT_ASSESSED for finding in report.all_findings)
    return not (report.not_assessed or unread or unasked)

"""The few lines that close a run on stderr: what was read, what is open, what the exit code means."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cli.look import count, safe
from checker.domain.pack import Weight
from checker.domain.report import GapReport
from checker.domain.sharing import Matter
from checker.exit_codes import NEVER, ExitCode

_MOST_NAMED = 5


def closing_notes(report: GapReport, fail_on: str, code: int) -> tuple[str, ...]:
    """Return the lines; what could not be assessed comes first, by name."""
    told = (*_not_assessed(report), *_warnings(report), *_before_sharing(report))
    return (*told, _files(report), _gaps(report), _meaning(fail_on, code, report))


def _not_assessed(report: GapReport) -> Iterator[str]:
    for one in report.not_assessed[:_MOST_NAMED]:
        yield f"Not assessed: {one.what} {safe(one.name)}: {safe(one.reason)}"
    if (more := len(report.not_assessed) - _MOST_NAMED) > 0:
        yield f"Not assessed: {more} more, all in the report."


def _warnings(report: GapReport) -> Iterator[str]:
    yield from (f"Warning: {safe(warning)}" for warning in report.warnings)


def _before_sharing(report: GapReport) -> Iterator[str]:
    """Yield in how many files there is what to look at; formats for programs have no first page that could say so."""
    files = {matter: len({one.document for one in report.before_sharing if one.matter is matter}) for matter in Matter}
    if found := [f"{matter.value} ({count(many, 'file')})" for matter, many in files.items() if many]:
        yield f"Before you share: {', '.join(found)}."


def _files(report: GapReport) -> str:
    summary = report.summary
    if not summary.files_total:
        return "No files were found."
    partly = f", {summary.files_partial} more only in part" if summary.files_partial else ""
    return f"{summary.files_read} of {count(summary.files_total, 'file')} read{partly}."


def _gaps(report: GapReport) -> str:
    own = sum(report.plan_gaps.values())
    apart = f" The action plan itself has {count(own, 'gap')}, counted apart." if own else ""
    gaps = report.open_gaps
    return "Open gaps: " + ", ".join(f"{gaps.get(weight.value, 0)} {weight.value}" for weight in Weight) + f".{apart}"


def _meaning(fail_on: str, code: int, report: GapReport) -> str:
    at_or_above = "of any weight count (--fail-on never)" if fail_on == NEVER else f"at or above '{fail_on}'"
    meanings = {
        ExitCode.NO_OPEN_GAPS: f"no open gaps {at_or_above}",
        ExitCode.OPEN_GAPS: f"there are open gaps {at_or_above}",
        ExitCode.NOT_ALL_ASSESSED: "not everything in scope could be assessed",
        ExitCode.NOTHING_ASSESSED: "nothing was assessed; " + _why_nothing(report),
    }
    return f"Exit code {code}: {meanings[ExitCode(code)]}."


def _why_nothing(report: GapReport) -> str:
    total = report.summary.files_total
    if not total:
        return "no files were found"
    return (
        f"{count(total, 'file')} found, none of which could be read" if not _read(report) else "no rule had an answer"
    )


def _read(report: GapReport) -> int:
    return report.summary.files_read + report.summary.files_partial

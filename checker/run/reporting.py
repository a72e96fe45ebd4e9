"""The gap report of a run, with what only the run knows."""

from __future__ import annotations

from checker import __version__
from checker.domain.assessment import Assessment
from checker.domain.report import GapReport, Named, NotAssessed, RunRecord
from checker.plugin_host.loading import ACTIVE
from checker.plugin_manager import Plugins
from checker.run.collecting import Collected
from checker.run.duplicates import duplicate_warnings
from checker.run.request import RunRequest
from checker.run.sentence_spool import SpooledSentences
from checker.run.tagging import register_warnings
from checker.stages.gap_report import build_gap_report
from checker.stages.profile import profile
from checker.stages.waivers import Marked


def report_of(
    request: RunRequest, plugins: Plugins, assessment: Assessment, marked: Marked, collected: Collected
) -> GapReport:
    """Return the report of what was found, with what only the run knows: what failed, warnings, sentences, title."""
    sentences = None
    if collected.spool:
        records = {record.name: record for record in collected.records}
        sentences = SpooledSentences(collected.spool, records, assessment.book, assessment.scope)
    failed = [
        NotAssessed(what="plugin", name=one.plugin, reason=f"{one.hook}: {one.reason}") for one in plugins.failures
    ]
    return build_gap_report(
        assessment=assessment,
        findings=marked.findings,
        profile=profile(assessment, marked.findings),
        waivers=marked.waivers,
        attestations=marked.attestations,
        run=_record(request, plugins, assessment),
        not_assessed=failed,
        warnings=(
            *plugins.warnings,
            *marked.warnings,
            *register_warnings(assessment.register),
            *_left_out(collected.left_out),
            *duplicate_warnings(assessment.documents),
        ),
        sentences=sentences or (lambda: iter(())),
        title=request.title,
    )


def _left_out(number: int) -> tuple[str, ...]:
    files = "file was" if number == 1 else "files were"
    told = f"{number} {files} left out: hidden or temporary ones, those of the system, and earlier gap reports."
    return (told,) if number else ()


def _record(request: RunRequest, plugins: Plugins, assessment: Assessment) -> RunRecord:
    book = assessment.book
    return RunRecord(
        checker=__version__,
        packs=tuple(Named(name=pack.id, version=pack.version, origin=pack.sha256) for pack in book.packs),
        plugins=tuple(
            Named(name=info.name, version=info.version, origin="built-in" if info.built_in else info.distribution)
            for info in plugins.infos
            if info.state == ACTIVE
        ),
        framework=book.framework.id,
        edition=book.framework.edition.id,
        as_of=request.as_of,
        settings=dict(request.settings),
        inputs={record.name: record.sha256 for record in assessment.documents},
    )

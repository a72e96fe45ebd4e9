"""
The order of a run, and nothing else: files → documents → assessment → findings → profile → gap report.

Stages do not know each other; they are called here with values and return values. No stage reads the clock, prints or
touches the network: `as_of` and the plugins are passed in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from checker import __version__
from checker.cache_folder import cache_folder
from checker.domain.assessment import Assessment
from checker.domain.document import DocumentKind
from checker.domain.observation import Observations
from checker.domain.pack import RuleBook
from checker.domain.register import Tags
from checker.domain.report import GapReport, Named, NotAssessed, RunRecord
from checker.errors import UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.collecting import Collected, collect
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.duplicates import chosen_first, duplicate_warnings
from checker.run.given_files import read_given, with_plan, without_given
from checker.run.judging import judge, rules_about_gaps, rules_showing
from checker.run.marked_document import MarkedDocument
from checker.run.request import Progress
from checker.run.request import RunRequest as RunRequest
from checker.run.scope import check_statements, inputs_given, scope_of
from checker.run.sentence_spool import SpooledSentences
from checker.run.sources import find_sources
from checker.run.tagging import matched_to, register_warnings
from checker.stages.actions import masked_plan
from checker.stages.gap_report import build_gap_report
from checker.stages.packs import load_rule_book
from checker.stages.plans import plans
from checker.stages.profile import profile
from checker.stages.sharing import concerns, masked, without_quotes
from checker.stages.waivers import Marked
from checker.text.masking import masker_of


def load_book(plugins: Plugins, packs: Sequence[Path] = (), cache: Path | None = None, edition: str = "") -> RuleBook:
    """
    Return the packs that plugins offer and those in `packs`, by an edition of the framework (see `load_rule_book`).

    `cache` is a folder for loaded packs; without one they are kept where the user's cache is, if there is one.
    """
    schemas = {name: criterion.schema for name, criterion in plugins.criteria().items()}
    folders = [*plugins.rule_pack_folders(), *packs]
    return load_rule_book(folders, criteria=schemas, cache=cache or cache_folder(), edition=edition)


def assess(
    request: RunRequest, plugins: Plugins, *, book: RuleBook | None = None, progress: Progress | None = None
) -> GapReport:
    """
    Return the gap report of a run.

    `UsageError` for a path or a statement that does not exist, `DataError` for an invalid pack. What fails on the way
    is in the report.
    """
    book = book or load_book(plugins, request.packs, request.cache, request.edition)
    check_statements(request.statements, book)
    given = read_given(request.given, plugins, book)
    masker = masker_of(book.personal_data)
    sources = find_sources([*request.paths, *_named_apart(request)], masker)
    entries = chosen_first(without_given(sources.entries, request.given), request.self_assessment)
    collected = collect(entries, request, plugins, book, progress, given.register)
    collected.left_out = sources.left_out
    scope = scope_of(request.statements, collected.records, book)
    assessment = Assessment(
        book=book,
        as_of=request.as_of,
        scope=scope,
        documents=tuple(collected.records),
        given=inputs_given(collected.records, given),
        all_evidence=collected.merger.result(),
        observations=Observations.of(collected.observed, collected.observed_counts),
        actions=masked_plan(given.plan) if given.plan else None,
        register=matched_to(given.register, collected.records),
    )
    marked = judge(assessment, plugins, given.decisions)
    report = _report(request, plugins, assessment, marked, collected)
    report = with_plan(report, given, rules_about_gaps(book, plugins))
    report = replace(report, before_sharing=concerns(report.documents, report.observations))
    report = replace(report, plans=plans(report, assessment, rules_showing(book, plugins, "contradictions")))
    report = report if request.quotes else without_quotes(report)
    return masked(report, masker)


def read_one(
    path: Path, plugins: Plugins, book: RuleBook, *, self_assessment: bool = False, as_of: str = ""
) -> MarkedDocument:
    """Return one file with everything made of it. `UsageError` if it does not exist or is a folder."""
    if not path.is_file():
        msg = f"{shown_path(path)}: this is not a file (give one document)"
        raise UsageError(msg)
    entry = find_sources([path], masker_of(book.personal_data)).entries[0]
    chosen = frozenset({path.resolve()}) if self_assessment else frozenset[Path]()
    work = Work(setup=plugins.setup, book=book, as_of=as_of or _LAST_DAY, self_assessments=chosen)
    return DocumentWorker(work, plugins).marked(entry)


def mark_text(
    text: str,
    plugins: Plugins,
    book: RuleBook,
    *,
    kind: str = "",
    name: str = "text.md",
    as_of: str = "",
    metadata: Mapping[str, str] | None = None,
    tags: Mapping[str, Tags] | None = None,
) -> MarkedDocument:
    """
    Return a text with everything made of it; `kind` is a kind of document, else the text itself tells. For cases and
    trials. `metadata` is what a Markdown file's front matter says, `tags` what a register says of documents.
    """
    told = {**({"kind": DocumentKind(kind).value} if kind else {}), **(metadata or {})}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items())
    head = f"---\n{lines}---\n\n" if told else ""
    work = Work(setup=plugins.setup, book=book, as_of=as_of or _LAST_DAY, tags=tags or {})
    return DocumentWorker(work, plugins).marked_source(text_source(name, head + text))


_LAST_DAY = "9999-12-31"


def _named_apart(request: RunRequest) -> list[Path]:
    """Return self-assessments that lie outside the paths: they are read as well."""
    for path in request.self_assessment:
        if path.is_dir():
            msg = f"{shown_path(path)}: the self-assessment is a file, and this is a folder (name the file itself)"
            raise UsageError(msg)
    if not request.self_assessment:
        return []
    known = {entry.path.resolve() for entry in find_sources(request.paths)}
    return [path for path in request.self_assessment if path.resolve() not in known]


def _report(
    request: RunRequest, plugins: Plugins, assessment: Assessment, marked: Marked, collected: Collected
) -> GapReport:
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
        run=_run_record(request, plugins, assessment),
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


def _run_record(request: RunRequest, plugins: Plugins, assessment: Assessment) -> RunRecord:
    book = assessment.book
    return RunRecord(
        checker=__version__,
        packs=tuple(Named(name=pack.id, version=pack.version, origin=pack.sha256) for pack in book.packs),
        plugins=tuple(
            Named(name=info.name, version=info.version, origin="built-in" if info.built_in else info.distribution)
            for info in plugins.infos
        ),
        framework=book.framework.id,
        edition=book.framework.edition.id,
        as_of=request.as_of,
        settings=dict(request.settings),
        inputs={record.name: record.sha256 for record in assessment.documents},
    )

"""
The order of a run, and nothing else: files → documents → assessment → findings → profile → gap report.

Stages do not know each other; they are called here with values and return values. No stage reads the clock, prints or
touches the network: `as_of` and the plugins are passed in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker import __version__
from checker.cache_folder import cache_folder
from checker.domain.assessment import Assessment, DocumentRecord
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.observation import Observation, Observations
from checker.domain.pack import RuleBook
from checker.domain.register import Register, Tags
from checker.domain.report import GapReport, Named, NotAssessed, RunRecord
from checker.errors import UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.duplicates import Duplicates, chosen_first, duplicate_warnings
from checker.run.given_files import Given, GivenPaths, read_given, with_plan, without_given
from checker.run.judging import judge, rules_about_gaps, rules_showing
from checker.run.kept import run_or_recall
from checker.run.marked_document import DocumentFacts, MarkedDocument
from checker.run.sentence_spool import SentenceSpool, SpooledSentences
from checker.run.sources import SourceEntry, find_sources
from checker.run.tagging import matched_to, register_warnings, tags_by_name
from checker.stages.actions import masked_plan
from checker.stages.evidence import EvidenceMerger
from checker.stages.gap_report import build_gap_report
from checker.stages.packs import load_rule_book
from checker.stages.plans import plans
from checker.stages.profile import profile
from checker.stages.sharing import concerns, masked, without_quotes
from checker.stages.waivers import Marked
from checker.suggestions import suggest
from checker.text.masking import masker_of

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class RunRequest:
    """
    What a run is asked to do.

    `as_of` is an ISO date: nothing here reads the clock. `settings` are those that can change a result, as the report
    records them. `run_on` is `NAME[:ADDRESS]` of a plugin that runs documents elsewhere. `keep_sentences`: the passages
    format is wanted. `cache` is a folder for loaded packs, `results_cache` one for what is made of documents: without
    it nothing of them is kept. Without `quotes` the report has places and hashes only.
    """

    paths: tuple[Path, ...]
    as_of: str
    statements: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    self_assessment: tuple[Path, ...] = ()
    given: GivenPaths = field(default_factory=GivenPaths)
    title: str = ""
    council: str = ""
    workers: int = 1
    run_on: str = ""
    keep_sentences: bool = False
    cache: Path | None = None
    edition: str = ""
    results_cache: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    quotes: bool = True


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
    _check_statements(request.statements, book)
    given = read_given(request.given, plugins, book)
    masker = masker_of(book.personal_data)
    sources = find_sources([*request.paths, *_named_apart(request)], masker)
    entries = chosen_first(without_given(sources.entries, request.given), request.self_assessment)
    collected = _collect(entries, request, plugins, book, progress, given.register)
    collected.left_out = sources.left_out
    scope = _scope(request.statements, collected.records, book)
    assessment = Assessment(
        book=book,
        as_of=request.as_of,
        scope=scope,
        documents=tuple(collected.records),
        given=_given(collected.records, given),
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


@dataclass(slots=True)
class _Collected:
    """What the documents of a run gave, added up as they came."""

    merger: EvidenceMerger
    spool: SentenceSpool | None
    records: list[DocumentRecord] = field(default_factory=list)
    observed: list[Observation] = field(default_factory=list)
    observed_counts: dict[str, dict[str, int]] = field(default_factory=dict)
    duplicates: Duplicates = field(default_factory=Duplicates)
    left_out: int = 0


def _collect(
    entries: Sequence[SourceEntry],
    request: RunRequest,
    plugins: Plugins,
    book: RuleBook,
    progress: Progress | None,
    register: Register | None,
) -> _Collected:
    own = [voice.id for voice in book.framework.voices if not voice.independent]
    collected = _Collected(EvidenceMerger(own), SentenceSpool() if request.keep_sentences else None)
    work = Work(
        setup=plugins.setup,
        book=book,
        as_of=request.as_of,
        self_assessments=frozenset(path.resolve() for path in request.self_assessment),
        keep_sentences=request.keep_sentences,
        tags=tags_by_name(register, [entry.name for entry in entries]),
    )
    results = run_or_recall(
        entries, work, plugins, workers=request.workers, run_on=request.run_on, folder=request.results_cache
    )
    for number, facts in enumerate(results, 1):
        plugins.record(facts.failures, facts.warnings)
        for one in (facts, *facts.inside):
            _add(_of_council(one, request.council), collected)
        if progress:
            progress(facts.record.name, number, len(entries))
    collected.records = collected.duplicates.dated(collected.records)
    return collected


def _of_council(facts: DocumentFacts, council: str) -> DocumentFacts:
    """Return facts with the council that the run is about, where the document names none."""
    if not council or facts.record.council or facts.record.status is ReadStatus.FAILED:
        return facts
    return replace(facts, record=replace(facts.record, council=council))


def _add(facts: DocumentFacts, collected: _Collected) -> None:
    record = collected.duplicates.seen(facts.record, facts.sketch)
    is_copy = bool(record.same_as)
    collected.records.append(record)
    if not is_copy:
        original = collected.duplicates.original(record.name)
        collected.merger.add(record.name, record.council, facts.tallied, original=original)
        collected.observed += facts.observed.kept
        for kind, number in facts.observed.counts.items():
            collected.observed_counts.setdefault(kind, {})[record.name] = number
    if collected.spool:
        collected.spool.add(record.name, () if is_copy else facts.lines)


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


def _check_statements(statements: Sequence[str], book: RuleBook) -> None:
    known = [statement.id for statement in book.framework.statements]
    for statement in statements:
        if statement not in known:
            msg = f"there is no quality statement {statement!r} ({suggest(statement, known)})"
            raise UsageError(msg)


def _scope(statements: Sequence[str], records: Sequence[DocumentRecord], book: RuleBook) -> tuple[str, ...]:
    """
    Return the ids of the statements in scope, in the framework's order.

    Those asked for; else, if every document read states its statement, those; else every statement that has a pack.
    """
    with_pack = {expectation.statement for expectation in book.expectations}
    # An archive and a copy of another file say nothing themselves.
    stated = [record.statement for record in records if record.status is not ReadStatus.FAILED and record.sentences]
    if statements:
        chosen = set(statements)
    elif stated and all(stated):
        chosen = set(stated)
    else:
        chosen = with_pack
    return tuple(statement.id for statement in book.framework.statements if statement.id in chosen & with_pack)


def _given(records: Sequence[DocumentRecord], given: Given) -> frozenset[str]:
    has_one = any(record.kind is DocumentKind.SELF_ASSESSMENT for record in records)
    there = {"self-assessment": has_one, "actions": bool(given.plan), "register": bool(given.register)}
    return frozenset(name for name, is_there in there.items() if is_there)


def _report(
    request: RunRequest, plugins: Plugins, assessment: Assessment, marked: Marked, collected: _Collected
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

"""
The order of a run, and nothing else: files → documents → assessment → findings → profile → gap report.

Stages do not know each other; they are called here with values and return values. No stage reads the clock, prints or
touches the network: `as_of` and the plugins are passed in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from checker.cache_folder import cache_folder
from checker.domain.assessment import Assessment
from checker.domain.document import DocumentKind
from checker.domain.observation import Observations
from checker.domain.pack import RuleBook
from checker.domain.register import Tags
from checker.domain.report import GapReport
from checker.errors import UsageError, shown_path
from checker.plugin_manager import Plugins
from checker.run.collecting import Collected, collect
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.duplicates import chosen_first
from checker.run.given_files import Given, read_given, with_plan, without_given
from checker.run.judging import judge, rules_about_gaps, rules_about_plan, rules_showing
from checker.run.marked_document import MarkedDocument
from checker.run.reporting import report_of
from checker.run.request import Progress
from checker.run.request import RunRequest as RunRequest
from checker.run.scope import check_statements, inputs_given, scope_of
from checker.run.sources import find_sources
from checker.run.tagging import matched_to
from checker.stages.actions import masked_plan
from checker.stages.packs import load_rule_book
from checker.stages.packs.lexicon_names import misspelt_lexicons
from checker.stages.plans import plans
from checker.stages.sharing import concerns, masked, without_quotes
from checker.text.masking import masker_of
from checker.values import replace

_LAST_DAY = "9999-12-31"


def load_book(plugins: Plugins, packs: Sequence[Path] = (), cache: Path | None = None, edition: str = "") -> RuleBook:
    """
    Return the packs that plugins offer and those in `packs`, by an edition of the framework (see `load_rule_book`).

    Where one of `packs` brings a framework of its own, they stand without the packs of plugins: a run has one
    framework. `DataError` with every mistake. `cache` is a folder for loaded packs; without one they are kept where the
    user's cache is, if there is one.
    """
    schemas = {name: criterion.schema for name, criterion in plugins.criteria().items()}
    alone = any((folder / "framework.yaml").is_file() for folder in packs)
    folders = packs if alone else [*plugins.rule_pack_folders(), *packs]
    read = plugins.lexicons()
    book = load_rule_book(folders, criteria=schemas, lexicons=read, cache=cache or cache_folder(), edition=edition)
    plugins.record((), [f"{one}." for one in misspelt_lexicons(book, read)])
    return book


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
    judged = judge(_assessment(request, book, given, collected), plugins, given)
    report = report_of(request, plugins, judged.assessment, judged.marked, collected)
    report = with_plan(report, judged.given, rules_about_gaps(book, plugins), rules_about_plan(book, plugins))
    report = replace(report, before_sharing=concerns(report.documents, report.observations))
    report = replace(report, plans=plans(report, judged.assessment, rules_showing(book, plugins, "contradictions")))
    report = report if request.quotes else without_quotes(report)
    return masked(report, masker)


def _assessment(request: RunRequest, book: RuleBook, given: Given, collected: Collected) -> Assessment:
    return Assessment(
        book=book,
        as_of=request.as_of,
        scope=scope_of(request.statements, collected.records, book),
        documents=tuple(collected.records),
        given=inputs_given(collected.records, given),
        all_evidence=collected.merger.result(),
        observations=Observations.of(collected.observed, collected.observed_counts),
        actions=masked_plan(given.plan) if given.plan else None,
        register=matched_to(given.register, collected.records),
    )


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

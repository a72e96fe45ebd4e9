"""
Calls every hook of every plugin once with a small invented example, so that what breaks only in a call is known
too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeVar

from checker.cache_folder import cache_folder
from checker.domain.document import Block, Document, Recognised, Sentence, Source
from checker.domain.evidence import Passage
from checker.domain.framework import Edition, Framework
from checker.domain.pack import RuleBook
from checker.domain.report import GapReport, RunRecord, Summary
from checker.errors import DataError, PluginError
from checker.plugin_host.calls import PluginFailure
from checker.plugin_manager import Plugins
from checker.stages.packs import load_rule_book

T = TypeVar("T")
_TEXT = "The council and its partners meet every month."
_DATA = _TEXT.encode()


def try_out(plugins: Plugins) -> None:
    """
    Call the hooks; what fails is then in `plugins.failures` and `plugins.health()`.

    Criteria are not evaluated: what their parameters must be is known only to rules. Two plugins that offer the same
    criterion or format are a failure like any other.
    """
    document = Document(name="example.txt", text=_TEXT, blocks=(Block(start=0, end=len(_TEXT)),))
    sentences = (Sentence(start=0, end=len(_TEXT), block=0),)
    book = _book(plugins)
    plugins.read_document(Source(name="example.txt", data=_DATA, sha256=sha256(_DATA).hexdigest()))
    plugins.find_evidence(document, sentences, book)
    plugins.qualify_evidence(document, sentences, Recognised(), book)
    passages = (Passage(document="example.txt", start=0, end=len(_TEXT), text=_TEXT),)
    plugins.observe(document, sentences, passages, Recognised(), book)
    for name in _offered(plugins, plugins.reporters, "checker_reporters"):
        _render(plugins, name)


def _offered(plugins: Plugins, ask: Callable[[], Mapping[str, T]], hook: str) -> Mapping[str, T]:
    """Return what plugins offer; nothing where two of them offer the same, which is then recorded."""
    try:
        return ask()
    except PluginError as error:
        failures = [PluginFailure(plugin=error.plugin, hook=hook, reason=error.message)]
        if error.other:
            reason = error.message.replace(f"plugin {error.other}:", f"plugin {error.plugin}:")
            failures.append(PluginFailure(plugin=error.other, hook=hook, reason=reason))
        plugins.record(failures)
        return {}


def _book(plugins: Plugins) -> RuleBook:
    """
    Return the packs that plugins offer, so that ids in their answers are known; an empty book if a pack is invalid.
    """
    offered = _offered(plugins, plugins.criteria, "checker_criteria")
    schemas = {name: criterion.schema for name, criterion in offered.items()}
    lexicons = _offered(plugins, plugins.lexicons, "checker_lexicons")
    try:
        return load_rule_book(plugins.rule_pack_folders(), criteria=schemas, lexicons=lexicons, cache=cache_folder())
    except DataError:
        return RuleBook(framework=_framework(), packs=())


def _render(plugins: Plugins, name: str) -> None:
    try:
        for _ in plugins.render(name, _report()):
            pass
    except PluginError:
        return  # the failure is recorded


def _framework() -> Framework:
    return Framework(id="example", title="Example", publisher="Nobody", edition=Edition(id="example", label="Example"))


def _report() -> GapReport:
    return GapReport(
        framework=_framework(),
        run=RunRecord(
            checker="",
            packs=(),
            plugins=(),
            framework="example",
            edition="example",
            as_of="2000-01-01",  # every run has a date, and reporters may rely on it
            settings={},
            inputs={},
        ),
        title="Example",
        councils=(),
        notice=(),
        summary=_summary(),
        documents=(),
        statements=(),
        findings=(),
        passages=(),
        not_recognised=(),
        not_assessed=(),
        warnings=(),
    )


def _summary() -> Summary:
    return Summary(
        files_total=0,
        files_read=0,
        files_partial=0,
        files_failed=0,
        sentences=0,
        sentences_recognised=0,
        expectation_statuses={},
        outcomes={},
        open_gaps={},
        top_gaps=(),
        formula="",
    )

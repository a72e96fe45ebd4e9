"""Facts of a document between processes: the same facts, in fewer bytes, and nothing but facts."""

from __future__ import annotations

import pickle

import pytest

from checker.domain.document import ReadStatus
from checker.plain_pickle import dumped
from checker.plugin_host.calls import PluginFailure
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.marked_document import DocumentFacts
from checker.run.packed_facts import packed, unpacked
from checker.settings import Settings
from checker.testing_kit.book import a_book


@pytest.fixture(scope="module")
def facts() -> DocumentFacts:
    setup = PluginSetup(settings=Settings())
    worker = DocumentWorker(Work(setup=setup, book=a_book(), as_of="2026-01-31"), Plugins.load(Settings()))
    record = worker.marked_source(text_source("a.md", "# Notes\n\nWe met in May 2025. Carers told us so.\n")).record
    failure = PluginFailure(plugin="a_reader", hook="import", reason="raised KeyError")
    return DocumentFacts(record=record, lines=("one",), failures=(failure,), sketch=(3, 2**64 - 1))


def test_facts_come_back_as_they_were(facts: DocumentFacts) -> None:
    assert facts.record.status is ReadStatus.OK
    assert unpacked(packed(facts)) == facts


def test_facts_are_packed_wherever_they_are_pickled(facts: DocumentFacts) -> None:
    data = pickle.dumps(facts)

    assert packed(facts) in data
    assert pickle.loads(data) == facts


def test_what_is_no_facts_is_refused() -> None:
    with pytest.raises(TypeError, match="str where facts of a document are asked for"):
        unpacked(dumped("words"))

"""Facts of a document between processes: the same facts, in fewer bytes, and nothing but facts."""

from __future__ import annotations

import pickle

import pytest

from checker.domain.assessment import Evidence
from checker.domain.document import ReadStatus
from checker.domain.evidence import Passage
from checker.domain.observation import Observation
from checker.plain_pickle import dumped
from checker.plugin_host.calls import PluginFailure
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.marked_document import DocumentFacts
from checker.run.packed_facts import packed, unpacked
from checker.settings import Settings
from checker.stages.evidence import Observed
from checker.testing_kit.book import a_book
from checker.values import replace


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


def test_a_passage_that_stands_in_several_places_does_so_again(facts: DocumentFacts) -> None:
    told, other = (Passage(document="a.md", start=start, end=start + 4, text="Tea.") for start in (0, 9))
    kept = (Observation(kind="drink", start=0, end=3, passage=told), Observation(kind="drink", start=20, end=23))
    whole = replace(
        facts,
        tallied={"tea": Evidence(key="tea", passages=(other, told)), "pot": Evidence(key="pot", passages=(told,))},
        observed=Observed(kept=kept, counts={"drink": 2}),
    )
    whole = replace(facts, inside=(whole, facts))

    found = unpacked(packed(whole))

    assert found == whole
    inside = found.inside[0]
    assert inside.tallied["tea"].passages[1] is inside.tallied["pot"].passages[0] is inside.observed.kept[0].passage


def test_a_name_with_half_of_a_character_pair_comes_back(facts: DocumentFacts) -> None:
    odd = replace(facts, record=replace(facts.record, name="tea\udcff.md"))

    assert unpacked(packed(odd)) == odd


@pytest.mark.parametrize("data", [b"", b"\x90", b"words", b"\x80words"])
def test_bytes_that_are_no_facts_are_refused(data: bytes) -> None:
    with pytest.raises((ValueError, EOFError, pickle.UnpicklingError)):
        unpacked(data)

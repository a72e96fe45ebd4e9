"""Reads the documents of a run, or recalls them, and adds up what they give."""

from __future__ import annotations

from collections.abc import Sequence

from checker.councils import council_key
from checker.domain.assessment import DocumentRecord
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.observation import Observation
from checker.domain.pack import RuleBook
from checker.domain.register import Register
from checker.plugin_manager import Plugins
from checker.run.document_work import Work
from checker.run.duplicates import Duplicates
from checker.run.kept import run_or_recall
from checker.run.marked_document import DocumentFacts
from checker.run.not_recognised import NotRecognised
from checker.run.request import Progress, RunRequest
from checker.run.sentence_spool import SentenceSpool
from checker.run.small_records import SmallRecords
from checker.run.sources import SourceEntry
from checker.run.tagging import tags_by_name
from checker.stages.evidence import EvidenceMerger
from checker.values import dataclass, field, replace


@dataclass(slots=True)
class Collected:
    """What the documents of a run gave, added up as they came."""

    merger: EvidenceMerger
    spool: SentenceSpool | None
    records: list[DocumentRecord] = field(default_factory=list)
    observed: list[Observation] = field(default_factory=list)
    observed_counts: dict[str, dict[str, int]] = field(default_factory=dict)
    duplicates: Duplicates = field(default_factory=Duplicates)
    not_recognised: NotRecognised = field(default_factory=NotRecognised)
    left_out: int = 0


def collect(
    entries: Sequence[SourceEntry],
    request: RunRequest,
    plugins: Plugins,
    book: RuleBook,
    progress: Progress | None,
    register: Register | None,
) -> Collected:
    """Return what the documents gave; one after the other, so that memory does not grow with their size."""
    own = [voice.id for voice in book.framework.voices if not voice.independent]
    collected = Collected(EvidenceMerger(own), SentenceSpool() if request.keep_sentences else None)
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
    small = SmallRecords(book)
    for number, facts in enumerate(results, 1):
        plugins.record(facts.failures, facts.warnings)
        for one in (facts, *facts.inside):
            _add(small.made(_of_council(one, request.council)), collected)
        if progress:
            progress(facts.record.name, number, len(entries))
    collected.records = collected.not_recognised.given_back(collected.duplicates.dated(collected.records))
    return collected


def _of_council(facts: DocumentFacts, council: str) -> DocumentFacts:
    """Return facts with the council that the run is about, where the document names none."""
    if not council or facts.record.council or facts.record.status is ReadStatus.FAILED:
        return facts
    return replace(facts, record=replace(facts.record, council=council))


def _add(facts: DocumentFacts, collected: Collected) -> None:
    record = collected.duplicates.seen(facts.record, facts.sketch)
    is_copy = bool(record.same_as)
    collected.records.append(collected.not_recognised.taken_from(record))
    if not is_copy:
        original = collected.duplicates.original(record.name)
        collected.merger.add(
            record.name,
            council_key(record.council),
            facts.tallied,
            original=original,
            self_assessment=record.kind is DocumentKind.SELF_ASSESSMENT,
        )
        collected.observed += facts.observed.kept
        for kind, number in facts.observed.counts.items():
            collected.observed_counts.setdefault(kind, {})[record.name] = number
    if collected.spool:
        collected.spool.add(record.name, facts.lines, facts.record.statuses)

"""What one document alone, or a few, say, for cases and trials: the same evidence and rules as in a run."""

from __future__ import annotations

from collections.abc import Sequence

from checker.councils import council_key
from checker.domain.assessment import Assessment
from checker.domain.document import DocumentKind
from checker.domain.observation import Observations
from checker.domain.pack import RuleBook
from checker.run.marked_document import MarkedDocument
from checker.stages.evidence import EvidenceMerger


def assessment_of(marked: MarkedDocument, book: RuleBook, as_of: str) -> Assessment:
    """Return the assessment of one document, with every statement of the packs in scope. `as_of` is an ISO date."""
    return assessment_of_several([marked], book, as_of)


def assessment_of_several(documents: Sequence[MarkedDocument], book: RuleBook, as_of: str) -> Assessment:
    """Return the assessment of a few documents, as `assessment_of` does of one."""
    merger = EvidenceMerger(voice.id for voice in book.framework.voices if not voice.independent)
    self_assessment = DocumentKind.SELF_ASSESSMENT
    for marked in documents:
        record = marked.record
        own = record.kind is self_assessment
        merger.add(record.name, council_key(record.council), marked.tallied, self_assessment=own)
    with_rules = {rule.statement for rule in book.rules if rule.statement}
    return Assessment(
        book=book,
        as_of=as_of,
        scope=tuple(one.id for one in book.framework.statements if one.id in with_rules),
        documents=tuple(marked.record for marked in documents),
        given=frozenset(one.record.kind.value for one in documents if one.record.kind is self_assessment),
        all_evidence=merger.result(),
        observations=Observations.of(one for marked in documents for one in marked.observations),
    )

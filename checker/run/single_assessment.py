"""What one document alone says, for cases and trials: the same evidence and rules as in a run."""

from __future__ import annotations

from checker.domain.assessment import Assessment
from checker.domain.document import DocumentKind
from checker.domain.observation import Observations
from checker.domain.pack import RuleBook
from checker.run.marked_document import MarkedDocument
from checker.stages.evidence import EvidenceMerger


def assessment_of(marked: MarkedDocument, book: RuleBook, as_of: str) -> Assessment:
    """Return the assessment of one document, with every statement of the packs in scope. `as_of` is an ISO date."""
    record = marked.record
    own_voices = [voice.id for voice in book.framework.voices if not voice.independent]
    merger = EvidenceMerger(own_voices)
    merger.add(record.name, record.council, marked.tallied)
    self_assessment = record.kind is DocumentKind.SELF_ASSESSMENT
    with_rules = {rule.statement for rule in book.rules if rule.statement}
    return Assessment(
        book=book,
        as_of=as_of,
        scope=tuple(one.id for one in book.framework.statements if one.id in with_rules),
        documents=(record,),
        given=frozenset({record.kind.value}) if self_assessment else frozenset(),
        all_evidence=merger.result(),
        observations=Observations.of(marked.observations),
    )

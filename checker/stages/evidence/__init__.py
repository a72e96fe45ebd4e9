"""From sentences to evidence: marks each sentence, then counts what the marks say, document by document."""

from checker.stages.evidence.marking import mark
from checker.stages.evidence.merging import EvidenceMerger
from checker.stages.evidence.observing import Observed, bounded, complete
from checker.stages.evidence.tallying import document_statuses, tally

__all__ = ["EvidenceMerger", "Observed", "bounded", "complete", "document_statuses", "mark", "tally"]

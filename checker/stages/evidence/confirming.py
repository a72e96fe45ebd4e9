"""
Who confirms what the assessed organisation says of itself on one topic. Part of adding up evidence.

A source is a document together with its copies and versions; all parts of a self-assessment are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checker.domain.assessment import EvidenceKey
from checker.values import dataclass, field, replace

Topic = tuple[str, str]
"""The phrase that recognised a passage, and the document's council."""

SELF_ASSESSMENT = ""
"""The name of the self-assessment as a source."""

_ENOUGH = 2
"""So many sources are enough to know that, whichever one speaks, another agrees."""


@dataclass(slots=True)
class Confirming:
    """
    What the documents of a run affirm of one topic. Small, whatever the number of documents.

    `independent` are the first sources in which an independent voice affirms it, `others` says whether a document other
    than the self-assessment does. `own` counts what the only source with an independent voice claims itself: that voice
    does not confirm its own document.
    """

    independent: set[str] = field(default_factory=set)
    others: bool = False
    own: Counter[EvidenceKey] = field(default_factory=Counter)

    def affirmed(self, source: str, *, independent: bool) -> None:
        """Note a source that affirms the topic, by an independent voice or by the organisation's own."""
        self.others |= source != SELF_ASSESSMENT
        if independent and len(self.independent) < _ENOUGH:
            self.independent.add(source)

    def claimed(self, source: str, one: EvidenceKey, number: int) -> None:
        """Note claims of a source, after what the same document affirms of the topic."""
        if source != SELF_ASSESSMENT and self.independent == {source}:
            self.own[one] += number

    def confirms(self, source: str) -> bool:
        """Whether another source confirms what this one claims."""
        return bool(self.independent - {source}) or (source == SELF_ASSESSMENT and self.others)

    def confirmed(self, one: EvidenceKey, number: int, *, self_assessment: bool) -> int:
        """Return how many of the claims counted under `one` other sources confirm."""
        if self_assessment:
            return number if self.confirms(SELF_ASSESSMENT) else 0
        if not self.independent:
            return 0
        return number - (self.own[one] if len(self.independent) < _ENOUGH else 0)

    def joined(self, other: Confirming) -> Confirming:
        """Return this and what is known of the same topic from further documents."""
        return Confirming(self.independent | other.independent, self.others or other.others, self.own + other.own)

    def of_council(self, council: str) -> Confirming:
        """Return this with the run's one council put in where a document names none."""
        return replace(self, own=_named(self.own, council))


def _named(counts: Mapping[EvidenceKey, int], council: str) -> Counter[EvidenceKey]:
    named: Counter[EvidenceKey] = Counter()
    for one, number in counts.items():
        named[one if one.council else replace(one, council=council)] += number
    return named

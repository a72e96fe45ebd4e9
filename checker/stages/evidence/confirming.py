"""
Who confirms what the assessed organisation says of itself on one topic. Part of adding up evidence.

A source is a document together with its copies and versions; all parts of a self-assessment are one.
"""

from __future__ import annotations

from functools import lru_cache

from checker.stages.evidence.marks import Marks
from checker.values import dataclass

Topic = tuple[str, str]
"""The phrase that recognised a passage, and the document's council."""

Counts = tuple[tuple[Marks, int], ...]
"""How many passages there are of each kind: of a topic, mostly of one."""

SELF_ASSESSMENT = ""
"""The name of the self-assessment as a source."""

_ENOUGH = 2
"""So many sources are enough to know that, whichever one speaks, another agrees."""


@dataclass(slots=True)
class Confirming:
    """
    What the documents of a run affirm of one topic. Small, whatever the number of documents.

    `independent` are the first sources, by name, in which an independent voice affirms it. `other` is the first
    document besides the self-assessment that does, in any voice; empty if none does. `own` counts what the only source
    with an independent voice claims itself: that voice does not confirm its own document.
    """

    independent: tuple[str, ...] = ()
    other: str = ""
    own: Counts = ()

    def affirmed(self, source: str, *, independent: bool) -> None:
        """Note a source that affirms the topic, by an independent voice or by the organisation's own."""
        if source != SELF_ASSESSMENT and (not self.other or source < self.other):
            self.other = source
        if independent and source not in self.independent:
            self.independent = _first_of(self.independent, source)

    def claimed(self, source: str, one: Marks, number: int) -> None:
        """Note claims of a source, after what the same document affirms of the topic."""
        if source != SELF_ASSESSMENT and self.independent == (source,):
            self.own = _sum(self.own, _counted(one, number))

    def confirms(self, source: str) -> bool:
        """Whether another source confirms what this one claims."""
        return self.by(source) is not None

    def by(self, source: str) -> str | None:
        """Return the source that confirms what this one claims; `None` if there is none."""
        others = [one for one in self.independent if one != source]
        if others:
            return others[-1]  # a document rather than the self-assessment, whose name as a source is empty
        return self.other or None if source == SELF_ASSESSMENT else None

    def confirmed(self, one: Marks, number: int, *, self_assessment: bool) -> int:
        """Return how many of the claims counted under `one` other sources confirm."""
        if self_assessment:
            return number if self.confirms(SELF_ASSESSMENT) else 0
        if not self.independent:
            return 0
        return number - (dict(self.own).get(one, 0) if len(self.independent) < _ENOUGH else 0)

    def joined(self, other: Confirming) -> Confirming:
        """Return this and what is known of the same topic from further documents."""
        both = tuple(sorted({*self.independent, *other.independent}))
        first = min(filter(None, (self.other, other.other)), default="")
        return Confirming(both[:_ENOUGH], first, _sum(self.own, other.own))


def _first_of(known: tuple[str, ...], source: str) -> tuple[str, ...]:
    """Return the first sources by name, so that the order in which documents come changes nothing."""
    if not known:
        return _alone(source)
    if len(known) >= _ENOUGH and source > known[-1]:
        return known
    return tuple(sorted((*known, source)))[:_ENOUGH]


@lru_cache(maxsize=16)
def _alone(source: str) -> tuple[str, ...]:
    """Return one tuple for all topics of a document: a run holds one for each topic of each council."""
    return (source,)


@lru_cache(maxsize=256)
def _counted(one: Marks, number: int) -> Counts:
    """Return one value for all topics of which the same is said."""
    return ((one, number),)


def _sum(one: Counts, other: Counts) -> Counts:
    if not one or not other:
        return one or other
    both = dict(one)
    for marks, number in other:
        both[marks] = both.get(marks, 0) + number
    return tuple(both.items())

"""What careful readers said of narratives, sentence by sentence: what answers are scored against. Reads no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker import ExpectationStatus, Polarity


class LabelError(Exception):
    """A labelled set cannot be used; the message says where and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """
    What a careful reader said of one sentence. `None`: this set does not say.

    `also` lists expectations, `polarity_also` polarities and `voice_also` voices that another careful reader could
    give. A sentence that is no `finding` (a heading, the standard's own words) has no expectation: to recognise one
    there is an error.
    """

    start: int
    end: int
    shortfall: bool
    finding: bool = True
    expectations: tuple[str, ...] | None = None
    also: frozenset[str] = frozenset()
    polarity: Polarity | None = None
    polarity_also: frozenset[Polarity] = frozenset()
    voice: str | None = None
    voice_also: frozenset[str] = frozenset()
    impact: bool | None = None
    certainty: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Narrative:
    """
    A bare text with its labels, in order. The text alone is given to the checker.

    `suffix` says how the text is to be read; `statuses_also` lists second readings of a status.
    """

    id: str
    text: str
    labels: tuple[Label, ...]
    suffix: str = ".txt"
    statuses: Mapping[str, ExpectationStatus] = field(default_factory=dict)
    statuses_also: Mapping[str, frozenset[ExpectationStatus]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelledSet:
    """
    Narratives that are measured together.

    Of a `held_out` set nobody who works on the rules reads an error. From a `taught` set the weights of words are
    learnt: its figures show what was learnt by heart as well.
    """

    id: str
    about: str
    narratives: tuple[Narrative, ...]
    held_out: bool = False
    taught: bool = False

    @property
    def by_document(self) -> bool:
        """Whether intervals resample documents; with fewer than six of them they resample sentences."""
        return len(self.narratives) >= _ENOUGH_DOCUMENTS

    @property
    def expectations(self) -> frozenset[str]:
        """Every expectation that the labels name."""
        named = {one for narrative in self.narratives for label in narrative.labels for one in label.expectations or ()}
        return frozenset(named.union(*(narrative.statuses for narrative in self.narratives)))


_ENOUGH_DOCUMENTS = 6


def statuses_of(
    sentences: Sequence[tuple[Sequence[str], Polarity]], expectations: Iterable[str]
) -> dict[str, ExpectationStatus]:
    """
    Return each expectation's status by the sentences of one document: (expectations, the main one first; polarity).

    A shortfall counts for its main expectation only, a strength for every one; a mixed sentence makes the status mixed.
    """
    return {one: _status(one, sentences) for one in expectations}


def _status(expectation: str, sentences: Sequence[tuple[Sequence[str], Polarity]]) -> ExpectationStatus:
    strengths = any(expectation in speaks_to and polarity is Polarity.STRENGTH for speaks_to, polarity in sentences)
    against = [p for speaks_to, p in sentences if speaks_to[:1] == (expectation,) and p.reports_shortfall]
    if not against:
        return ExpectationStatus.SUPPORTED if strengths else ExpectationStatus.ABSENT
    return ExpectationStatus.MIXED if strengths or Polarity.MIXED in against else ExpectationStatus.SHORTFALL

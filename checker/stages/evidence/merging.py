"""Adds up the evidence of all documents; which of the council's claims others confirm is said by `confirming`."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from sys import intern

from checker.domain.assessment import Evidence, EvidenceKey, ExpectationStatus
from checker.domain.evidence import Claim, Passage, Polarity
from checker.domain.packed_statuses import StatusesNoted
from checker.stages.evidence.best_passages import BestOfAll, a_few_of_each_side, best_passages
from checker.stages.evidence.confirmed_by import raised
from checker.stages.evidence.confirming import SELF_ASSESSMENT, Confirming, Topic
from checker.stages.evidence.marks import Marks, key_of
from checker.stages.evidence.tallying import topics_of
from checker.values import dataclass, field, field_names, replace

_MARKS: Callable[[EvidenceKey], Marks] = attrgetter(
    "polarity", "voice", "evidence_category", "claim", "impact", "main", "claim_alone"
)
_FIELDS = attrgetter(*(name for name in field_names(EvidenceKey) or () if name != "claim_alone"), "reached_alone")
"""What keys are in order by: what they do by themselves, at a fraction of the time."""


@dataclass(slots=True)
class _Sum:
    passages: BestOfAll
    # What others may confirm is counted apart, by topic and council too, and whether it is of the self-assessment:
    # its claims are confirmed otherwise than those of other documents.
    counts: Counter[Marks] = field(default_factory=Counter)
    claims: Counter[tuple[str, str, bool, Marks]] = field(default_factory=Counter)
    by_document: StatusesNoted[ExpectationStatus] = field(default_factory=lambda: StatusesNoted(ExpectationStatus))
    latest: str = ""
    latest_by_category: dict[str, str] = field(default_factory=dict)
    dated: int = 0
    confirming: dict[Topic, Confirming] = field(default_factory=dict)


class EvidenceMerger:
    """
    Adds one document at a time, in any order (a copy or version after its original); memory grows with the number of
    documents by a status each.

    `own_voices` are those of the assessed organisation. What they claim is corroborated where an independent voice on
    the same topic speaks in another document of the same council. What the self-assessment claims is also corroborated
    by any other document that affirms it. All parts of a self-assessment are one source, which confirms nothing of
    itself, and so are a document and its copies and versions.
    """

    def __init__(self, own_voices: Iterable[str]) -> None:
        self._own = frozenset(own_voices)
        self._sums: dict[str, _Sum] = {}
        self._narrative: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._councils: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._marks: dict[Marks, Marks] = {}

    def add(
        self,
        document: str,
        council: str,
        tallied: Mapping[str, Evidence],
        *,
        original: str = "",
        self_assessment: bool = False,
    ) -> None:
        """Add what one document says. `original`: the document that it repeats, with which it cannot agree."""
        if self_assessment:
            self._narrative.add(document)
        source = SELF_ASSESSMENT if self_assessment or original in self._narrative else original or document
        if tallied:
            self._councils[document], self._sources[document] = intern(council), source
            self._numbers.setdefault(document, len(self._numbers))
        for key, evidence in tallied.items():
            sum_ = self._sums.get(key)
            if sum_ is None:
                sum_ = self._sums[key] = _Sum(passages=BestOfAll(key, self._own))
            repeats = source == original != document
            self._count(sum_, evidence.counts, source, self_assessment=self_assessment, repeats=repeats)
            sum_.passages.offer(evidence.passages)
            sum_.latest = max(sum_.latest, evidence.latest)
            for category, day in evidence.latest_by_category.items():
                sum_.latest_by_category[category] = max(sum_.latest_by_category.get(category, ""), day)
            sum_.dated += evidence.dated
            status = evidence.status
            if status is not ExpectationStatus.ABSENT:
                sum_.by_document.note(self._numbers[document], status)

    def _count(
        self, sum_: _Sum, counts: Mapping[EvidenceKey, int], source: str, *, self_assessment: bool, repeats: bool
    ) -> None:
        """
        Count what a document says, and note what it affirms. The voices in one that repeats another are taken for those
        of the other.
        """
        claimed: list[tuple[Confirming, Marks, int]] = []
        for one, number in counts.items():
            marks = _MARKS(one)
            marks = self._marks.setdefault(marks, marks)
            if not one.topic or one.polarity is not Polarity.STRENGTH:
                sum_.counts[marks] += number
                continue
            is_own = one.voice in self._own
            topic = sum_.confirming.get((one.topic, one.council))
            if topic is None:
                topic = sum_.confirming[one.topic, one.council] = Confirming()
            topic.affirmed(source, independent=not is_own and not repeats)
            if is_own:
                sum_.claims[one.topic, one.council, self_assessment, marks] += number
                claimed.append((topic, marks, number))
            else:
                sum_.counts[marks] += number
        for topic, marks, number in claimed:
            topic.claimed(source, marks, number)

    def result(self) -> dict[str, Evidence]:
        """
        Return the evidence of all documents, by key.

        Where only one council is named, the documents that name none are taken for its own: they can corroborate.
        """
        named = {council for council in self._councils.values() if council}
        if len(named) == 1:
            only = named.pop()
            self._councils = dict.fromkeys(self._councils, only)
            self._sums = {key: _of_council(sum_, only) for key, sum_ in self._sums.items()}
        names = tuple(sorted(self._numbers))
        places = array("I", [0] * len(names))
        for place, name in enumerate(names):
            places[self._numbers[name]] = place
        return {key: self._evidence(key, self._sums[key], names, places) for key in sorted(self._sums)}

    def _evidence(self, key: str, sum_: _Sum, names: Sequence[str], places: Sequence[int]) -> Evidence:
        kept = sum_.passages.best()
        passages = [self._raised_passage(key, passage, sum_, kept) for passage in kept]
        return Evidence(
            key=key,
            counts=self._raised_counts(sum_),
            passages=a_few_of_each_side(best_passages(key, passages)),
            by_document=sum_.by_document.named(names, places),
            latest=sum_.latest,
            dated=sum_.dated,
            latest_by_category=dict(sorted(sum_.latest_by_category.items())),
        )

    def _raised_counts(self, sum_: _Sum) -> dict[EvidenceKey, int]:
        """Return the counts by mark, with the claims that others confirm: topics and councils have done their part."""
        counts = Counter({key_of(marks): number for marks, number in sum_.counts.items()})
        for (topic, council, self_assessment, marks), number in sum_.claims.items():
            known, one = sum_.confirming.get((topic, council)), key_of(marks)
            raised = known.confirmed(marks, number, self_assessment=self_assessment) if known else 0
            counts[one] += number - raised
            if raised:
                counts[_corroborated(one)] += raised
        return {one: counts[one] for one in sorted(counts, key=_FIELDS) if counts[one]}

    def _raised_passage(self, key: str, passage: Passage, sum_: _Sum, kept: Sequence[Passage]) -> Passage:
        topic = self._topic(key, passage)
        known = sum_.confirming.get(topic) if topic[0] else None
        if known is None or not passage.affirmed or passage.voice not in self._own:
            return passage
        by = known.by(self._source(passage))
        if by is None:
            return passage
        other = next((one for one in kept if self._topic(key, one) == topic and self._confirms(one, passage)), None)
        return raised(passage, key=key, topic=topic[0], by=by or "the self-assessment", other=other)

    def _confirms(self, other: Passage, claim: Passage) -> bool:
        """Whether a passage on the same topic confirms a claim; what repeats a document is not asked."""
        source, claimed = self._source(other), self._source(claim)
        repeats = source not in (other.document, SELF_ASSESSMENT)
        enough = other.voice not in self._own or claimed == SELF_ASSESSMENT
        return other.affirmed and source != claimed and not repeats and enough

    def _topic(self, key: str, passage: Passage) -> Topic:
        return topics_of(passage).get(key, ""), self._councils.get(passage.document, "")

    def _source(self, passage: Passage) -> str:
        return self._sources.get(passage.document, passage.document)


def _of_council(sum_: _Sum, council: str) -> _Sum:
    """Return a sum with the run's one council put in where a document names none."""
    claims: Counter[tuple[str, str, bool, Marks]] = Counter()
    for (topic, named, self_assessment, marks), number in sum_.claims.items():
        claims[topic, named or council, self_assessment, marks] += number
    confirming: dict[Topic, Confirming] = {}
    for (topic, named), known in sum_.confirming.items():
        place = (topic, named or council)
        confirming[place] = confirming.get(place, Confirming()).joined(known)
    return replace(sum_, claims=claims, confirming=confirming)


@lru_cache(maxsize=4096)
def _corroborated(one: EvidenceKey) -> EvidenceKey:
    return replace(one, claim=Claim.CORROBORATED, claim_alone=one.reached_alone)

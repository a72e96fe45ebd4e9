"""Adds up the evidence of all documents, and finds which of the council's claims others agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker.domain.assessment import SIDE_OF, Evidence, EvidenceKey, ExpectationStatus, Side
from checker.domain.evidence import Claim, Passage, Polarity
from checker.stages.evidence.tallying import MOST_A_SIDE, Ranked, best_passages, best_ranked, ranked, topics_of


@dataclass(slots=True)
class _Sum:
    counts: Counter[EvidenceKey] = field(default_factory=Counter)
    # What they are sorted by is kept with them: they are compared with the passages of every further document.
    passages: list[Ranked] = field(default_factory=list)
    by_document: dict[str, ExpectationStatus] = field(default_factory=dict)
    latest: str = ""
    latest_by_category: dict[str, str] = field(default_factory=dict)
    dated: int = 0
    # Topic and council → the first documents that affirm it: two are enough to know that documents agree.
    agreeing: dict[tuple[str, str], set[str]] = field(default_factory=dict)


class EvidenceMerger:
    """
    Adds one document at a time, in the order of their names; memory grows with the number of documents by a status
    each.

    `own_voices` are those of the assessed organisation: an independent voice on the same topic, or another document of
    the same council, corroborates what they claim.
    """

    def __init__(self, own_voices: Iterable[str]) -> None:
        self._own = frozenset(own_voices)
        self._sums: dict[str, _Sum] = {}
        self._councils: dict[str, str] = {}

    def add(self, document: str, council: str, tallied: Mapping[str, Evidence], *, original: str = "") -> None:
        """Add what one document says. `original`: the document that it repeats, with which it cannot agree."""
        if tallied:
            self._councils[document] = council
        for key, evidence in tallied.items():
            sum_ = self._sums.setdefault(key, _Sum())
            sum_.counts.update(evidence.counts)
            sum_.passages = best_ranked([*sum_.passages, *ranked(key, evidence.passages)])
            sum_.latest = max(sum_.latest, evidence.latest)
            for category, day in evidence.latest_by_category.items():
                sum_.latest_by_category[category] = max(sum_.latest_by_category.get(category, ""), day)
            sum_.dated += evidence.dated
            status = evidence.status
            if status is not ExpectationStatus.ABSENT:
                sum_.by_document[document] = status
            for one in evidence.counts:
                if one.topic and one.polarity is Polarity.STRENGTH:
                    documents = sum_.agreeing.setdefault((one.topic, one.council), set())
                    if len(documents) < 2:
                        documents.add(original or document)

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
        return {key: self._evidence(key, self._sums[key]) for key in sorted(self._sums)}

    def _evidence(self, key: str, sum_: _Sum) -> Evidence:
        confirmed = self._confirmed(sum_)
        counts: Counter[EvidenceKey] = Counter()
        for one, number in sum_.counts.items():
            counts[self._raised(one, confirmed)] += number
        passages = [self._raised_passage(key, passage, confirmed) for _, passage in sum_.passages]
        return Evidence(
            key=key,
            counts=dict(sorted(counts.items())),
            passages=_a_few_of_each_side(best_passages(key, passages)),
            by_document=dict(sorted(sum_.by_document.items())),
            latest=sum_.latest,
            dated=sum_.dated,
            latest_by_category=dict(sorted(sum_.latest_by_category.items())),
        )

    def _confirmed(self, sum_: _Sum) -> frozenset[tuple[str, str]]:
        """Return the topics (with their council) that an independent voice affirms, or more than one document does."""
        by_others = {
            (one.topic, one.council)
            for one in sum_.counts
            if one.topic and one.polarity is Polarity.STRENGTH and one.voice not in self._own
        }
        by_documents = {topic for topic, documents in sum_.agreeing.items() if len(documents) > 1}
        return frozenset(by_others | by_documents)

    def _raised(self, one: EvidenceKey, confirmed: frozenset[tuple[str, str]]) -> EvidenceKey:
        claimed = one.polarity is Polarity.STRENGTH and one.voice in self._own
        if claimed and (one.topic, one.council) in confirmed:
            return replace(one, claim=Claim.CORROBORATED)
        return one

    def _raised_passage(self, key: str, passage: Passage, confirmed: frozenset[tuple[str, str]]) -> Passage:
        claimed = passage.polarity is Polarity.STRENGTH and passage.voice in self._own
        topic = topics_of(passage).get(key, "")
        if claimed and topic and (topic, self._councils.get(passage.document, "")) in confirmed:
            return replace(passage, claim=Claim.CORROBORATED)
        return passage


def _of_council(sum_: _Sum, council: str) -> _Sum:
    """Return a sum with the run's one council put in where a document names none."""
    counts: Counter[EvidenceKey] = Counter()
    for one, number in sum_.counts.items():
        counts[one if one.council else replace(one, council=council)] += number
    agreeing: dict[tuple[str, str], set[str]] = {}
    for (topic, named), documents in sum_.agreeing.items():
        agreeing.setdefault((topic, named or council), set()).update(documents)
    return replace(sum_, counts=counts, agreeing=agreeing)


def _a_few_of_each_side(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Keep at most five a side: first the best of every voice, then the best of the rest."""
    kept: list[Passage] = []
    for side in Side:
        here = [passage for passage in passages if SIDE_OF[passage.polarity] is side]
        first_of_voice = {passage.voice: passage for passage in reversed(here)}
        chosen = [passage for passage in here if first_of_voice[passage.voice] is passage][:MOST_A_SIDE]
        for passage in here:
            if len(chosen) < MOST_A_SIDE and passage not in chosen:
                chosen.append(passage)
        kept += [passage for passage in here if passage in chosen]
    return tuple(kept)

"""Counts the passages of one document, for each expectation and each rule with words of its own."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter

from checker.domain.assessment import SIDE_OF, Evidence, ExpectationStatus, Side
from checker.domain.evidence import Passage, Period, Polarity
from checker.stages.evidence.marks import Marks, key_of
from checker.values import dataclass, field

MOST_A_SIDE = 5
"""How many passages of each side and voice of an expectation are kept; counts stay exact."""


Rank = tuple[bool, bool, int, bool, bool, str, int]
"""How telling a passage is: the smaller, the more."""

_Ranked = tuple[Rank, Passage]
_RANK = itemgetter(0)


@dataclass(slots=True)
class _Count:
    counts: Counter[tuple[Marks, str]] = field(default_factory=Counter)
    passages: list[Passage] = field(default_factory=list)
    latest: dict[str, str] = field(default_factory=dict)
    dated: int = 0

    def evidence(self, key: str, council: str) -> Evidence:
        """Return what was counted under a key, for a document of this council."""
        return Evidence(
            key=key,
            counts={
                key_of(marks, topic=topic, council=council): number for (marks, topic), number in self.counts.items()
            },
            passages=best_passages(key, self.passages),
            latest=max(self.latest.values(), default=""),
            dated=self.dated,
            latest_by_category=dict(sorted(self.latest.items())),
        )


def tally(passages: Iterable[Passage], *, council: str, date: str, as_of: str) -> dict[str, Evidence]:
    """
    Return what the passages of one document say, keyed by expectation and by rule.

    `date` is the document's own date (ISO, may be empty): it dates passages that have none. A passage of a rule's words
    counts only where it also speaks to an expectation or the rule stands for itself; nothing after `as_of` is evidence
    of the past.
    """
    found: dict[str, _Count] = {}
    for passage in passages:
        if not passage.countable:
            continue
        topics = topics_of(passage)
        for key in (*passage.expectations, *passage.rules):
            count = found.get(key)
            if count is None:
                count = found[key] = _Count()
            main = key in passage.main or key in passage.rules
            count.counts[_marks(passage, main), topics.get(key, "")] += 1
            if main or not passage.polarity.reports_shortfall:
                count.passages.append(passage)
            if passage.polarity is Polarity.STRENGTH and (day := latest_day(passage, date, as_of)):
                count.dated += 1
                category = passage.evidence_category
                count.latest[category] = max(count.latest.get(category, ""), day)
    return {key: count.evidence(key, council) for key, count in sorted(found.items())}


def document_statuses(tallied: Mapping[str, Evidence], expectations: frozenset[str]) -> dict[str, ExpectationStatus]:
    """Return the status of each expectation of which something affirmed or against was found in this document."""
    statuses = {key: evidence.status for key, evidence in tallied.items() if key in expectations}
    return {key: status for key, status in statuses.items() if status is not ExpectationStatus.ABSENT}


def _marks(passage: Passage, main: bool) -> Marks:
    said, claim = passage.polarity, passage.claim
    return said, passage.voice, passage.evidence_category, claim, passage.impact, main, None


def topics_of(passage: Passage) -> dict[str, str]:
    """Return for each expectation the phrase that recognised the passage best."""
    topics: dict[str, str] = {}
    for because in passage.because:
        if because.expectation and passage.own_words:
            topics.setdefault(because.expectation, because.family)
    return topics


def latest_day(passage: Passage, date: str, as_of: str) -> str:
    """
    Return the last day that a passage speaks of, or its document's date; never after `as_of`; empty if none is known.

    Of a period that is still running ("2025/26") only that it has begun is known: it counts with its document's date,
    if that lies in it, else with its first day.
    """
    days = [_known_day(period, date, as_of) for period in passage.dates if period.start <= as_of]
    if days:
        return max(days)
    return date if date and date <= as_of else ""


def _known_day(period: Period, date: str, as_of: str) -> str:
    if period.end <= as_of:
        return period.end
    return date if period.start <= date <= as_of else period.start


class BestPassages:
    """The few most telling passages of each side and voice, of all that were offered."""

    __slots__ = ("_kept", "_key")

    def __init__(self, key: str) -> None:
        self._key = key
        self._kept: dict[tuple[Side, str], list[_Ranked]] = {}

    def offer(self, passages: Iterable[Passage]) -> None:
        """Keep those that are among the best so far; of equals, those that were offered first."""
        for passage in passages:
            rank = _how_telling(self._key, passage)
            kept = self._kept.setdefault((SIDE_OF[passage.polarity], passage.voice), [])
            if len(kept) < MOST_A_SIDE or rank < kept[-1][0]:
                insort(kept, (rank, passage), key=_RANK)
                del kept[MOST_A_SIDE:]

    def best(self) -> tuple[Passage, ...]:
        """Return them, most telling first."""
        kept = (one for few in self._kept.values() for one in few)
        return tuple(passage for _, passage in sorted(kept, key=_RANK))


def best_passages(key: str, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the few most telling passages of each side and voice, most telling first."""
    best = BestPassages(key)
    best.offer(passages)
    return best.best()


def _how_telling(key: str, passage: Passage) -> Rank:
    """
    Sort key: its own topic first, then the higher rung, a result, a date; then the place, so that order never varies.
    """
    return (
        key not in passage.main and key not in passage.rules,
        not passage.own_words,
        -passage.claim.rank,
        not passage.impact,
        not passage.dates,
        passage.document,
        passage.start,
    )

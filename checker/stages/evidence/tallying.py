"""Counts the passages of one document, for each expectation and each rule with words of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from checker.domain.assessment import Evidence, ExpectationStatus
from checker.domain.evidence import Passage, Period, Polarity
from checker.stages.evidence.best_passages import best_passages
from checker.stages.evidence.marks import Marks, key_of
from checker.values import dataclass, field


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

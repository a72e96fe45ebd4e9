"""What the pages look up in the report: passages by place, titles by id, anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker import (
    Citation,
    Concern,
    DecisionState,
    ExpectationStatus,
    GapReport,
    Outcome,
    Passage,
    PlannedAction,
    Polarity,
    ReportedExpectation,
    ReportedFinding,
    ReportedStatement,
    ReportedWaiver,
    dataclass,
    field,
    unread_in_words,
)

from ..wording import STATUS_WORDS, place, plain
from .parts import Extent, Quote, Tag

_NO_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(kw_only=True, slots=True)
class Lookup:
    """A report together with its indexes. Build it with `Lookup.of`."""

    report: GapReport
    extent: Extent
    passages: dict[tuple[str, int], Passage] = field(default_factory=dict)
    expectations: dict[str, ReportedExpectation] = field(default_factory=dict)
    findings: dict[str, ReportedFinding] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    anchors: dict[tuple[str, str], str] = field(default_factory=dict)
    actions: dict[str, list[PlannedAction]] = field(default_factory=dict)
    waivers: dict[str, ReportedWaiver] = field(default_factory=dict)
    first_of_rule: dict[str, str] = field(default_factory=dict)
    concerns: dict[str, list[Concern]] = field(default_factory=dict)
    unread: str = ""

    @classmethod
    def of(cls, report: GapReport, extent: Extent) -> Lookup:
        """Index a report."""
        look = cls(report=report, extent=extent)
        look.passages = {(passage.document, passage.start): passage for passage in report.passages}
        look.expectations = {one.id: one for statement in report.statements for one in statement.expectations}
        look.findings = {finding.gap_id: finding for finding in report.all_findings}
        look.unread = unread_in_words(report.documents)
        look.voices = {voice.id: voice.title for voice in report.framework.voices}
        look.categories = {category.id: category.title for category in report.framework.evidence_categories}
        look.titles = {statement.id: plain(statement.title) for statement in report.statements}
        look.titles |= {one.id: plain(one.title) for one in look.expectations.values()}
        look.anchors = _anchors(report)
        for finding in report.findings:
            if finding.outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE):
                look.first_of_rule.setdefault(finding.rule, finding.gap_id)
        for action in report.actions:
            if action.typed:
                look.actions.setdefault(action.gap_id, []).append(action)
        for concern in report.before_sharing:
            look.concerns.setdefault(concern.document, []).append(concern)
        look.waivers = {one.gap_id: one for one in report.waivers if one.state is DecisionState.IN_FORCE}
        return look

    @property
    def in_scope(self) -> tuple[ReportedStatement, ...]:
        """Statements in scope, in the framework's order."""
        return tuple(statement for statement in self.report.statements if statement.in_scope)

    @property
    def anything_read(self) -> bool:
        """Whether at least a part of one file could be read."""
        return bool(self.report.summary.files_read + self.report.summary.files_partial)

    @property
    def large(self) -> bool:
        """Whether so much is in scope that details are folded away."""
        return len(self.in_scope) > 2

    @property
    def top_gaps(self) -> tuple[ReportedFinding, ...]:
        """The gaps that matter most, heaviest first."""
        return tuple(self.findings[gap] for gap in self.report.summary.top_gaps if gap in self.findings)

    def anchor(self, what: str, key: str) -> str:
        """Return the anchor of a `statement`, an `expectation` or a `gap`; unique in the report."""
        return self.anchors.get((what, key), "")

    def gap_target(self, finding: ReportedFinding) -> str:
        """
        Return the anchor that leads to a finding.

        Findings of one rule about the documents as a whole stand together. Where many statements are in scope the box
        of a finding is folded away, and not every browser opens it by itself: its expectation's heading is in sight.
        """
        if self.large and ("expectation", finding.expectation) in self.anchors:
            return self.anchor("expectation", finding.expectation)
        whole = not finding.statement and not finding.expectation
        return self.anchor("gap", self.first_of_rule.get(finding.rule, finding.gap_id) if whole else finding.gap_id)

    def cited(self, citations: Iterable[Citation]) -> tuple[Passage, ...]:
        """Return the cited passages that the report holds, in the order of the citations."""
        found = (self.passages.get((citation.document, citation.start)) for citation in citations)
        return tuple(passage for passage in found if passage is not None)

    def voice(self, voice_id: str) -> str:
        """Return a voice in words; an id that the framework does not know stays as it is."""
        return self.voices.get(voice_id, voice_id)

    def deciding(self, finding: ReportedFinding) -> Passage | None:
        """Return the reported shortfall that a gap rests on, the most telling if several; None if it rests on none."""
        cited = self.cited(finding.citations) if finding.is_gap else ()
        against = (passage for passage in cited if passage.polarity.reports_shortfall)
        return next((one for one in against if _counts_for(one, finding.expectation)), None)

    def reason(self, finding: ReportedFinding) -> str:
        """Return why a finding is as it is, without the doubt about unread files: that stands at the top, once."""
        return plain(finding.reason.removesuffix(f" {self.unread}" if self.unread else ""))

    def on_side(self, expectation: ReportedExpectation, *sides: Polarity) -> tuple[Passage, ...]:
        """Return an expectation's passages of some polarities; a shortfall only where this is its main expectation."""
        return tuple(
            passage
            for passage in self.cited(expectation.evidence)
            if passage.polarity in sides and _counts_for(passage, expectation.id)
        )

    def quotes(self, passages: Iterable[Passage]) -> Iterator[Quote]:
        """Return the first few passages as quotes."""
        for passage in tuple(passages)[: self.extent.quotes]:
            yield quote(passage, self)


def quote(passage: Passage, look: Lookup) -> Quote:
    """Return a passage as a quote: its words, whose voice it is and where it stands."""
    voice = look.voice(passage.voice)
    return Quote(text=plain(passage.text), label=voice, source=place(passage), value=passage.polarity.value)


def status_tag(status: ExpectationStatus) -> Tag:
    """Return a status in words."""
    return Tag(STATUS_WORDS[status], status.value)


def _counts_for(passage: Passage, expectation: str) -> bool:
    return not passage.polarity.reports_shortfall or not passage.main or expectation in passage.main


def _anchors(report: GapReport) -> dict[tuple[str, str], str]:
    keys = [("statement", statement.id) for statement in report.statements]
    keys += [("expectation", one.id) for statement in report.statements for one in statement.expectations]
    keys += [("gap", finding.gap_id) for finding in report.all_findings]
    anchors: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for what, key in dict.fromkeys(keys):
        anchors[what, key] = _free(f"{what}-{_NO_NAME.sub('-', key.lower()).strip('-')}", taken)
    return anchors


def _free(name: str, taken: set[str]) -> str:
    free, again = name, 1
    while free in taken:
        again += 1
        free = f"{name}-{again}"
    taken.add(free)
    return free

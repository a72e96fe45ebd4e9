"""What a gap report says of one quality statement: its expectations and findings, and what they are counted from."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.assessment import ExpectationStatus
from checker.domain.finding import Citation, Flag, Outcome
from checker.domain.measured import Measured
from checker.domain.pack import Weight
from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedFinding:
    """A finding with all that a reader needs beside it. `title` words the met state, `gap_title` what is missing."""

    gap_id: str
    rule: str
    title: str
    outcome: Outcome
    weight: Weight
    reason: str
    remedy: str
    why: str = ""
    statement: str = ""
    expectation: str = ""
    flags: tuple[Flag, ...] = ()
    citations: tuple[Citation, ...] = ()
    searched: tuple[str, ...] = ()
    priority: int = 0
    item: str = ""
    not_before: str = ""
    exposes: str = ""
    gap_title: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether this is a gap, waived or not."""
        return self.outcome.is_gap

    @property
    def is_open(self) -> bool:
        """Whether this is a gap that no waiver in force covers."""
        return self.is_gap and Flag.WAIVED not in self.flags


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """
    Exact counts of passages, by polarity, voice, evidence category and claim; every allowed value is listed, 0 too.
    """

    polarity: Mapping[str, int] = field(default_factory=dict)
    voice: Mapping[str, int] = field(default_factory=dict)
    evidence_category: Mapping[str, int] = field(default_factory=dict)
    claim: Mapping[str, int] = field(default_factory=dict)
    strengths_by_category: Mapping[str, int] = field(default_factory=dict)
    shortfalls_by_category: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedExpectation:
    """
    One expectation: its status over all documents and by document, the counts, the best passages of each side, its
    findings.

    `suspect` says why a person should look at the expectation itself again; empty otherwise. `against` counts
    shortfalls that have this as their main expectation, `strengths` all that affirm it.
    """

    id: str
    title: str
    serves: tuple[str, ...]
    why: str
    looked_for: tuple[str, ...]
    status: ExpectationStatus
    by_document: Mapping[str, ExpectationStatus]
    counts: Counts
    strengths: int
    against: int
    latest_evidence: str | None
    evidence: tuple[Citation, ...]
    findings: tuple[ReportedFinding, ...]
    subtopic: str = ""
    fact_status: str = "unconfirmed"
    cannot_tell: str = ""
    reliability: str = ""
    measured: Measured | None = None
    suspect: str = ""
    latest_by_category: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedServed:
    """An I statement or a part of the commitment, with how many of the expectations that serve it have each status."""

    id: str
    text: str
    statuses: Mapping[str, int]
    expectations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedSection:
    """
    What the self-assessment has under the headings that name a quality statement: how much, and how many of its
    sentences speak to an expectation of that statement. `shared`: a heading may stand for other statements too.
    """

    headings: tuple[str, ...]
    sentences: int
    words: int
    speaking: int
    shared: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedStatement:
    """One quality statement. Statements out of scope stay listed with `in_scope` false and no expectations."""

    id: str
    number: int
    title: str
    theme: str
    in_scope: bool
    has_pack: bool
    i_statements: tuple[ReportedServed, ...]
    commitment: str
    commitment_parts: tuple[ReportedServed, ...]
    statuses: Mapping[str, int] = field(default_factory=dict)
    expectations: tuple[ReportedExpectation, ...] = ()
    findings: tuple[ReportedFinding, ...] = ()
    section: ReportedSection | None = None

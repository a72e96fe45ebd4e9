"""The gap report as a value: what every reporter renders, and what the JSON report says field for field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from checker.domain.actions import PlannedAction
from checker.domain.assessment import DocumentRecord
from checker.domain.change import Change
from checker.domain.decision import ReportedAttestation, ReportedWaiver
from checker.domain.evidence import Passage
from checker.domain.finding import Citation
from checker.domain.framework import Framework
from checker.domain.observation import Observations
from checker.domain.plans import Plans
from checker.domain.reported import Counts as Counts
from checker.domain.reported import ReportedExpectation as ReportedExpectation
from checker.domain.reported import ReportedFinding as ReportedFinding
from checker.domain.reported import ReportedSection as ReportedSection
from checker.domain.reported import ReportedServed as ReportedServed
from checker.domain.reported import ReportedStatement as ReportedStatement
from checker.domain.run_record import Named as Named
from checker.domain.run_record import RunRecord as RunRecord
from checker.domain.sharing import Concern
from checker.domain.tailoring import Override
from checker.values import dataclass, field

SCHEMA = "gap-report/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotAssessed:
    """Something in scope that failed: `what` is `file`, `plugin` or `rule`."""

    what: str
    name: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """
    The first page: counts with denominators and the gaps that matter most.

    `top_gaps` are gap ids, highest priority first; `formula` says in one line how priority is made. `plan_rules` ask
    about the action plan itself: readers are told their gaps apart, since a first plan would seem to add gaps.
    """

    files_total: int
    files_read: int
    files_partial: int
    files_failed: int
    sentences: int
    sentences_recognised: int
    expectation_statuses: Mapping[str, int]
    outcomes: Mapping[str, int]
    open_gaps: Mapping[str, int]
    top_gaps: tuple[str, ...]
    formula: str
    plan_rules: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GapReport:
    """
    The gap report. Personal data is masked in all of it but for `actions[].row`, what people typed into the action
    plan: that goes back to them in their own sheet, and no other format may show it.

    `tailoring` is what overlays change in the packs that they extend, switched-off rules with their reasons among it.
    `passages` are those that are cited. `not_recognised` are a few sentences that no expectation recognised.
    `sentences` streams every sentence of every document and the statuses by document, as the `passages` format writes
    them; it is not part of the JSON report. `actions` has a row for each gap and for each row of the action plan; the
    JSON report holds those into which somebody typed. `changes` are those since an earlier report, worst first; `None`
    if none was given, `changed_since` is its day, and `changes_notes` say what makes the two hard to compare. They are
    not part of the JSON report either, nor are `observations`, what the documents state.
    `before_sharing` lists what to look at before this report or the evidence leaves the team, `plans` what follows for
    whoever plans the work.
    """

    framework: Framework
    run: RunRecord
    title: str
    councils: tuple[str, ...]
    notice: tuple[str, ...]
    summary: Summary
    documents: tuple[DocumentRecord, ...]
    statements: tuple[ReportedStatement, ...]
    findings: tuple[ReportedFinding, ...]
    passages: tuple[Passage, ...]
    not_recognised: tuple[Passage, ...]
    not_assessed: tuple[NotAssessed, ...]
    warnings: tuple[str, ...]
    actions: tuple[PlannedAction, ...] = ()
    waivers: tuple[ReportedWaiver, ...] = ()
    attestations: tuple[ReportedAttestation, ...] = ()
    changes: tuple[Change, ...] | None = None
    changed_since: str = ""
    changes_notes: tuple[str, ...] = ()
    observations: Observations = field(default_factory=Observations)
    tailoring: tuple[Override, ...] = ()
    before_sharing: tuple[Concern, ...] = ()
    plans: Plans = field(default_factory=Plans)
    sentences: Callable[[], Iterator[Mapping[str, object]]] = field(default=lambda: iter(()), repr=False, compare=False)

    @property
    def all_findings(self) -> tuple[ReportedFinding, ...]:
        """Every finding of the report: of expectations, of statements, of the run."""
        found: list[ReportedFinding] = []
        for statement in self.statements:
            for expectation in statement.expectations:
                found += expectation.findings
            found += statement.findings
        return (*found, *self.findings)

    @property
    def open_gaps(self) -> Mapping[str, int]:
        """How many open gaps have each weight, those of the action plan itself left out."""
        return {weight: number - self.plan_gaps[weight] for weight, number in self.summary.open_gaps.items()}

    @property
    def plan_gaps(self) -> Mapping[str, int]:
        """How many open gaps of the action plan itself have each weight."""
        found = (one for one in self.all_findings if one.is_open and one.rule in self.summary.plan_rules)
        return Counter(one.weight.value for one in found)

    def finding(self, gap_id: str) -> ReportedFinding:
        """Return the finding with this gap id; `KeyError` if there is none."""
        for finding in self.all_findings:
            if finding.gap_id == gap_id:
                return finding
        raise KeyError(gap_id)

    def passage(self, citation: Citation) -> Passage | None:
        """Return the cited passage, or `None` if the report does not hold it."""
        for passage in self.passages:
            if passage.document == citation.document and passage.start == citation.start:
                return passage
        return None

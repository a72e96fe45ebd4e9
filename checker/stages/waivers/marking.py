"""Marks findings as waived, attested or suspect, and says how every waiver and attestation stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from checker.domain.assessment import Assessment
from checker.domain.decision import Attestation, Decision, DecisionState, ReportedAttestation, ReportedWaiver, Waiver
from checker.domain.finding import Finding, Flag
from checker.domain.gap_id import gap_id_of
from checker.stages.waivers.reading import Decisions
from checker.suggestions import did_you_mean
from checker.text.masking import mask
from checker.text.row_messages import told_together
from checker.values import dataclass, replace

ENDS_SOON = timedelta(days=30)
_MANY = {
    DecisionState.IN_FORCE: "end soon or rest on a file that has changed",
    DecisionState.EXPIRED: "have expired",
    DecisionState.NOT_YET: "are not yet in force",
    DecisionState.UNUSED: "are not used",
    DecisionState.NOT_ASKED: "are out of scope",
}
"""What to say of many that stand alike."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """The findings with their flags, how each decision stands, and what to say at the top of every report."""

    findings: tuple[Finding, ...]
    waivers: tuple[ReportedWaiver, ...] = ()
    attestations: tuple[ReportedAttestation, ...] = ()
    warnings: tuple[str, ...] = ()


def mark_findings(findings: Iterable[Finding], decisions: Decisions, assessment: Assessment) -> Marked:
    """
    Return the findings with the flags that decisions in force on the day of the assessment give them.

    Only a gap is waived. An attestation marks any finding; it is suspect instead where a file that it rests on has
    changed or gone. What has expired marks nothing.
    """
    gap_id = _gap_ids(assessment)
    named = [(gap_id(finding), finding) for finding in findings]
    view = _View(assessment=assessment, found=dict(named))
    flags: dict[str, set[Flag]] = defaultdict(set)
    for waiver in decisions.waivers:
        if view.state(waiver) is DecisionState.IN_FORCE:
            flags[waiver.gap_id].add(Flag.WAIVED)
    for attestation in decisions.attestations:
        if view.state(attestation) is DecisionState.IN_FORCE:
            flags[attestation.gap_id].add(Flag.SUSPECT if view.is_suspect(attestation) else Flag.ATTESTED)
    return Marked(
        findings=tuple(_flagged(finding, flags.get(name, ())) for name, finding in named),
        waivers=tuple(view.reported_waiver(one) for one in sorted(decisions.waivers, key=_by_gap)),
        attestations=tuple(view.reported_attestation(one) for one in sorted(decisions.attestations, key=_by_gap)),
        warnings=tuple(sorted(map(mask, (*_incomplete(decisions), *view.warnings(decisions))))),
    )


def _incomplete(decisions: Decisions) -> Iterator[str]:
    """Yield which waivers and attestations of a plan lack something."""
    many = "waivers and attestations of the action plan do not count, since something is missing"
    return told_together(decisions.problems, many, "the notes beside the rows")


def _gap_ids(assessment: Assessment) -> Callable[[Finding], str]:
    rules = {rule.id: rule for rule in assessment.book.rules}
    return lambda finding: gap_id_of(rules[finding.rule_id], rules[finding.rule_id].statement, finding.item)


def _by_gap(decision: Decision) -> tuple[str, str, str, str]:
    return decision.gap_id, decision.start, decision.end, decision.place


def _flagged(finding: Finding, flags: Iterable[Flag]) -> Finding:
    merged = {*finding.flags, *flags}
    return replace(finding, flags=tuple(flag for flag in Flag if flag in merged)) if flags else finding


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """How decisions stand against one assessment and its findings."""

    assessment: Assessment
    found: Mapping[str, Finding]

    def state(self, decision: Decision) -> DecisionState:
        day = self.assessment.as_of
        if decision.end < day:
            return DecisionState.EXPIRED
        if day < decision.start:
            return DecisionState.NOT_YET
        if decision.gap_id not in self.found:
            return DecisionState.NOT_ASKED if self._out_of_scope(decision.gap_id) else DecisionState.UNUSED
        if decision.to_confirm:
            return DecisionState.UNUSED
        needs_gap = isinstance(decision, Waiver) and not self.found[decision.gap_id].outcome.is_gap
        return DecisionState.UNUSED if needs_gap else DecisionState.IN_FORCE

    def _out_of_scope(self, gap_id: str) -> bool:
        statement = gap_id.partition("/")[0]
        known = {one.id for one in self.assessment.book.framework.statements}
        return statement in known and statement not in self.assessment.scope

    def is_suspect(self, attestation: Attestation) -> bool:
        """Whether a file that it rests on is not among the documents any more, whatever its name is now."""
        hashes = [record.sha256 for record in self.assessment.documents]
        return any(not any(one.startswith(begins) for one in hashes) for begins in attestation.evidence)

    def ends_soon(self, decision: Decision) -> bool:
        day = self.assessment.as_of
        return decision.covers(day) and date.fromisoformat(decision.end) - date.fromisoformat(day) <= ENDS_SOON

    def reported_waiver(self, one: Waiver) -> ReportedWaiver:
        return ReportedWaiver(**self._common(one), risk=mask(one.risk))

    def reported_attestation(self, one: Attestation) -> ReportedAttestation:
        return ReportedAttestation(
            **self._common(one), method=one.method, evidence=one.evidence, suspect=self.is_suspect(one)
        )

    def _common(self, one: Waiver | Attestation) -> dict[str, Any]:
        """Return what a report tells of either: who decided what, why, for how long, and how that stands."""
        return {
            "gap_id": mask(one.gap_id),
            "person": mask(one.person),
            "role": mask(one.role),
            "reason": mask(one.reason),
            "start": one.start,
            "end": one.end,
            "state": self.state(one),
            "ends_soon": self.ends_soon(one),
        }

    def warnings(self, decisions: Decisions) -> Iterator[str]:
        """Yield what to know of decisions that do not count, or soon will not; many that stand alike together."""
        both: Sequence[tuple[str, Decision]] = [
            *(("waiver", one) for one in decisions.waivers),
            *(("attestation", one) for one in decisions.attestations),
        ]
        covered = {one.gap_id for one in decisions.waivers if self.state(one) is DecisionState.IN_FORCE}
        alike: dict[str, set[str]] = defaultdict(set)
        for what, one in both:
            renewed = what == "waiver" and one.gap_id in covered and not one.covers(self.assessment.as_of)
            told = "" if renewed else self._told(what, one)
            if told:
                message = f"The {what} of {one.gap_id} by {one.person} {told} ({one.place})."
                alike[f"{what}s {_MANY[self.state(one)]}"].add(message)
        for many, messages in sorted(alike.items()):
            yield from told_together(
                [("", one) for one in sorted(messages)], many, "the lists of waivers and attestations"
            )

    def _told(self, what: str, one: Decision) -> str:
        state = self.state(one)
        if state is DecisionState.EXPIRED:
            ended = f"expired on {one.end}"
            return f"{ended}: the gap counts as open" if what == "waiver" and self._is_gap(one) else ended
        if state is DecisionState.NOT_YET:
            return f"is not in force before {one.start}"
        if state is DecisionState.UNUSED:
            if one.to_confirm and one.gap_id in self.found:
                return f"is not used: it was made for another id; a new day under {one.to_confirm} confirms it"
            meant = "" if one.gap_id in self.found else did_you_mean(one.gap_id, self.found)
            return "is not used: this run found no such gap" + (f" (did you mean “{meant}”?)" if meant else "")
        if state is DecisionState.NOT_ASKED:
            return ""
        told = ["rests on a file that has changed or gone"] if self._suspect(one) else []
        told += [f"ends soon, on {one.end}"] if self.ends_soon(one) else []
        return " and ".join(told)

    def _is_gap(self, one: Decision) -> bool:
        return one.gap_id in self.found and self.found[one.gap_id].outcome.is_gap

    def _suspect(self, one: Decision) -> bool:
        return isinstance(one, Attestation) and self.is_suspect(one)

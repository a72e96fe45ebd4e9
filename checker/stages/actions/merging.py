"""Puts what people typed beside the gaps of this run. Rows are never dropped: where the gap has gone, they say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.action_matching import likely_action
from checker.domain.actions import PLAN_COLUMNS, TYPED_KEYS, ActionPlan, ActionRow, GapState, PlannedAction
from checker.domain.finding import Outcome
from checker.domain.gap_headlines import headline
from checker.domain.pack import Weight
from checker.domain.report import GapReport, ReportedFinding
from checker.stages.actions.telling import TWICE
from checker.text.masking import mask
from checker.values import replace

_HEADINGS = {column.key: column.heading for column in PLAN_COLUMNS}
_STATES = list(GapState)
_DIFFERING = 3
"""So many contradictions are told in the note of one row."""


def planned_actions(
    report: GapReport,
    plan: ActionPlan | None,
    not_for: Iterable[str] = (),
    incomplete: Mapping[str, Sequence[str]] | None = None,
) -> tuple[PlannedAction, ...]:
    """
    Return the rows of the next sheet: every gap, with what was typed for it, then every other row that was typed.

    `not_for` are ids of rules about the plan itself: their gaps need no action of their own, unless somebody typed one.
    `incomplete` says, by a row's place, what waivers and attestations lack. Essential gaps that are not met come first,
    then gaps by priority; rows of closed gaps and actions of the council's own follow in the plan's order.
    """
    evidence = _evidence(report)
    left_out = frozenset(not_for)
    findings = {one.gap_id: one for one in report.all_findings}
    rows = _rows_by_gap(plan.rows if plan else ())
    rows |= {key: [ActionRow(gap_id=key)] for key, one in findings.items() if _needs_row(one, left_out, rows)}
    own_actions = [row for row in rows.get("", ()) if row.said("action") and not row.answered]
    merged = []
    for gap_id, own in rows.items():
        for row in own:
            notes = (
                *_conflicts(row, own),
                *_likely(row, findings, own_actions),
                *(incomplete or {}).get(row.place, ()),
            )
            merged.append(_planned(row, findings.get(gap_id), evidence, notes))
    return tuple(sorted(merged, key=_heaviest_first))


def _heaviest_first(one: PlannedAction) -> tuple[int, bool, int, bool, str]:
    essential = one.weight == Weight.ESSENTIAL.value
    missing = essential and one.outcome == Outcome.NOT_MET.value
    return _STATES.index(one.state), not missing, -one.priority, not essential, one.gap_id


def masked_plan(plan: ActionPlan) -> ActionPlan:
    """Return the plan as it may be shown: rules quote what was typed."""
    rows = tuple(
        replace(
            row,
            gap_id=mask(row.gap_id),
            typed={key: mask(text) for key, text in row.typed.items()},
            extra={key: mask(text) for key, text in row.extra.items()},
        )
        for row in plan.rows
    )
    return replace(plan, rows=rows)


def _rows_by_gap(rows: Iterable[ActionRow]) -> dict[str, list[ActionRow]]:
    """Return the rows of each gap, a row that says exactly what another says once. Own actions have the empty id."""
    found: dict[str, list[ActionRow]] = defaultdict(list)
    for row in rows:
        own = found[row.gap_id]
        same = row.gap_id and any((one.typed, one.extra) == (row.typed, row.extra) for one in own)
        blank = row.gap_id and own and not row.is_filled
        if not same and not blank:
            own[:] = [one for one in own if one.is_filled or not row.gap_id]
            own.append(row)
    return {key: own for key, own in found.items() if key == "" or any(row.is_filled for row in own)}


def _needs_row(finding: ReportedFinding, left_out: frozenset[str], rows: Mapping[str, object]) -> bool:
    return finding.is_gap and finding.rule not in left_out and finding.gap_id not in rows


def _conflicts(row: ActionRow, own: Sequence[ActionRow]) -> tuple[str, ...]:
    """Say in which columns other rows of the same gap say something else; two different actions are no conflict."""
    others = [one for one in own if one is not row and row.gap_id and _same_action(one, row)]
    differing = [
        f"{_HEADINGS[key]} ('{row.said(key)}'; '{one.said(key)}' in {one.place})"
        for one in others
        for key in TYPED_KEYS
        if row.said(key) and one.said(key) and row.said(key) != one.said(key)
    ]
    more = len(differing) - _DIFFERING
    differing = [*differing[:_DIFFERING], *([f"and {more} more"] if more > 0 else [])]
    return (f"{TWICE}: {', '.join(differing)}. Both are kept: decide, and delete one.",) if differing else ()


def _same_action(one: ActionRow, other: ActionRow) -> bool:
    first, second = one.said("action"), other.said("action")
    return not first or not second or first.casefold() == second.casefold()


def _likely(row: ActionRow, findings: Mapping[str, ReportedFinding], actions: Sequence[ActionRow]) -> tuple[str, ...]:
    """Propose an action of the plan for a gap into whose row nobody typed."""
    finding = None if row.is_filled else findings.get(row.gap_id)
    likely = likely_action(finding.title, actions) if finding else None
    return (f"Perhaps {likely.told}. To confirm, type this gap id under Answers there.",) if likely else ()


def _planned(
    row: ActionRow, finding: ReportedFinding | None, evidence: Mapping[str, str], notes: tuple[str, ...]
) -> PlannedAction:
    if finding is None:
        return _without_finding(row, notes)
    seen = row.seen.get("evidence", "") if row.said("attested_by") else ""
    return PlannedAction(
        gap_id=finding.gap_id,
        state=_state(finding),
        title=f"{headline(finding)}: {finding.item}" if finding.item else headline(finding),
        statement=finding.statement,
        outcome=finding.outcome.value,
        weight=finding.weight.value,
        reason=finding.reason,
        remedy=finding.remedy,
        priority=finding.priority,
        evidence=seen or evidence.get(finding.gap_id, ""),
        due=row.due,
        typed=_masked(row),
        notes=tuple(map(mask, _notes(row, finding, notes))),
        row=row,
    )


def _notes(row: ActionRow, finding: ReportedFinding, more: tuple[str, ...]) -> tuple[str, ...]:
    return (*row.carried.notes, *_changed(row, finding), *_still_open(row, finding), *row.problems, *more)


def _without_finding(row: ActionRow, notes: tuple[str, ...]) -> PlannedAction:
    """Return an action of the council's own, or one whose gap nobody asks about now, with what was known of it."""
    return PlannedAction(
        gap_id=mask(row.gap_id),
        state=row.carried.state if row.gap_id else GapState.OWN,
        title=mask(row.seen.get("title", "")),
        statement=mask(row.seen.get("statement", "")),
        evidence=mask(row.seen.get("evidence", "")),
        due=row.due,
        typed=_masked(row),
        notes=tuple(map(mask, (*row.carried.notes, *row.problems, *notes))),
        row=row,
    )


def _masked(row: ActionRow) -> dict[str, str]:
    return {key: mask(text) for key, text in ({**row.typed, **row.extra}).items()}


def _state(finding: ReportedFinding) -> GapState:
    if finding.is_gap:
        return GapState.OPEN if finding.is_open else GapState.WAIVED
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return GapState.NOT_ASKED
    return GapState.CLOSED if finding.outcome is Outcome.MET else GapState.TO_DECIDE


def _changed(row: ActionRow, finding: ReportedFinding) -> tuple[str, ...]:
    """Say what is otherwise than when the row was written, where somebody typed something into it."""
    before = row.seen.get("outcome", "")
    if not row.is_filled or not before or before.casefold() == finding.outcome.value:
        return ()
    return (f"Changed since: it was {before.lower()}, and is {finding.outcome.value} now.",)


def _still_open(row: ActionRow, finding: ReportedFinding) -> tuple[str, ...]:
    """Say that a gap is there for all that its action is said to be done."""
    is_open = finding.is_gap and finding.is_open
    return (f"Its status is “{row.said('status')}”, and its gap is still open.",) if row.is_closed and is_open else ()


def _evidence(report: GapReport) -> dict[str, str]:
    """
    Return for each finding the beginnings of the sha256 of the files that it cites, sorted.

    A finding about one file begins with that file's: by it the file is known again under another name.
    """
    hashes = {record.name: record.sha256[:12] for record in report.documents}
    found = {}
    for one in report.all_findings:
        cited = sorted({hashes.get(citation.document, "") for citation in one.citations})
        found[one.gap_id] = " ".join(dict.fromkeys(filter(None, (hashes.get(one.item, ""), *cited))))
    return found

"""Waivers and attestations that people typed into the action plan."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.actions import PLAN_COLUMNS, ActionPlan, ActionRow
from checker.domain.decision import Attestation, Method, Waiver
from checker.stages.waivers.reading import Decisions

_HEADINGS = {column.key: column.heading for column in PLAN_COLUMNS}
_WAIVER = ("waived_by", "waived_role", "waived_reason", "waived_risk", "waived_from", "waived_until")
_ATTESTATION = (
    "attested_by",
    "attested_role",
    "attested_method",
    "attested_reason",
    "attested_from",
    "attested_until",
)
_METHODS: Mapping[str, Method] = {method.value: method for method in Method}


def decisions_of_plan(plan: ActionPlan) -> Decisions:
    """
    Return what was decided in the plan. One that is begun and not complete counts for nothing, and says what it lacks.
    """
    waivers, attestations, problems = [], [], []
    for row in plan.rows:
        if any(row.said(key) for key in _WAIVER):
            lacking = _lacking(row, _WAIVER)
            waivers += [] if lacking else [_waiver(row)]
            problems += [(row.place, f"this waiver does not count: {lacking}.")] if lacking else []
        if any(row.said(key) for key in _ATTESTATION):
            lacking = _lacking(row, _ATTESTATION)
            attestations += [] if lacking else [_attestation(row)]
            problems += [(row.place, f"this attestation does not count: {lacking}.")] if lacking else []
    return Decisions(waivers=tuple(waivers), attestations=tuple(attestations), problems=tuple(problems))


def _lacking(row: ActionRow, keys: tuple[str, ...]) -> str:
    """Return in words what the decision of a row lacks; empty if it is complete."""
    empty = [_HEADINGS[key] for key in keys if not row.said(key)]
    unclear = [_HEADINGS[key] for key in keys[-2:] if row.said(key) and not _day(row, key)]
    method = row.said("attested_method") if "attested_method" in keys else ""
    told = [f"{', '.join(empty)} {'is' if len(empty) == 1 else 'are'} empty"] if empty else []
    told += [f"{', '.join(unclear)} {'is no date' if len(unclear) == 1 else 'are no dates'}"] if unclear else []
    told += [f"its method is '{method}' (examine, interview or test)"] if method and not _method(row) else []
    told += ["the row has no gap id"] if not row.gap_id else []
    first, last = (_day(row, key) for key in keys[-2:])
    told += ["it ends before it starts"] if first and last and last < first else []
    return "; ".join(told)


def _day(row: ActionRow, key: str) -> str:
    return row.days.get(key, "")


def _to_confirm(row: ActionRow, key: str) -> str:
    return "" if row.is_confirmed(key) else _HEADINGS[key]


def _method(row: ActionRow) -> Method | None:
    return _METHODS.get(row.said("attested_method").strip().casefold())


def _waiver(row: ActionRow) -> Waiver:
    return Waiver(
        gap_id=row.gap_id,
        person=row.said("waived_by"),
        role=row.said("waived_role"),
        reason=row.said("waived_reason"),
        risk=row.said("waived_risk"),
        start=_day(row, "waived_from"),
        end=_day(row, "waived_until"),
        to_confirm=_to_confirm(row, "waived_from"),
        place=row.place,
    )


def _attestation(row: ActionRow) -> Attestation:
    seen = row.seen.get("evidence", "").split()
    return Attestation(
        gap_id=row.gap_id,
        person=row.said("attested_by"),
        role=row.said("attested_role"),
        reason=row.said("attested_reason"),
        method=_method(row) or Method.EXAMINE,
        start=_day(row, "attested_from"),
        end=_day(row, "attested_until"),
        to_confirm=_to_confirm(row, "attested_from"),
        evidence=tuple(seen),
        place=row.place,
    )

"""What persons decided and plan about a finding: waivers, attestations, actions. Those that do not count say why."""

from __future__ import annotations

from collections.abc import Iterator

from checker import DecisionState, PlannedAction, ReportedAttestation, ReportedFinding, ReportedWaiver, in_words

from ..wording import plain
from .lookup import Lookup
from .parts import Paragraph, Part, Strong

_SHOWN = (DecisionState.IN_FORCE, DecisionState.EXPIRED, DecisionState.NOT_YET)


def decided(finding: ReportedFinding, look: Lookup) -> Iterator[Part]:
    """Yield a paragraph for each action, waiver and attestation of a finding."""
    report = look.report
    for action in look.actions.get(finding.gap_id, ()):
        yield Paragraph(line=(Strong("Action: "), _action(action)))
    for waiver in report.waivers:
        if waiver.gap_id == finding.gap_id and waiver.state in _SHOWN:
            told = f"{plain(waiver.reason)} Risk: {plain(waiver.risk)}"
            yield Paragraph(line=(Strong(f"{_stands('Waived', waiver)} "), told))
    for attestation in report.attestations:
        if attestation.gap_id == finding.gap_id and attestation.state in _SHOWN:
            suspect = " A file that it rests on has changed or gone since." if attestation.suspect else ""
            told = f"{plain(attestation.reason)} Method: {attestation.method.value}.{suspect}"
            yield Paragraph(line=(Strong(f"{_stands('Attested', attestation)} "), told))


def _stands(word: str, one: ReportedWaiver | ReportedAttestation) -> str:
    who = f"by {plain(one.person)}, {plain(one.role)}"
    if one.state is DecisionState.EXPIRED:
        return f"{word} {who}, but only until {in_words(one.end)}: expired, and no longer counting."
    if one.state is DecisionState.NOT_YET:
        return f"{word} {who} from {in_words(one.start)} on: not yet counting."
    return f"{word} {who}, until {in_words(one.end)}."


def _action(action: PlannedAction) -> str:
    typed = {key: plain(text) for key, text in action.typed.items()}
    due = in_words(action.due) if action.due else typed.get("due", "")
    parts = [
        typed.get("action", "") or "no words yet",
        f"owner {typed['owner']}" if "owner" in typed else "no owner",
        f"due {due}" if due else "no date",
        f"measure: {typed['measure']}" if "measure" in typed else "",
        f"status: {typed['status']}" if "status" in typed else "",
        f"not applicable because: {typed['not_applicable']}" if "not_applicable" in typed else "",
    ]
    return "; ".join(part for part in parts if part) + "."

"""Observations and risks: what was found for each question, and what each gap asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from checker import Flag, GapReport, Passage, ReportedFinding

from ..content.lookup import Lookup
from ..uris import uri
from ..wording import place
from .decisions import deadline, planned, waived
from .values import Ids, Json, line, moment, props

_QUOTES: Final = 5


def observation(finding: ReportedFinding, look: Lookup, ids: Ids) -> Json:
    """Return what was found for one question, with the passages that it rests on."""
    found: Json = {
        "uuid": ids.of("found", finding.gap_id),
        "title": line(finding.title),
        "description": line(finding.reason),
        "props": _marks(finding),
        "methods": ["EXAMINE"],
        "types": ["control-objective"],
        "collected": moment(look.report.run.as_of),
    }
    evidence = [_evidence(passage, ids) for passage in look.cited(finding.citations)[:_QUOTES]]
    return found | {"relevant-evidence": evidence} if evidence else found


def risk(finding: ReportedFinding, look: Lookup, ids: Ids) -> Json:
    """Return a gap as a risk. A waived one is an approved deviation, and is still listed."""
    about = look.titles.get(finding.expectation) or look.titles.get(finding.statement) or finding.title
    return {
        "uuid": ids.of("risk", finding.gap_id),
        "title": line(finding.title),
        "description": line(finding.reason),
        "statement": line(finding.why or f"Evidence is missing for: {about}"),
        "props": [*_marks(finding), *waived(finding, look)],
        "status": "deviation-approved" if Flag.WAIVED in finding.flags else "open",
        "remediations": [_remediation(finding, ids), *planned(finding, look, ids)],
        "related-observations": [related_observation(finding, ids)],
    } | deadline(finding, look)


def related_observation(finding: ReportedFinding, ids: Ids) -> Json:
    """Return the reference to a finding's observation."""
    return {"observation-uuid": ids.of("found", finding.gap_id)}


def related_risk(finding: ReportedFinding, ids: Ids) -> Json:
    """Return the reference to a gap's risk."""
    return {"risk-uuid": ids.of("risk", finding.gap_id)}


def back_matter(report: GapReport, ids: Ids) -> Json:
    """Return the rule packs, then every file that was given, each with its hash."""
    packs = [
        {
            "uuid": ids.of("pack", pack.name),
            "title": line(f"Rule pack {pack.name} {pack.version}"),
            "props": props(sha256=pack.origin),
        }
        for pack in report.run.packs
    ]
    return {"resources": [_plan(report, ids), *_without_empty(packs), *_without_empty(_files(report, ids))]}


def plan_reference(ids: Ids) -> str:
    """Return where the resource stands that takes the place of an assessment plan."""
    return f"#{ids.of('plan')}"


def _plan(report: GapReport, ids: Ids) -> Json:
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in report.run.packs) or "no rule pack"
    told = f"What was asked is what these rule packs hold: {packs}. There is no other assessment plan."
    return {"uuid": ids.of("plan"), "title": "What was asked", "description": line(told)}


def _files(report: GapReport, ids: Ids) -> list[Json]:
    found = []
    for record in report.documents:
        link: Json = {"href": uri(record.name)}
        if record.sha256:
            link["hashes"] = [{"algorithm": "SHA-256", "value": record.sha256}]
        told = props(kind=record.kind.value, status=record.status.value, date=record.date)
        found.append({"uuid": ids.of("file", record.name), "title": line(record.name), "props": told, "rlinks": [link]})
    return found


def _without_empty(resources: Iterable[Json]) -> list[Json]:
    return [{name: value for name, value in one.items() if value} for one in resources]


def _evidence(passage: Passage, ids: Ids) -> Json:
    told = props(start=passage.start, end=passage.end, fingerprint=passage.fingerprint)
    words = line(f"“{passage.text}” ({place(passage)})")
    return {"href": f"#{ids.of('file', passage.document)}", "description": words, "props": told}


def _remediation(finding: ReportedFinding, ids: Ids) -> Json:
    return {
        "uuid": ids.of("remediation", finding.gap_id),
        "lifecycle": "recommendation",
        "title": line(f"What to do: {finding.title}"),
        "description": line(finding.remedy or "The rule names no remedy."),
    }


def _marks(finding: ReportedFinding) -> list[Json]:
    return props(
        gap_id=finding.gap_id,
        rule=finding.rule,
        outcome=finding.outcome.value,
        weight=finding.weight.value,
        priority=finding.priority if finding.is_gap else "",
        flags=" ".join(sorted(flag.value for flag in finding.flags)),
        item=finding.item,
    )

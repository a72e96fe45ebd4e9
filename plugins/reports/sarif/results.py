"""Findings as SARIF results, with the places that they cite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from checker import Flag, Outcome, Passage, ReportedFinding, headline

from ..content.decided_briefly import waiver_told
from ..content.lookup import Lookup
from ..safe_text import one_line, visible
from .rules import LEVELS
from .text import Json, location, message

_KINDS: Final = {
    Outcome.MET: "pass",
    Outcome.PARTLY_MET: "fail",
    Outcome.NOT_MET: "fail",
    Outcome.NEEDS_REVIEW: "review",
    Outcome.NOT_APPLICABLE: "notApplicable",
    Outcome.NOT_ASSESSED: "open",
}
_FINGERPRINT: Final = "gapId/v1"


def result(finding: ReportedFinding, look: Lookup, places: Mapping[str, int], artifacts: Mapping[str, int]) -> Json:
    """Return a finding; `places` are those of the rules, `artifacts` those of the documents."""
    rule = one_line(finding.rule)
    kind = _KINDS[finding.outcome]
    found: Json = {
        "ruleId": rule,
        "ruleIndex": places[rule],
        "kind": kind,
        "level": LEVELS[finding.weight] if kind == "fail" else "none",
        "message": message(_told(finding)),
        "locations": _locations(finding, look, artifacts),
        "partialFingerprints": {_FINGERPRINT: visible(finding.gap_id)},
        "properties": _properties(finding),
    }
    if Flag.WAIVED in finding.flags:
        found["suppressions"] = [_suppression(finding, look)]
    return found


def _suppression(finding: ReportedFinding, look: Lookup) -> Json:
    suppression: Json = {"kind": "external", "status": "accepted"}
    reason = one_line(waiver_told(finding, look))
    return suppression | {"justification": reason} if reason else suppression


def _told(finding: ReportedFinding) -> str:
    remedy = f" What to do: {finding.remedy}" if finding.is_gap and finding.remedy else ""
    return f"{headline(finding)}: {finding.outcome.value}. {finding.reason}{remedy}"


def _properties(finding: ReportedFinding) -> Json:
    told: Json = {
        "outcome": finding.outcome.value,
        "weight": finding.weight.value,
        "flags": sorted(flag.value for flag in finding.flags),
        "priority": finding.priority,
        "item": visible(finding.item),
    }
    return {name: value for name, value in told.items() if value}


def _locations(finding: ReportedFinding, look: Lookup, artifacts: Mapping[str, int]) -> list[Json]:
    """Return the cited places; without any, which part of the framework the finding is about."""
    cited = [_place(passage, artifacts) for passage in look.cited(finding.citations)]
    return cited or [{"logicalLocations": [_logical(finding)]}]


def _logical(finding: ReportedFinding) -> Json:
    about = "/".join(part for part in (finding.statement, finding.expectation) if part) or finding.rule
    return {"fullyQualifiedName": one_line(about), "kind": "expectation" if finding.expectation else "statement"}


def _place(passage: Passage, artifacts: Mapping[str, int]) -> Json:
    physical: Json = {
        "artifactLocation": location(passage.document, artifacts.get(passage.document)),
        "region": {
            "charOffset": passage.start,
            "charLength": passage.end - passage.start,
            "snippet": {"text": visible(passage.text)},
        },
    }
    if passage.line:
        lines = passage.text.count("\n")
        physical["contextRegion"] = {"startLine": passage.line, "endLine": passage.line + lines}
    where: Json = {"headings": [one_line(heading) for heading in passage.heading_path], "page": passage.page}
    where |= {"sheet": passage.sheet, "cell": passage.cell, "polarity": passage.polarity.value, "voice": passage.voice}
    told = {name: one_line(value) if isinstance(value, str) else value for name, value in where.items() if value}
    return {"physicalLocation": physical, "properties": told}

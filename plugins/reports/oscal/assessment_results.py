"""OSCAL assessment results: what was asked, what was found, and which of it is a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker import GapReport, Outcome, ReportedFinding

from ..content.lookup import Lookup
from ..content.parts import Extent
from ..safe_text import json_chunks
from .evidence import back_matter, observation, plan_reference, related_observation, related_risk, risk
from .values import Ids, Json, line, metadata, moment, prop, props, token

_REASONS: Final = {
    Outcome.MET: "pass",
    Outcome.PARTLY_MET: "fail",
    Outcome.NOT_MET: "fail",
    Outcome.NEEDS_REVIEW: "other",
    Outcome.NOT_ASSESSED: "other",
}
"""Outcomes that are findings. What does not apply is observed only."""

_SATISFIED: Final = "Satisfied means that evidence was found and says so, not that a duty is met."


class Oscal:
    """
    Assessment results of one pinned version of OSCAL.

    A quality statement stands for a control, an expectation for its objective, a question for an observation and a
    finding, a gap for a risk. OSCAL knows only "satisfied" and "not satisfied": what needs a person or could not be
    assessed is not satisfied, for a reason that is neither pass nor fail, and its remarks say so.
    """

    name = "oscal"
    suffix = "oscal.json"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the document in chunks."""
        ids = Ids(report)
        results = {
            "uuid": ids.of("assessment-results", report.run.as_of),
            "metadata": metadata(report, ids, report.title or "Gap report"),
            "import-ap": {"href": plan_reference(ids)},
            "results": [_result(report, ids)],
            "back-matter": back_matter(report, ids),
        }
        yield from json_chunks({"assessment-results": results})


def _result(report: GapReport, ids: Ids) -> Json:
    look = Lookup.of(report, Extent())
    asked = report.all_findings
    lists = {
        "observations": [observation(finding, look, ids) for finding in asked],
        "risks": [risk(finding, look, ids) for finding in asked if finding.is_gap],
        "findings": [_finding(finding, look, ids) for finding in asked if finding.outcome in _REASONS],
    }
    found: Json = {
        "uuid": ids.of("result", report.run.as_of),
        "title": line(f"As of {report.run.as_of}"),
        "description": "What was found in the files that were given, by the words that the rule packs look for.",
        "start": moment(report.run.as_of),
        "end": moment(report.run.as_of),
        "props": _counts(report),
        "reviewed-controls": _reviewed(look),
    }
    return found | {name: one for name, one in lists.items() if one} | {"remarks": _remarks(report)}


def _counts(report: GapReport) -> list[Json]:
    found = report.summary
    files = props(files_total=found.files_total, files_read=found.files_read, files_failed=found.files_failed)
    return files + [prop(f"open-{weight}-gaps", number) for weight, number in sorted(found.open_gaps.items())]


def _reviewed(look: Lookup) -> Json:
    """Return the statements in scope; with none, the selection leaves out every statement there is."""
    if look.in_scope:
        selected: Json = {"include-controls": [{"control-id": token(one.id)} for one in look.in_scope]}
    else:
        excluded = [{"control-id": token(one.id)} for one in look.report.statements]
        selected = {"description": "Nothing was in scope.", "include-all": {}, "exclude-controls": excluded}
    return {"control-selections": [{name: value for name, value in selected.items() if value != []}]}


def _finding(finding: ReportedFinding, look: Lookup, ids: Ids) -> Json:
    found: Json = {
        "uuid": ids.of("finding", finding.gap_id),
        "title": line(finding.title),
        "description": line(finding.reason),
        "target": _target(finding, look),
        "related-observations": [related_observation(finding, ids)],
    }
    return found | {"related-risks": [related_risk(finding, ids)]} if finding.is_gap else found


def _target(finding: ReportedFinding, look: Lookup) -> Json:
    about = finding.expectation or finding.statement or finding.rule
    state = "satisfied" if finding.outcome is Outcome.MET else "not-satisfied"
    remarks = _SATISFIED if finding.outcome is Outcome.MET else line(f"Outcome: {finding.outcome.value}.")
    return {
        "type": "objective-id",
        "target-id": token(about),
        "title": line(look.titles.get(about) or finding.title),
        "status": {"state": state, "reason": _REASONS[finding.outcome], "remarks": remarks},
    }


def _remarks(report: GapReport) -> str:
    failed = [f"Not assessed: {one.what} {one.name}: {one.reason}" for one in report.not_assessed]
    return "\n\n".join(line(one) for one in (*report.warnings, *failed)) or "Everything in scope could be assessed."

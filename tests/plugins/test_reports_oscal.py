"""The findings in OSCAL, as compliance-trestle reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from checker_plugins.reports.oscal import Oscal, OscalPoam
from checker_plugins.reports.oscal.values import OSCAL_VERSION

from checker.domain.finding import Flag, Outcome
from checker.domain.report import GapReport

from .report_builders import CO_PRODUCTION, OLD_EVIDENCE

MISSING = "OSCAL is not read by an outside reader: compliance-trestle is missing"
BOTH = ((Oscal(), "assessment-results"), (OscalPoam(), "plan-of-action-and-milestones"))


def results(report: GapReport) -> dict[str, Any]:
    return json.loads(b"".join(Oscal().render(report)))["assessment-results"]


def plan(report: GapReport) -> dict[str, Any]:
    return json.loads(b"".join(OscalPoam().render(report)))["plan-of-action-and-milestones"]


@pytest.mark.parametrize("which", ["rich_report", "wide_report", "empty_report"])
def test_a_reader_that_is_not_ours_accepts_both_documents(which: str, request: pytest.FixtureRequest) -> None:
    read_results = pytest.importorskip("trestle.oscal.assessment_results", reason=MISSING).Model
    read_plan = pytest.importorskip("trestle.oscal.poam", reason=MISSING).Model
    report = request.getfixturevalue(which)

    found = read_results.model_validate_json(b"".join(Oscal().render(report))).assessment_results
    planned = read_plan.model_validate_json(b"".join(OscalPoam().render(report))).plan_of_action_and_milestones

    assert len(found.results[0].observations or ()) == len(report.all_findings)
    assert len(planned.risks or ()) == sum(finding.is_gap for finding in report.all_findings)


@pytest.mark.parametrize(("reporter", "name"), BOTH)
def test_it_names_the_one_version_and_no_time_of_day(rich_report: GapReport, reporter: Any, name: str) -> None:
    text = b"".join(reporter.render(rich_report)).decode()
    head = json.loads(text)[name]["metadata"]

    assert head["oscal-version"] == OSCAL_VERSION
    assert head["last-modified"] == f"{rich_report.run.as_of}T00:00:00Z"
    assert text.count("T00:00:00Z") == text.count(":00Z")


@pytest.mark.parametrize(("reporter", "name"), BOTH)
def test_each_identifier_is_given_once_and_each_reference_leads_somewhere(
    rich_report: GapReport, reporter: Any, name: str
) -> None:
    document = json.loads(b"".join(reporter.render(rich_report)))[name]

    given, asked = list(_values(document, "uuid")), set(_references(document))

    assert len(given) == len(set(given))
    assert asked <= set(given)


def test_only_met_is_satisfied_and_what_does_not_apply_is_no_finding(rich_report: GapReport) -> None:
    outcomes = {finding.gap_id: finding.outcome for finding in rich_report.all_findings}
    observed = {one["uuid"]: _prop(one, "gap-id") for one in results(rich_report)["results"][0]["observations"]}

    states = {
        observed[one["related-observations"][0]["observation-uuid"]]: one["target"]["status"]["state"]
        for one in results(rich_report)["results"][0]["findings"]
    }

    assert {gap for gap, state in states.items() if state == "satisfied"} == {
        gap for gap, outcome in outcomes.items() if outcome is Outcome.MET
    }
    assert set(outcomes) - set(states) == {gap for gap, one in outcomes.items() if one is Outcome.NOT_APPLICABLE}


def test_what_could_not_be_assessed_is_told(rich_report: GapReport) -> None:
    assert "Not assessed: file scan.txt" in results(rich_report)["results"][0]["remarks"]


def test_the_plan_has_every_gap_heaviest_first_and_waived_ones_last(rich_report: GapReport) -> None:
    items = plan(rich_report)["poam-items"]
    waived = {one.gap_id for one in rich_report.all_findings if one.is_gap and Flag.WAIVED in one.flags}

    priorities = [int(_prop(item, "priority")) for item in items if _prop(item, "open") == "yes"]

    assert len(items) == sum(finding.is_gap for finding in rich_report.all_findings)
    assert priorities == sorted(priorities, reverse=True)
    assert {_prop(item, "gap-id") for item in items if _prop(item, "open") == "no"} == waived
    assert [_prop(item, "open") for item in items[-len(waived) :]] == ["no"] * len(waived)


def test_a_plan_without_gaps_says_so(empty_report: GapReport) -> None:
    assert [item["title"] for item in plan(empty_report)["poam-items"]] == ["No gaps"]


def test_identifiers_stay_the_same_on_another_day_and_with_renamed_files(rich_report: GapReport) -> None:
    later = replace(rich_report, run=replace(rich_report.run, as_of="2027-01-31"), documents=())

    assert [one["uuid"] for one in plan(later)["poam-items"]] == [
        one["uuid"] for one in plan(rich_report)["poam-items"]
    ]
    assert plan(later)["uuid"] != plan(rich_report)["uuid"]


def _prop(one: dict[str, Any], name: str) -> str:
    return next((str(each["value"]) for each in one["props"] if each["name"] == name), "")


def _values(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        yield from (one for name, one in value.items() if name == key)
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _values(one, key)


def _references(document: Any) -> Any:
    for key in ("observation-uuid", "risk-uuid"):
        yield from _values(document, key)
    yield from (one[1:] for one in _values(document, "href") if one.startswith("#"))


def test_an_action_is_a_planned_response_with_a_milestone_and_a_waiver_a_deviation(rich_report: GapReport) -> None:
    risks = {_prop(one, "gap-id"): one for one in plan(rich_report)["risks"]}

    action = risks[CO_PRODUCTION]["remediations"][1]

    assert (action["lifecycle"], action["description"], _prop(action, "owner")) == (
        "planned",
        "Set up a panel",
        "Head of commissioning",
    )
    assert action["tasks"][0]["timing"]["on-date"]["date"] == risks[CO_PRODUCTION]["deadline"] == "2025-01-31T00:00:00Z"
    assert risks[OLD_EVIDENCE]["status"] == "deviation-approved"
    assert _prop(risks[OLD_EVIDENCE], "waived-until") == "2027-03-31"

"""The findings as SARIF: by the public schema, and as `sarif-tools` reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from checker_plugins.reports.sarif import Sarif
from checker_plugins.reports.uris import uri
from jsonschema import Draft202012Validator

from checker.domain.report import GapReport

from .report_builders import OLD_EVIDENCE, build
from .report_parts import SAID

SCHEMA = json.loads((Path(__file__).parents[1] / "data/sarif/sarif-2.1.0.json").read_text(encoding="utf-8"))


def written(report: GapReport) -> bytes:
    return b"".join(Sarif().render(report))


def run_of(report: GapReport) -> dict[str, Any]:
    return json.loads(written(report))["runs"][0]


def test_it_fits_the_public_schema(rich_report: GapReport, wide_report: GapReport, empty_report: GapReport) -> None:
    for report in (rich_report, wide_report, empty_report):
        mistakes = list(Draft202012Validator(SCHEMA).iter_errors(json.loads(written(report))))

        assert mistakes == []


def test_a_reader_that_is_not_ours_finds_every_result(rich_report: GapReport, tmp_path: Path) -> None:
    loader = pytest.importorskip(
        "sarif.loader", reason="SARIF is not read by an outside reader: sarif-tools is missing"
    )
    file = tmp_path / "gap-report.sarif"
    file.write_bytes(written(rich_report))

    found = loader.load_sarif_file(str(file))

    assert found.get_result_count() == len(rich_report.all_findings)
    assert found.get_distinct_tool_names() == ["checker"]


def test_only_gaps_fail_and_waived_ones_are_suppressed(rich_report: GapReport) -> None:
    results = run_of(rich_report)["results"]
    gaps = {finding.gap_id for finding in rich_report.all_findings if finding.is_gap}
    waived = gaps - {finding.gap_id for finding in rich_report.all_findings if finding.is_open}

    failing = {one["partialFingerprints"]["gapId/v1"] for one in results if one["kind"] == "fail"}
    suppressed = {one["partialFingerprints"]["gapId/v1"] for one in results if one.get("suppressions")}

    assert failing == gaps
    assert suppressed == waived
    assert {one["level"] for one in results if one["kind"] != "fail"} == {"none"}


def test_a_place_is_a_stretch_of_characters_with_its_words(rich_report: GapReport) -> None:
    places = [
        place["physicalLocation"]
        for one in run_of(rich_report)["results"]
        for place in one["locations"]
        if "physicalLocation" in place
    ]

    words = {place["region"]["snippet"]["text"] for place in places}

    assert words <= {text for says in SAID.values() for _, _, text in says}
    assert all(place["region"]["charLength"] == len(place["region"]["snippet"]["text"]) for place in places)
    assert {place["artifactLocation"]["uri"] for place in places} == {"library/board-minutes.md"}
    assert {place["contextRegion"]["startLine"] for place in places} == {12, 13, 14}


def test_a_place_leads_to_the_artifact_of_its_file(rich_report: GapReport) -> None:
    run = run_of(rich_report)

    places = [place for one in run["results"] for place in one["locations"] if "physicalLocation" in place]
    locations = [place["physicalLocation"]["artifactLocation"] for place in places]

    assert locations
    assert all(run["artifacts"][one["index"]]["location"]["uri"] == one["uri"] for one in locations)


def test_a_finding_without_a_place_says_what_it_is_about(rich_report: GapReport) -> None:
    absent = next(one for one in run_of(rich_report)["results"] if one["ruleId"] == "co-production.evidenced")

    assert absent["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].endswith("/co-production")


def test_every_rule_that_was_asked_has_its_help(rich_report: GapReport) -> None:
    run = run_of(rich_report)
    rules = run["tool"]["driver"]["rules"]

    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert all(rule["help"]["text"] for rule in rules)


def test_what_failed_is_named_and_the_run_was_no_success(rich_report: GapReport, wide_report: GapReport) -> None:
    invocation = run_of(rich_report)["invocations"][0]

    assert invocation["executionSuccessful"] is False
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"] if note["level"] == "error"]
    assert run_of(wide_report)["invocations"][0]["executionSuccessful"] is True


def test_nothing_says_when_or_where_it_ran(rich_report: GapReport) -> None:
    text = written(rich_report).decode()

    assert not [word for word in ("TimeUtc", "workingDirectory", "machine", "account", "file://") if word in text]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a b/c.txt", "a%20b/c.txt"),
        ("mail.zip!notes.docx", "mail.zip%21notes.docx"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("//evil.example/x", "_/_/evil.example/x"),
        ("../x", "_../x"),
        ("50%?#", "50%25%3F%23"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("£.txt", "%C2%A3.txt"),
    ],
)
def test_a_name_is_a_relative_reference_and_nothing_else(name: str, expected: str) -> None:
    assert uri(name) == expected


def test_a_name_can_be_read_back() -> None:
    report = build(document="a b/ünder?#%.md")

    uris = {artifact["location"]["uri"] for artifact in run_of(report)["artifacts"]}

    assert "a b/ünder?#%.md" in {unquote(one) for one in uris}


def test_a_waiver_says_who_accepts_the_gap_and_until_when(rich_report: GapReport) -> None:
    found = {one["partialFingerprints"]["gapId/v1"]: one for one in run_of(rich_report)["results"]}

    assert found[OLD_EVIDENCE]["suppressions"][0]["justification"] == (
        "Waived by A. Director (Director) until 31 March 2027: The survey is every two years."
    )

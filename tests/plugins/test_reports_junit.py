"""The findings as JUnit XML, as `junitparser` reads them."""

from __future__ import annotations

import pytest
from checker_plugins.reports.junit import Junit

from checker.domain.finding import Flag, Outcome
from checker.domain.report import GapReport

junitparser = pytest.importorskip(
    "junitparser", reason="JUnit files are not read by an outside reader: junitparser is missing"
)


def read(report: GapReport) -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromstring(b"".join(Junit().render(report)))


def test_each_finding_is_a_case_and_each_failed_file_an_error(rich_report: GapReport) -> None:
    found = read(rich_report)

    assert found.tests == len(rich_report.all_findings) + len(rich_report.not_assessed)
    assert [suite.name for suite in found][-1] == "What could not be assessed"
    assert found.errors == sum(one.outcome is Outcome.NOT_ASSESSED for one in rich_report.all_findings) + 1


def test_open_gaps_fail_and_waived_ones_are_skipped_and_say_so(rich_report: GapReport) -> None:
    found = read(rich_report)
    open_gaps = sum(finding.is_open for finding in rich_report.all_findings)
    waived = {one.gap_id for one in rich_report.all_findings if Flag.WAIVED in one.flags}

    cases = {case.name: case for suite in found for case in suite}

    assert found.failures == open_gaps
    assert {name for name in waived if "waived" in cases[name].result[0].message} == waived
    assert all(isinstance(cases[name].result[0], junitparser.Skipped) for name in waived)


def test_the_counts_are_those_of_the_cases(rich_report: GapReport, wide_report: GapReport) -> None:
    for report in (rich_report, wide_report):
        found = read(report)
        told = (found.tests, found.failures, found.errors, found.skipped)

        found.update_statistics()

        assert (found.tests, found.failures, found.errors, found.skipped) == told


def test_a_failure_says_what_is_missing_and_what_to_do(rich_report: GapReport) -> None:
    cases = {case.name: case for suite in read(rich_report) for case in suite}

    failure = next(case for name, case in cases.items() if name.endswith("co-production.evidenced")).result[0]

    assert failure.type == "essential"
    assert "What to do: Add minutes or a survey" in failure.text


def test_a_report_of_nothing_has_no_suites(empty_report: GapReport) -> None:
    assert (read(empty_report).tests, len(list(read(empty_report)))) == (0, 0)

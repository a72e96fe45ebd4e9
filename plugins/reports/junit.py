"""The findings as JUnit XML, for services that show test results: a suite for each statement, a case for each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from checker import Flag, GapReport, Outcome, ReportedFinding, dataclass, headline

from .content.before_sharing import in_a_line
from .content.lookup import Lookup
from .content.parts import Extent
from .safe_text import one_line, visible
from .wording import place

_KINDS: Final = {
    Outcome.NOT_MET: "failure",
    Outcome.PARTLY_MET: "failure",
    Outcome.NEEDS_REVIEW: "skipped",
    Outcome.NOT_APPLICABLE: "skipped",
    Outcome.NOT_ASSESSED: "error",
}
_QUOTES: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class _Suite:
    name: str
    cases: tuple[Element, ...]

    @property
    def counts(self) -> Counter[str]:
        found = Counter(child.tag for case in self.cases for child in case if child.tag != "system-out")
        return Counter({"tests": len(self.cases)}) + found


class Junit:
    """
    A gap is a failure, what failed to run an error; waived gaps, what a person must decide and what does not apply are
    skipped, and say why. Files and plugins that failed are errors in a suite of their own, so that none goes unseen.
    """

    name = "junit"
    suffix = "junit.xml"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the frame with the counts, then one suite after another."""
        suites = tuple(_suites(report))
        total = sum((suite.counts for suite in suites), Counter[str]())
        yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
        start = ElementTree.tostring(Element("testsuites", _numbered(report.title or "Gap report", total)))
        yield start.removesuffix(b" />") + b">\n"
        for suite in suites:
            yield _suite(suite, report)
        yield b"</testsuites>\n"


def _suites(report: GapReport) -> Iterator[_Suite]:
    look = Lookup.of(report, Extent())
    for statement in look.in_scope:
        findings = [finding for one in statement.expectations for finding in one.findings]
        yield _of(statement.title, [*findings, *statement.findings], look)
    if report.findings:
        yield _of("The documents as a whole", report.findings, look)
    failed = [one for one in report.not_assessed if one.what != "rule"]
    if failed:
        errors = tuple(_failed(one.what, one.name, one.reason) for one in failed)
        yield _Suite(name="What could not be assessed", cases=errors)


def _of(name: str, findings: Sequence[ReportedFinding], look: Lookup) -> _Suite:
    return _Suite(name=name, cases=tuple(_case(finding, look) for finding in findings))


def _case(finding: ReportedFinding, look: Lookup) -> Element:
    group = ".".join(part for part in (finding.statement, finding.expectation) if part) or finding.rule
    case = Element("testcase", {"name": one_line(finding.gap_id), "classname": one_line(group)})
    kind = "skipped" if Flag.WAIVED in finding.flags else _KINDS.get(finding.outcome)
    if kind:
        attributes = {"message": one_line(f"{_answer(finding)}: {finding.reason}")}
        if kind != "skipped":
            attributes["type"] = finding.weight.value
        SubElement(case, kind, attributes).text = visible(_told(finding))
    quotes = [f"“{one_line(one.text)}” ({place(one)})" for one in look.cited(finding.citations)[:_QUOTES]]
    if quotes:
        SubElement(case, "system-out").text = visible("\n".join(quotes))
    return case


def _answer(finding: ReportedFinding) -> str:
    flags = "".join(f", {flag.value}" for flag in finding.flags)
    return f"{finding.outcome.value}{flags}".capitalize()


def _told(finding: ReportedFinding) -> str:
    remedy = (
        f"\nWhat to do: {finding.remedy}" if finding.remedy and finding.outcome is not Outcome.NOT_APPLICABLE else ""
    )
    return f"{headline(finding)}\n{finding.reason}{remedy}"


def _failed(what: str, name: str, reason: str) -> Element:
    case = Element("testcase", {"name": one_line(name) or what, "classname": what})
    SubElement(case, "error", {"message": one_line(reason), "type": "not assessed"})
    return case


def _suite(suite: _Suite, report: GapReport) -> bytes:
    element = Element("testsuite", _numbered(suite.name, suite.counts))
    properties = SubElement(element, "properties")
    packs = " ".join(f"{pack.name} {pack.version}" for pack in report.run.packs)
    shared = {"before-you-share": in_a_line(report) or "nothing was found"}
    told = {**shared, "as-of": report.run.as_of, "checker": report.run.checker, "packs": packs}
    for name, value in told.items():
        SubElement(properties, "property", {"name": name, "value": one_line(value)})
    element.extend(suite.cases)
    ElementTree.indent(element, " ")
    return ElementTree.tostring(element) + b"\n"


def _numbered(name: str, counts: Counter[str]) -> dict[str, str]:
    numbers = {"tests": "tests", "failures": "failure", "errors": "error", "skipped": "skipped"}
    return {"name": one_line(name)} | {attribute: str(counts[tag]) for attribute, tag in numbers.items()}

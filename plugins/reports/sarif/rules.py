"""The rules that were asked, as SARIF describes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from checker import ReportedFinding, Weight

from ..safe_text import one_line
from .text import Json, message

LEVELS: Final = {Weight.ESSENTIAL: "error", Weight.EXPECTED: "warning", Weight.HELPFUL: "note"}


def rules(findings: Iterable[ReportedFinding]) -> list[Json]:
    """Return each rule once, sorted by id."""
    asked = {one_line(finding.rule): finding for finding in findings}
    return [_rule(rule, asked[rule]) for rule in sorted(asked)]


def _rule(rule: str, finding: ReportedFinding) -> Json:
    described: Json = {"id": rule, "shortDescription": message(finding.title)}
    if finding.why:
        described["fullDescription"] = message(finding.why)
    help_text = f"What to do: {finding.remedy}" if finding.remedy else finding.title
    named = {"statement": finding.statement, "expectation": finding.expectation, "weight": finding.weight.value}
    return described | {
        "help": message(help_text),
        "defaultConfiguration": {"level": LEVELS[finding.weight]},
        "properties": {name: one_line(value) for name, value in named.items() if value},
    }

"""
The kit for tests of rules, criteria and reporters: builders that fill in what a test does not care about.

The framework of the builders is invented. Building reads no files and needs no plugins; `run_cases` runs the cases of a
rule pack with the plugins that are installed.
"""

from __future__ import annotations

from checker.testing_kit.assessment import (
    AS_OF,
    a_document,
    a_finding,
    a_passage,
    a_run,
    an_assessment,
    an_evidence,
    an_observation,
)
from checker.testing_kit.book import STATEMENT, a_book, a_framework, a_rule, an_expectation
from checker.testing_kit.cases import CaseResult, run_cases

__all__ = [
    "AS_OF",
    "STATEMENT",
    "CaseResult",
    "a_book",
    "a_document",
    "a_finding",
    "a_framework",
    "a_passage",
    "a_rule",
    "a_run",
    "an_assessment",
    "an_evidence",
    "an_expectation",
    "an_observation",
    "run_cases",
]

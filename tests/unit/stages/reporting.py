"""A gap report as the stage builds it, of findings that a test names."""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain.assessment import Assessment
from checker.domain.finding import Finding
from checker.domain.report import GapReport, NotAssessed
from checker.stages.gap_report import build_gap_report
from checker.stages.profile import profile
from checker.testing import a_run


def reported(
    assessment: Assessment,
    *findings: Finding,
    not_assessed: Iterable[NotAssessed] = (),
    warnings: Iterable[str] = (),
) -> GapReport:
    return build_gap_report(
        assessment=assessment,
        findings=findings,
        profile=profile(assessment, findings),
        run=a_run(),
        not_assessed=not_assessed,
        warnings=warnings,
    )

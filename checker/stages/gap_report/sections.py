"""What the self-assessment has under the name of a quality statement, whatever its sentences speak to."""

from __future__ import annotations

from checker.domain.assessment import Assessment
from checker.domain.observation import SECTION, Observation
from checker.domain.report import ReportedSection

_MOST_NAMED = 3


def reported_section(statement: str, assessment: Assessment) -> ReportedSection | None:
    """Return how much stands there; `None` where no heading names the statement."""
    found = [one for one in assessment.observations.kind(SECTION) if statement in one.statements]
    if not found:
        return None
    named = (one.attributes.get("heading", "") for one in found if "label" not in one.attributes)
    return ReportedSection(
        headings=tuple(dict.fromkeys(filter(None, named)))[:_MOST_NAMED],
        sentences=_sum(found, "sentences"),
        words=_sum(found, "words"),
        speaking=_sum(found, f"speaks.{statement}"),
        shared=any(len(one.statements) > 1 for one in found),
    )


def _sum(found: list[Observation], name: str) -> int:
    return sum(int(one.attributes.get(name, "0")) for one in found)

"""Waivers and attestations: reads them, and marks the findings that they are about. No outcome is ever changed."""

from checker.stages.waivers.from_plan import decisions_of_plan
from checker.stages.waivers.marking import Marked, mark_findings
from checker.stages.waivers.reading import Decisions, read_attestations, read_waivers

__all__ = ["Decisions", "Marked", "decisions_of_plan", "mark_findings", "read_attestations", "read_waivers"]

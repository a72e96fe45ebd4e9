"""The gap report: what was found, put together for its readers."""

from checker.stages.gap_report.building import MOST_NOT_RECOGNISED, build_gap_report

__all__ = ["MOST_NOT_RECOGNISED", "build_gap_report"]

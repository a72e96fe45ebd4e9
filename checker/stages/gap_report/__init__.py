"""The gap report: what was found, put together for its readers."""

from checker.stages.gap_report.building import build_gap_report

__all__ = ["build_gap_report"]

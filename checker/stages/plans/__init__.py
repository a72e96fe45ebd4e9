"""From a report to what follows from it: the least effort, single points of failure, contradictions, own words."""

from checker.stages.plans.making import plans

__all__ = ["plans"]

"""OSCAL plan of action and milestones: an item for each gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker import GapReport, ReportedFinding, headline, urgency

from ..content.lookup import Lookup
from ..content.parts import Extent
from ..safe_text import json_chunks
from .evidence import back_matter, observation, related_observation, related_risk, risk
from .values import Ids, Json, line, metadata, props

_UUID_SCHEME: Final = "http://ietf.org/rfc/rfc4122"


class OscalPoam:
    """
    A plan of action and milestones of one pinned version of OSCAL: every gap, waived ones too, heaviest first.

    OSCAL wants at least one item, so a report without gaps has one that says so.
    """

    name = "oscal-poam"
    suffix = "oscal-poam.json"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the document in chunks."""
        ids = Ids(report)
        look = Lookup.of(report, Extent())
        gaps = sorted((one for one in report.all_findings if one.is_gap), key=urgency)
        lists = {
            "observations": [observation(gap, look, ids) for gap in gaps],
            "risks": [risk(gap, look, ids) for gap in gaps],
            "poam-items": [_item(gap, look, ids) for gap in gaps] or [_no_gaps(look, ids)],
        }
        plan = {
            "uuid": ids.of("poam", report.run.as_of),
            "metadata": metadata(report, ids, f"Plan of action: {report.title or 'gap report'}"),
            "system-id": {"identifier-type": _UUID_SCHEME, "id": str(ids.root)},
            **{name: found for name, found in lists.items() if found},
            "back-matter": back_matter(report, ids),
        }
        yield from json_chunks({"plan-of-action-and-milestones": plan})


def _item(gap: ReportedFinding, look: Lookup, ids: Ids) -> Json:
    about = look.titles.get(gap.expectation) or look.titles.get(gap.statement)
    within = f" It is about: {about}." if about else ""
    return {
        "uuid": ids.of("poam-item", gap.gap_id),
        "title": line(headline(gap)),
        "description": line(f"{gap.remedy or gap.reason}{within}"),
        "props": props(
            gap_id=gap.gap_id, weight=gap.weight.value, priority=gap.priority, open="yes" if gap.is_open else "no"
        ),
        "related-observations": [related_observation(gap, ids)],
        "related-risks": [related_risk(gap, ids)],
        "remarks": line(gap.reason),
    }


def _no_gaps(look: Lookup, ids: Ids) -> Json:
    asked = any(look.report.summary.outcomes.values())
    told = "No gap was found by the questions asked." if asked else "No question was asked, so no gap could be found."
    return {"uuid": ids.of("poam-item", "none"), "title": "No gaps", "description": told}

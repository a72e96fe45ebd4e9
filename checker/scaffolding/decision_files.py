"""Templates of the files of waivers and attestations. Nothing here writes them."""

from __future__ import annotations

_WAIVERS = """\
# Gaps that somebody accepts for a time. They stay gaps and are listed in every report; while a waiver is in force they
# are not open. Every waiver ends. The gap id stands in the report (sheet Gaps of gap-report.xlsx, last column).
#
# waivers:
#   - gap: partnerships-and-communities/data-sharing/data-sharing.partners-confirm
#     person: Ida Marsh
#     role: Director of Adult Social Services
#     reason: The new shared record starts in May; partners are asked after it.
#     risk: Until then nobody outside the council confirms it. Reviewed monthly by the quality board.
#     start: "2026-01-01"
#     end: "2026-06-30"

waivers: []
"""
_ATTESTATIONS = """\
# A person's word for what documents do not show. It stands beside the finding and never changes its outcome.
# method: examine (read it), interview (asked people) or test (tried it).
# evidence: SHA-256 of the files that it rests on, or the first 12 characters or more (sheet Evidence index of
# gap-report.xlsx). Where one of them has changed, the attestation is suspect. [] where it rests on no file.
#
# attestations:
#   - gap: partnerships-and-communities/data-sharing/data-sharing.partners-confirm
#     person: Bo Lane
#     role: Head of Partnerships
#     reason: I asked the three ward managers in January; all three see the care plan.
#     method: interview
#     start: "2026-01-15"
#     end: "2026-07-15"
#     evidence: ["0123456789ab"]

attestations: []
"""
DECISION_FILES = {"waivers.yaml": _WAIVERS, "attestations.yaml": _ATTESTATIONS}

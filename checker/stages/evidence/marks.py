"""What passages are counted by, as plain values: quicker to make and to compare than the keys that stand for them."""

from __future__ import annotations

from checker.domain.assessment import EvidenceKey
from checker.domain.evidence import Claim, Polarity

Marks = tuple[Polarity, str, str, Claim, bool, bool, Claim | None]
"""
Polarity, voice, evidence category, claim, impact, whether it is the passages' main expectation, and the step that their
words alone reach where others raised the claim. Topic and council stand apart.
"""


def key_of(marks: Marks, *, topic: str = "", council: str = "") -> EvidenceKey:
    """Return the key that the marks stand for."""
    polarity, voice, category, claim, impact, main, alone = marks
    return EvidenceKey(
        polarity=polarity,
        voice=voice,
        evidence_category=category,
        claim=claim,
        impact=impact,
        main=main,
        claim_alone=alone,
        topic=topic,
        council=council,
    )

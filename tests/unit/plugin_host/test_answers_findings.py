"""What a criterion may answer: findings of its rule that cite documents of the assessment alone."""

from __future__ import annotations

import pytest

from checker.domain.assessment import Assessment, DocumentRecord
from checker.domain.document import ReadStatus
from checker.domain.evidence import Period
from checker.domain.finding import Finding, Flag, Outcome
from checker.plugin_host import answers
from checker.plugin_host.calls import WrongAnswer
from checker.testing import a_book, a_rule

from .answering import PASSAGE, changed

RULE = a_rule("asked")
FINDING = Finding(
    rule_id=RULE.id,
    outcome=Outcome.MET,
    reason="Seen.",
    citations=(PASSAGE,),
    searched=("meetings",),
    flags=(Flag.STALE,),
    item="1",
)
ASSESSMENT = Assessment(
    book=a_book(),
    as_of="2025-01-01",
    scope=(),
    documents=(DocumentRecord(name="a.note", sha256="", size=14, status=ReadStatus.OK),),
)


def test_a_right_finding_is_kept() -> None:
    assert answers.finding(FINDING, RULE, ASSESSMENT) == FINDING


WRONG_PASSAGES: list[dict[str, object]] = [
    {"start": None},
    {"start": -1},
    {"end": 3.5},
    {"text": None},
    {"text": "half \ud800"},
    {"polarity": "strength"},
    {"claim": None},
    {"certainty": 1},
    {"voice": None},
    {"impact": "yes"},
    {"line": "3"},
    {"page": 1.5},
    {"sheet": 2},
    {"expectations": ["sharing"]},
    {"rules": (1,)},
    {"heading_path": None},
    {"dates": (Period(start="soon", end="2026-01-31", words="soon"),)},
    {"parts": None},
    {"because": ("meet",)},
    {"fingerprint": 7},
]


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "met"},
        {"reason": 1},
        {"item": None},
        {"searched": ["meetings"]},
        {"searched": "meetings"},
        {"searched": (1,)},
        {"flags": ("stale",)},
        {"flags": None},
        {"citations": ("a.note",)},
        {"citations": [PASSAGE]},
        {"citations": (changed(PASSAGE, document=["a.note"]),)},
        {"citations": (changed(PASSAGE, document="b.note"),)},
        {"reason": "half \ud800"},
        {"item": "half \ud800"},
        {"searched": ("half \ud800",)},
        {"not_before": "soon"},
        {"not_before": None},
        {"not_before": "2026-02-30"},
        *({"citations": (changed(PASSAGE, **wrong),)} for wrong in WRONG_PASSAGES),
    ],
)
def test_a_finding_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.finding(changed(FINDING, **fields), RULE, ASSESSMENT)

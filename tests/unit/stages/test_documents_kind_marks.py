"""Records of meetings are known by what only they have, whoever seems to speak."""

from __future__ import annotations

from checker.domain.document import DocumentKind
from checker.stages.documents.kind import kind_of_text
from checker.stages.documents.voice import Judgement, Speaker

ASSESSOR = Judgement(speaker=Speaker.ASSESSOR, reason="it was told")


def test_two_marks_of_a_meeting_make_minutes_whoever_seems_to_speak() -> None:
    kind = kind_of_text("Apologies came from the trust. ACTION: the lead to write.", None, ASSESSOR)

    assert kind.kind is DocumentKind.MINUTES
    assert kind.reason == "it has what records of meetings have (“action:”, “apologies”)"


def test_one_mark_alone_makes_none() -> None:
    text = "Leaders made apologies to the family, and made apologies again."

    assert kind_of_text(text, None, ASSESSOR).kind is DocumentKind.INSPECTION_REPORT

"""Records of meetings are known by what only they have, whoever seems to speak."""

from __future__ import annotations

from checker.domain.document import Block, BlockKind, Document, DocumentKind
from checker.stages.documents import recognise
from checker.stages.documents.kind import kind_of_text
from checker.stages.documents.voice import Judgement, Speaker
from checker.testing_kit.book import a_framework
from checker.values import replace

ASSESSOR = Judgement(speaker=Speaker.ASSESSOR, reason="it was told")


def test_two_marks_of_a_meeting_make_minutes_whoever_seems_to_speak() -> None:
    kind = kind_of_text("Apologies came from the trust. ACTION: the lead to write.", None, ASSESSOR)

    assert kind.kind is DocumentKind.MINUTES
    assert kind.reason == "it has what records of meetings have (“action:”, “apologies”)"


def test_one_mark_alone_makes_none() -> None:
    text = "Leaders made apologies to the family, and made apologies again."

    assert kind_of_text(text, None, ASSESSOR).kind is DocumentKind.INSPECTION_REPORT


def test_a_workbook_that_says_no_more_of_itself_is_no_inspection_report() -> None:
    text = "The local authority had shared records. Leaders told us that the local authority had met."
    page = Document(name="evidence.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    cells = replace(page, blocks=(Block(start=0, end=len(text), kind=BlockKind.TABLE_CELL, sheet="Sheet1", cell="A1"),))

    kinds = [recognise(document, a_framework())[1].kind for document in (page, cells)]

    assert kinds == [DocumentKind.INSPECTION_REPORT, DocumentKind.OTHER]

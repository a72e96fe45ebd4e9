"""The date of a document as it states it itself."""

from __future__ import annotations

import pytest

from checker.domain.document import Block, Document, Recognised
from checker.stages.documents import document_date


def a_document(*lines: str) -> Document:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(start=at, end=at + len(line)))
        at += len(line) + 1
    return Document(name="sa.docx", text="\n".join(lines), blocks=tuple(blocks))


@pytest.mark.parametrize(
    "line",
    [
        "Date of this self-assessment: 20 May 2025.",
        "Date of this self-assessment: 20 May 2025. Directors agreed it after they had met three times.",
        "Finalised on 20 May 2025",
        "Date of meeting: 20 May 2025",
        "Version 2, prepared on 20 May 2025. Approved by the Director.",
        "Version agreed on 20 May 2025",
        "This policy was approved by Cabinet on 20 May 2025",
        "Adopted by the Health and Wellbeing Board on 20 May 2025",
        "This document was last revised on 20 May 2025.",
        "Status: final. Date: 20 May 2025",
        "The information in this self-assessment is correct to 20 May 2025.",
        "We completed this self-assessment on 20 May 2025. Approved by the Director.",
        "v3.2 | 20/05/2025",
    ],
)
def test_a_line_near_the_start_that_names_a_day_says_more_than_a_year_in_the_title(line: str) -> None:
    document = a_document("Self-assessment 2026", line)

    assert document_date(document, Recognised(title="Self-assessment 2026")) == "2025-05-20"


def test_a_month_in_the_title_counts_before_the_lines() -> None:
    document = a_document("Minutes of March 2025", "Published: 3 June 2025")

    assert document_date(document, Recognised(title="Minutes of March 2025")) == "2025-03-31"


def test_a_year_in_the_title_counts_where_no_line_says_more() -> None:
    assert document_date(a_document("Annual report 2024"), Recognised(title="Annual report 2024")) == "2024-12-31"


@pytest.mark.parametrize(
    "line",
    [
        "Approved; next review due 20 May 2025",
        "Agreed, to be reviewed by 20 May 2025",
        "The carers strategy was agreed on 20 May 2025.",
    ],
)
def test_the_day_of_a_review_or_of_something_else_is_not_the_day_of_the_document(line: str) -> None:
    assert document_date(a_document("A policy", line), Recognised(title="A policy")) == ""


@pytest.mark.parametrize(
    ("as_of", "day"), [("2026-05-20", "2026-01-01"), ("2026-12-31", "2026-12-31"), ("2027-01-31", "2026-12-31")]
)
def test_a_year_that_is_still_running_counts_with_its_first_day(as_of: str, day: str) -> None:
    document = a_document("Self-assessment 2026")

    assert document_date(document, Recognised(title="Self-assessment 2026"), as_of) == day

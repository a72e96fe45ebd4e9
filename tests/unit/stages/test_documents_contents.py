"""A contents table that somebody typed is no evidence; lines that only look like one are."""

from __future__ import annotations

import pytest

from checker.domain.document import BlockKind

from .recognising import WORDS, kinds

CONTENTS, PARAGRAPH = BlockKind.CONTENTS, BlockKind.PARAGRAPH


@pytest.mark.parametrize("title", ["Contents", "CONTENTS:", "Table of contents", "List of contents"])
def test_lines_with_page_numbers_under_contents_are_a_contents_table(title: str) -> None:
    lines = ("1 Introduction 1", "2 How people are heard\t4", "What carers told us ......... 4", "Annex … 12")

    assert kinds(title, *lines, WORDS) == [PARAGRAPH, *[CONTENTS] * 4, PARAGRAPH]


@pytest.mark.parametrize(
    "lines",
    [
        ("The number of people waiting was 12", WORDS),
        ("We met carers 14", "Partners agreed 3"),
        ("What people said in 2024", "What they said in 2025"),
        ("12", "14"),
        (WORDS, "We met 3", "They met 4"),
    ],
)
def test_other_lines_under_contents_stay_evidence(lines: tuple[str, ...]) -> None:
    assert CONTENTS not in kinds("Contents", *lines)


def test_without_its_title_a_list_with_numbers_is_none() -> None:
    assert CONTENTS not in kinds("Waiting", "Carers 3", "Older people 14", WORDS)


def test_the_first_heading_with_a_smaller_number_ends_it() -> None:
    assert kinds("Contents", "Homes 3", "Carers 9", "People waiting 2", WORDS)[1:4] == [CONTENTS, CONTENTS, PARAGRAPH]

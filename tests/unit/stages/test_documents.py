"""What a document is recognised as: titles, sections, standard text, statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain.document import BlockKind, Document, DocumentKind
from checker.stages.documents import recognise, section_statements

from .recognising import WORDS, a_document, framework, kinds, recognised


@pytest.mark.parametrize(
    "line",
    [
        "Working together",
        "WORKING TOGETHER",
        "Quality Statement 1 – Working together",
        "QS1: Working together",
        "Theme 1: Care – Working together",
        "1. Working together",
        "**Working together**",
        "Joint and several work",
        "QS1",
    ],
)
def test_a_title_line_states_the_quality_statement_and_is_a_heading(line: str) -> None:
    document, found, _ = recognise(a_document(line, WORDS), framework())

    assert found.statement == framework().statements[0].id
    assert document.blocks[0].kind is BlockKind.HEADING


def test_a_title_in_the_middle_of_a_text_does_not_say_what_the_whole_text_is_about() -> None:
    assert recognised(WORDS, "Working together", WORDS).statement == ""


def test_a_text_with_several_statements_states_none() -> None:
    assert recognised("Working together", "Quiet homes", WORDS).statement == ""


def test_a_theme_is_a_heading_and_no_statement() -> None:
    assert kinds("Theme 1: Care", WORDS)[0] is BlockKind.HEADING
    assert recognised("Theme 1: Care", WORDS).statement == ""


@pytest.mark.parametrize(
    "line",
    [
        "Score: 3",
        "**Score:** 3",
        "Overall score: 3",
        "3 - Shows a fair standard",
        "3 -Shows a fair standard",
        "3 – Good: Shows a fair standard",
    ],
)
def test_a_score_line_is_published_score_and_no_evidence(line: str) -> None:
    assert recognised(line, WORDS).published_score == 3
    assert kinds(line, WORDS)[0] is BlockKind.STANDARD_TEXT


@pytest.mark.parametrize(
    "line", ["Score: 9", "3 - Partners meet monthly", "The score: 3 of them came", "3 of 4 partners agreed"]
)
def test_a_number_that_is_no_score_stays_evidence(line: str) -> None:
    assert recognised(line, WORDS).published_score is None
    assert kinds(line, WORDS)[0] is BlockKind.PARAGRAPH


def test_several_scores_are_no_score_of_the_document() -> None:
    assert recognised("Working together", "Score: 3", "Quiet homes", "Score: 2", WORDS).published_score is None


@pytest.mark.parametrize(
    "line",
    [
        "What people expect",
        "My care is joined up.",
        "“My care is joined up”",
        "We share what is needed and learn from each other.",
        "My care is joined up. We share what is needed and learn from each other.",
    ],
)
def test_the_standards_own_words_are_never_evidence(line: str) -> None:
    assert kinds(line, WORDS) == [BlockKind.STANDARD_TEXT, BlockKind.PARAGRAPH]


def test_a_sentence_of_the_standard_inside_a_paragraph_does_not_count() -> None:
    text = "We share what is needed and learn from each other. Our partners agree that records reach them."

    _, _, sentences = recognise(a_document(text), framework())

    assert [sentence.countable for sentence in sentences] == [False, True]


def test_blocks_get_the_path_of_headings_above_them() -> None:
    lines = ("Report", "Boards", "The board met.", "Grants", "Grants ran for a year.")
    levels = (1, 2, 0, 2, 0)
    document = a_document(*lines)
    blocks = tuple(
        replace(block, level=level, kind=BlockKind.HEADING if level else BlockKind.PARAGRAPH)
        for block, level in zip(document.blocks, levels, strict=True)
    )

    read, _, _ = recognise(replace(document, blocks=blocks), framework())

    assert [block.heading_path for block in read.blocks] == [
        (),
        ("Report",),
        ("Report", "Boards"),
        ("Report",),
        ("Report", "Grants"),
    ]


def test_a_path_that_the_reader_gave_is_kept() -> None:
    document = a_document("Report", "The board met.", headings=1)
    given = replace(document, blocks=(document.blocks[0], replace(document.blocks[1], heading_path=("Given",))))

    read, _, _ = recognise(given, framework())

    assert read.blocks[1].heading_path == ("Given",)


@pytest.mark.parametrize(
    ("path", "statement"),
    [
        (("Report", "QS2: Quiet homes"), "quiet-homes"),
        (("Quiet homes", "How boards run"), None),
        (("Report",), ""),
        ((), ""),
    ],
)
def test_a_section_belongs_to_the_nearest_heading_that_names_a_statement(
    path: tuple[str, ...], statement: str | None
) -> None:
    first = framework().statements[0].id

    found = first if statement is None else statement
    assert section_statements(path, framework()) == ((found,) if found else ())


def test_an_empty_document_is_recognised_as_nothing() -> None:
    document, found, sentences = recognise(Document(name="empty.txt"), framework())

    assert (document.blocks, sentences, found.kind) == ((), (), DocumentKind.OTHER)

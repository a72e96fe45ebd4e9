"""What a document is recognised as: titles, standard text, council, statement, date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checker.domain.document import Block, BlockKind, Document, DocumentKind, Recognised
from checker.domain.framework import Framework, KindDefaults, SubTopic
from checker.stages.documents import council_key, document_date, recognise, section_statement
from checker.testing_kit.book import a_framework

WORDS = "The authority worked with its partners and they told us that meetings were open and useful to all of them."


def framework() -> Framework:
    base = a_framework()
    together, quiet = base.statements
    return replace(
        base,
        statements=(
            replace(
                together, aliases=("Joint & several work",), subtopics=(SubTopic(id="boards", title="How boards run"),)
            ),
            quiet,
        ),
        score_labels={3: "Shows a fair standard", 2: "Shows some faults"},
        standard_text=("What people expect", "Care assessment"),
        kinds={
            **base.kinds,
            "inspection-report": KindDefaults(voice="inspector", evidence_category="processes"),
        },
    )


def a_document(
    *lines: str, headings: int = 0, name: str = "text.txt", metadata: Mapping[str, str] | None = None
) -> Document:
    blocks, at = [], 0
    for number, line in enumerate(lines):
        kind = BlockKind.HEADING if number < headings else BlockKind.PARAGRAPH
        blocks.append(Block(start=at, end=at + len(line), kind=kind, level=1 if number < headings else 0))
        at += len(line) + 1
    return Document(name=name, text="\n".join(lines), blocks=tuple(blocks), metadata=metadata or {})


def recognised(*lines: str, headings: int = 0, metadata: Mapping[str, str] | None = None) -> Recognised:
    return recognise(a_document(*lines, headings=headings, metadata=metadata), framework())[1]


def kinds(*lines: str) -> list[BlockKind]:
    return [block.kind for block in recognise(a_document(*lines), framework())[0].blocks]


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

    assert section_statement(path, framework()) == (first if statement is None else statement)


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Thornmere City Council: care assessment", "Thornmere City Council"),
        ("London Borough of Wexcombe", "London Borough of Wexcombe"),
        ("Self-assessment of the Royal Borough of Karrow and Stell", "Royal Borough of Karrow and Stell"),
        ("Welcome to Ormsdenshire County Council", "Ormsdenshire County Council"),
        ("City of Hallow", "City of Hallow"),
        ("Penn & Moor Council self-assessment", "Penn & Moor Council"),
        ("Minutes of the Parish Council", ""),
        ("Youth Council survey", ""),
        ("Adult Social Care Strategy", ""),
    ],
)
def test_a_title_line_may_name_the_council(title: str, council: str) -> None:
    assert recognised(title, WORDS, headings=1).council == council


def test_front_matter_names_the_council_first() -> None:
    assert (
        recognised("Thornmere City Council", WORDS, headings=1, metadata={"council": "Wexcombe Council"}).council
        == "Wexcombe Council"
    )


def test_a_council_that_a_text_names_in_full_twice_is_its_council() -> None:
    assert (
        recognised("In Thornmere City Council staff meet. Thornmere City Council listens.").council
        == "Thornmere City Council"
    )


def test_a_text_that_names_two_councils_is_about_neither() -> None:
    text = "Thornmere City Council met. Thornmere City Council and Harrow Vale District Council agreed."

    assert recognised(text).council == ""


def test_names_of_one_council_in_two_forms_can_be_compared() -> None:
    assert council_key("London Borough of Wexcombe") == council_key("Wexcombe Council")


@pytest.mark.parametrize(
    ("metadata", "lines", "date"),
    [
        ({"date": "12 March 2025"}, (WORDS,), "2025-03-12"),
        ({"published": "May 2024"}, (WORDS,), "2024-05-31"),
        ({"as_at": "31/03/2025", "published": "May 2025"}, (WORDS,), "2025-03-31"),
        ({"title": "Carers' strategy 2023-28"}, (WORDS,), "2023-01-01"),
        ({"title": "Annual report 2023/24"}, (WORDS,), "2024-03-31"),
        ({}, ("Minutes", "Date of meeting: 4 June 2025", WORDS), "2025-06-04"),
        ({}, ("Minutes", "4 June 2025", WORDS), "2025-06-04"),
        ({"created": "2013-12-23", "modified": "2025-01-01"}, (WORDS,), ""),
        ({}, ("The board met on 4 June 2025 and agreed its plan.",), ""),
    ],
)
def test_a_document_has_the_date_that_it_states(metadata: Mapping[str, str], lines: tuple[str, ...], date: str) -> None:
    document, found, _ = recognise(a_document(*lines, metadata=metadata), framework())

    assert document_date(document, found) == date


def test_metadata_state_statement_and_score() -> None:
    found = recognised(WORDS, metadata={"statement": "Quiet homes", "published_score": "2"})

    assert (found.statement, found.published_score) == ("quiet-homes", 2)


def test_an_empty_document_is_recognised_as_nothing() -> None:
    document, found, sentences = recognise(Document(name="empty.txt"), framework())

    assert (document.blocks, sentences, found.kind) == ((), (), DocumentKind.OTHER)

"""Whose a document is, and of when."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.councils import council_key
from checker.stages.documents import document_date, recognise

from .recognising import WORDS, a_document, framework, recognised


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


def test_a_name_without_a_place_is_compared_as_it_stands() -> None:
    assert council_key("City Council") == "city council"


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
        ({"review_date": "2026-12-31"}, (WORDS,), ""),
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

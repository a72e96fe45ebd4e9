"""What a text says of itself is no evidence; what it says of the council is, under whatever heading."""

from __future__ import annotations

import pytest

from checker.pipeline import mark_text

from .craft_reading import asked, shipped


def counted(text: str) -> list[str]:
    """Return the sentences that can be evidence."""
    plugins, book = shipped()
    return [one.text for one in mark_text(text, plugins, book, name="sa.md").passages if one.countable]


@pytest.mark.parametrize(
    "sentence",
    [
        "This self-assessment sets out how we support people and their carers.",
        "The document is structured around the four themes.",
        "Each section ends with our plans for improvement.",
        "This chapter describes what partners told us.",
        "Numbers in square brackets lead to the register.",
    ],
)
def test_a_sentence_that_opens_about_the_document_is_no_evidence(sentence: str) -> None:
    assert counted(f"{sentence} Carers wait nine weeks for an assessment.") == [
        "Carers wait nine weeks for an assessment."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The document shows that carers waited for nine weeks.",
        "This report found that reviews were late.",
        "Each section of the team has a carers' lead.",
        "The document store is shared with the hospital.",
    ],
)
def test_what_a_document_found_is_evidence(sentence: str) -> None:
    assert counted(sentence) == [sentence]


def test_below_a_heading_about_the_document_only_what_speaks_of_it_is_no_evidence() -> None:
    text = (
        "# How to read this document\n\n"
        "Every section has three parts. It goes on with our strengths and next steps.\n\n"
        "We asked 14 carers to read it first.\n"
    )

    assert counted(text) == ["We asked 14 carers to read it first."]


def test_how_a_text_goes_on_is_no_plan_told_as_an_achievement() -> None:
    text = (
        "# About this document\n\nThere are nine sections. They go on with our strengths and our next steps.\n\n"
        "# Safeguarding\n\nWe decide on each concern within two days. Our board looks at the figures each month.\n"
    )

    (finding,) = asked("claims.plans-apart", ("sa.md", "self-assessment", text))

    assert finding.outcome == "met"

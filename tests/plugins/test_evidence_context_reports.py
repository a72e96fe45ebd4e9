"""Which verbs report what somebody said, and whose they are."""

from __future__ import annotations

import pytest

from .context_reading import read


@pytest.mark.parametrize(
    "text",
    [
        "It is too soon to say whether people feel the difference.",
        "We ask if carers say they want a break.",
        "If carers told us they were unhappy, the plan changed.",
    ],
)
def test_what_is_only_asked_nobody_has_said(text: str) -> None:
    assert read(text).voice == "inspector"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Carers had met the new director and told us that they liked her.", "unpaid-carers"),
        ("Small charities could see the portal, but said it froze when providers used it.", "vcs"),
        ("Tenants sat on the panel that chose the builder and say they were heard.", "people"),
        ("Nurses were invited too late, telling us that staff rang them on the day.", "health-partners"),
        ("Leaders shared the plan with carers, and carers told us it was clear.", "unpaid-carers"),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str, voice: str) -> None:
    assert read(text).voice == voice


@pytest.mark.parametrize(
    "text",
    [
        "The lift scheme, which residents use, was recognised with a prize.",
        "The new flats for older people were expected to open in May.",
        "It was too soon for people to say whether the hub had helped.",
        "Reviews recorded what people wanted.",
        "Visits went on until families felt sure.",
        "The ramp was mended without being asked for by anybody, and people were asked twice.",
    ],
)
def test_what_is_done_to_them_or_only_told_of_is_no_report(text: str) -> None:
    assert read(text).voice == "inspector"


def test_what_it_was_noted_that_counts_as_noted() -> None:
    assert read("Carers spoke next, and it was noted that they had waited long.").voice == "unpaid-carers"

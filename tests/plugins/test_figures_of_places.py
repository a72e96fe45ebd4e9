"""Figures are told apart by the places that they name; words that only look like a place hide no clash."""

from __future__ import annotations

import pytest

from checker.domain.finding import Finding, Outcome

from .craft_reading import asked, observed

OWN = "In 2024/25, 61% of carers were satisfied with their support."
OTHER = "Carer satisfaction in 2024/25 was 48.2%."


def found(own: str, other: str, heading: str = "Our year") -> list[Finding]:
    """Return what the rule says of a self-assessment under a heading, and of a scorecard."""
    documents = [("sa.md", "self-assessment", f"# {heading}\n\n{own}"), ("scorecard.md", "data", other)]
    return list(asked("figures.agree", *documents))


def outcomes(own: str, other: str, heading: str = "Our year") -> list[Outcome]:
    return [finding.outcome for finding in found(own, other, heading)]


def places(text: str) -> list[str]:
    return [one.attributes.get("place", "") for one in observed(text, "measure")]


@pytest.mark.parametrize(
    "other",
    [
        f"# Trends in Satisfaction 2024/25\n\n{OTHER}",
        "Data from Healthwatch say that carer satisfaction in 2024/25 was 48.2%.",
        f"# Briefing for Members\n\n{OTHER}",
        "At Christmas we looked back: carer satisfaction in 2024/25 was 48.2%.",
        "From Monday we ask again, as carer satisfaction in 2024/25 was 48.2%.",
        f"# In Brief\n\n{OTHER}",
        f"# Living Well At Home\n\n{OTHER}",
    ],
)
def test_a_clash_beside_capitals_that_name_no_place_is_surely_one(other: str) -> None:
    assert outcomes(OWN, other) == [Outcome.NOT_MET]


@pytest.mark.parametrize("heading", ["Moving in Step", "Trends in Satisfaction"])
def test_a_heading_of_the_self_assessment_with_capitals_names_no_place(heading: str) -> None:
    assert outcomes(OWN, OTHER, heading) == [Outcome.NOT_MET]


@pytest.mark.parametrize(
    "other",
    [
        f"# In Eskham\n\n{OTHER}",
        f"# What carers told us in Eskham\n\n{OTHER}",
        "Carer satisfaction in Eskham in 2024/25 was 48.2%.",
    ],
)
def test_where_only_one_figure_names_a_place_a_person_must_look(other: str) -> None:
    (finding,) = found(OWN, other)

    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "Only one of them names Eskham, so it may be of a part of the other." in finding.reason


def test_figures_of_two_places_do_not_clash_and_those_of_one_do() -> None:
    own, other = OWN.replace("carers", "carers in Eskham"), f"# 2. In Melbury, 2024/25\n\n{OTHER}"

    assert outcomes(own, other) == [Outcome.MET]
    assert outcomes(own, other.replace("Melbury", "Eskham")) == [Outcome.NOT_MET]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At Priory Court 41 people were waiting for a review in May 2025.", "priory court"),
        ("Within Marchwood 41 people were waiting for a review in May 2025.", "marchwood"),
        ("At Healthwatch 41 people were waiting for a review in May 2025.", ""),
        ("In May 41 people were waiting for a review in Supported Living.", ""),
        ("Across Stoke-on-Trent 41 people were waiting for a review in May 2025.", "stoke-on-trent"),
    ],
)
def test_the_place_of_a_figure_is_the_name_behind_in_or_at(text: str, place: str) -> None:
    assert places(text) == [place]
